using System.Buffers;

namespace SmtpInspector.Protocol.Grammar;

/// <summary>The character classes of RFC 5321 §4.1.2, by the grammar's own names.</summary>
static class Characters
{
    /// <summary>atext of RFC 5322 §3.2.3.</summary>
    static readonly SearchValues<byte> Atext = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-/=?^_`{|}~"u8);

    public static bool IsAtext(byte octet) => Atext.Contains(octet);

    public static bool IsDigit(byte octet) => (uint)(octet - '0') <= 9;

    public static bool IsAlpha(byte octet) => (uint)((octet | 0x20) - 'a') <= 25;

    /// <summary>Let-dig.</summary>
    public static bool IsLetDig(byte octet) => IsAlpha(octet) || IsDigit(octet);

    /// <summary>A letter, digit or hyphen.</summary>
    public static bool IsLdh(byte octet) => IsLetDig(octet) || octet == (byte)'-';

    public static bool IsHexDigit(byte octet) => IsDigit(octet) || (uint)((octet | 0x20) - 'a') <= 5;

    /// <summary>A space or a tab, which beginners cannot tell apart.</summary>
    public static bool IsWhiteSpace(byte octet) => octet is (byte)' ' or (byte)'\t';

    /// <summary>A control character: 0 to 31 and 127.</summary>
    public static bool IsControl(byte octet) => octet is < 32 or 127;
}
