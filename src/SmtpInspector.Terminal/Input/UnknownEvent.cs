namespace SmtpInspector.Terminal.Input;

/// <summary>Bytes that mean nothing here. They are given out so that they can be logged, and are never to be taken for text.</summary>
/// <param name="Bytes">What came, cut off after some hundred bytes.</param>
public sealed record UnknownEvent(ReadOnlyMemory<byte> Bytes) : TerminalEvent
{
    public bool Equals(UnknownEvent? other) => other is not null && Bytes.Span.SequenceEqual(other.Bytes.Span);

    public override int GetHashCode() => Bytes.Length;
}
