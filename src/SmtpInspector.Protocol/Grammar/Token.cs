using System.Text;
using SmtpInspector.Protocol.Findings;

namespace SmtpInspector.Protocol.Grammar;

/// <summary>A value as it stood on a line: its octets, and where they stood.</summary>
/// <param name="Bytes">The octets. A view of the line, not a copy.</param>
/// <param name="Start">The column of the first octet, from 0.</param>
public readonly record struct Token(ReadOnlyMemory<byte> Bytes, int Start)
{
    /// <summary>One past the column of the last octet.</summary>
    public int End => Start + Bytes.Length;

    /// <summary>How many octets.</summary>
    public int Length => Bytes.Length;

    /// <summary>Whether there is nothing.</summary>
    public bool IsEmpty => Bytes.IsEmpty;

    /// <summary>The octets.</summary>
    public ReadOnlySpan<byte> Span => Bytes.Span;

    /// <summary>The columns, in the only line of a command or in line 0 of whatever it was read from.</summary>
    public Columns Where => new(0, Start, End);

    /// <summary>The text, invalid UTF-8 as U+FFFD. Made anew at each call.</summary>
    public string Text => Encoding.UTF8.GetString(Bytes.Span);

    /// <summary>Whether it is this word in any case (RFC 5321 §2.4). <paramref name="word"/> is ASCII.</summary>
    public bool Is(ReadOnlySpan<char> word) => Ascii.EqualsIgnoreCase(Bytes.Span, word);

    /// <summary>A part of it, from one index to before another, both counted from its own first octet.</summary>
    public Token Slice(int from, int to) => new(Bytes[from..to], Start + from);

    /// <summary>The part from an index to its end.</summary>
    public Token From(int from) => Slice(from, Length);

    /// <summary>Equal when the octets and the place are equal.</summary>
    public bool Equals(Token other) => Start == other.Start && Bytes.Span.SequenceEqual(other.Bytes.Span);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Start);
        hash.AddBytes(Bytes.Span);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
