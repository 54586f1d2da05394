using System.Buffers;
using System.Globalization;
using System.Text;

namespace SmtpInspector.Protocol.Importing.Formats;

/// <summary>Python's <c>repr()</c> of a string or of bytes, read back.</summary>
static class PythonLiteral
{
    /// <summary>The octets of <c>'text'</c>, <c>"text"</c>, <c>b'octets'</c> or <c>b"octets"</c>; null where it is none, or is not finished.</summary>
    public static byte[]? Decode(ReadOnlySpan<byte> literal)
    {
        var isBytes = literal is [(byte)'b', ..];
        literal = literal[(isBytes ? 1 : 0)..].TrimEnd((byte)' ');
        if (literal.Length < 2 || literal[0] is not ((byte)'\'' or (byte)'"') || literal[^1] != literal[0])
        {
            return null;
        }

        literal = literal[1..^1];
        var octets = new ArrayBufferWriter<byte>(literal.Length + 1);
        while (!literal.IsEmpty)
        {
            var escape = literal.IndexOf((byte)'\\');
            if (escape < 0)
            {
                octets.Write(literal);
                break;
            }

            octets.Write(literal[..escape]);
            literal = literal[(escape + 1)..];
            var length = Escaped(literal, isBytes, octets);
            if (length == 0)
            {
                return null;
            }

            literal = literal[length..];
        }

        return octets.WrittenSpan.ToArray();
    }

    // How many octets behind the backslash belong to it; 0 where it is no escape that repr() writes.
    static int Escaped(ReadOnlySpan<byte> rest, bool isBytes, ArrayBufferWriter<byte> octets)
    {
        switch (rest)
        {
            case [(byte)'r', ..]:
                octets.Write("\r"u8);
                return 1;
            case [(byte)'n', ..]:
                octets.Write("\n"u8);
                return 1;
            case [(byte)'t', ..]:
                octets.Write("\t"u8);
                return 1;
            case [(byte)'\\' or (byte)'\'' or (byte)'"', ..]:
                octets.Write(rest[..1]);
                return 1;
            case [(byte)'x', _, _, ..]:
                return Code(rest.Slice(1, 2), isBytes, octets) ? 3 : 0;
            case [(byte)'u', _, _, _, _, ..]:
                return Code(rest.Slice(1, 4), isBytes, octets) ? 5 : 0;
            case [(byte)'U', _, _, _, _, _, _, _, _, ..]:
                return Code(rest.Slice(1, 8), isBytes, octets) ? 9 : 0;
            default:
                return 0;
        }
    }

    static bool Code(ReadOnlySpan<byte> digits, bool isBytes, ArrayBufferWriter<byte> octets)
    {
        if (!uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            return false;
        }

        if (isBytes)
        {
            octets.Write([(byte)code]);
            return code < 256;
        }

        if (!Rune.TryCreate(code, out var rune))
        {
            return false;
        }

        // Commands are encoded by smtplib: ASCII, or UTF-8 with SMTPUTF8.
        Span<byte> encoded = stackalloc byte[4];
        octets.Write(encoded[..rune.EncodeToUtf8(encoded)]);
        return true;
    }
}
