namespace SmtpInspector.Protocol.Wire;

/// <summary>
/// One line as it stood on the wire, its terminator included; or, where <see cref="Ending"/> is
/// <see cref="LineEnding.None"/>, a piece of a line whose rest follows or never came.
/// The bytes are the fact; every text made of them is a view.
/// </summary>
/// <param name="Direction">Who sent it.</param>
/// <param name="Offset">How many octets that side had sent before the first one of this line, counted from 0.</param>
/// <param name="Bytes">The octets, terminator included.</param>
public readonly record struct WireLine(Direction Direction, long Offset, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>How the line ends.</summary>
    public LineEnding Ending => EndingOf(Bytes.Span);

    /// <summary>Whether the line has its terminator.</summary>
    public bool IsComplete => Bytes.Length > 0 && Bytes.Span[^1] == (byte)'\n';

    /// <summary>The octets without the terminator. A bare CR in it belongs to the content.</summary>
    public ReadOnlyMemory<byte> Content => Bytes[..^EndingLength(Ending)];

    static LineEnding EndingOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [.., (byte)'\r', (byte)'\n'] => LineEnding.CrLf,
        [.., (byte)'\n'] => LineEnding.BareLf,
        _ => LineEnding.None,
    };

    static int EndingLength(LineEnding ending) => ending switch
    {
        LineEnding.CrLf => 2,
        LineEnding.BareLf => 1,
        LineEnding.None => 0,
    };

    /// <summary>Equal when side, offset and every octet are equal.</summary>
    public bool Equals(WireLine other) =>
        Direction == other.Direction && Offset == other.Offset && Bytes.Span.SequenceEqual(other.Bytes.Span);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Direction);
        hash.Add(Offset);
        hash.AddBytes(Bytes.Span);
        return hash.ToHashCode();
    }
}
