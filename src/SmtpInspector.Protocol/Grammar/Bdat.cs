using System.Buffers.Text;

namespace SmtpInspector.Protocol.Grammar;

/// <summary>What the line of a BDAT command says of the chunk behind it (RFC 3030 §2).</summary>
public static class Bdat
{
    /// <summary>The announced number of octets; null where the line does not say it rightly.</summary>
    public static long? SizeOf(ReadOnlySpan<byte> content)
    {
        var argument = Argument(content);
        return Utf8Parser.TryParse(argument, out long size, out var consumed)
            && size >= 0
            && (consumed == argument.Length || argument[consumed] == (byte)' ')
                ? size
                : null;
    }

    /// <summary>Whether the line marks the last chunk of the message.</summary>
    public static bool IsLast(ReadOnlySpan<byte> content)
    {
        var argument = Argument(content).TrimEnd((byte)' ');
        var space = argument.LastIndexOf((byte)' ');
        return space >= 0 && System.Text.Ascii.EqualsIgnoreCase(argument[(space + 1)..], "LAST");
    }

    static ReadOnlySpan<byte> Argument(ReadOnlySpan<byte> content)
    {
        var space = content.IndexOf((byte)' ');
        return space < 0 ? default : content[(space + 1)..].TrimStart((byte)' ');
    }
}
