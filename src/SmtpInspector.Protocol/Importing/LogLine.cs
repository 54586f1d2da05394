using System.Text;

namespace SmtpInspector.Protocol.Importing;

/// <summary>A line of another program's output.</summary>
/// <param name="number">Its number in the file, from 1.</param>
/// <param name="bytes">Its octets without LF, and without the CR directly before it.</param>
/// <param name="hasReturn">Whether there was a CR that is not that of every line of the file: one of the wire. Null where the file ends instead.</param>
sealed class LogLine(int number, ReadOnlyMemory<byte> bytes, bool? hasReturn)
{
    /// <summary>Its number in the file, from 1.</summary>
    public int Number { get; } = number;

    /// <summary>Its octets without line ending.</summary>
    public ReadOnlyMemory<byte> Bytes { get; } = bytes;

    /// <summary>Whether a CR of the wire stood before its LF; null where the file ends in it.</summary>
    public bool? HasReturn { get; } = hasReturn;

    // What a program says of itself is short; patterns are not tried on lines without end.
    const int HeadLength = 2048;

    /// <summary>How it begins, one character for one octet, so that a place in the text is a place in the octets.</summary>
    public string Head => field ??= Encoding.Latin1.GetString(Bytes.Span[..Math.Min(Bytes.Length, HeadLength)]);

    /// <summary>All of it, one character for one octet.</summary>
    public string Text => Encoding.Latin1.GetString(Bytes.Span);

    /// <summary>The line from an octet on, as what it says to a reader.</summary>
    public string WordsFrom(int start) => Encoding.UTF8.GetString(Bytes.Span[start..]).Trim();

    /// <summary>Whether the text begins so, letter for letter.</summary>
    public bool StartsWith(string start) => Head.StartsWith(start, StringComparison.Ordinal);

    /// <summary>The line from an octet on.</summary>
    public LogLine From(int start) => new(Number, Bytes[start..], HasReturn);

    /// <summary>The line from an octet up to another.</summary>
    public LogLine Between(int start, int end) => new(Number, Bytes[start..end], HasReturn);
}
