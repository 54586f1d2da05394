using System.Text;

namespace SmtpInspector.Terminal.Input;

/// <summary>Text was pasted. It may hold anything, control characters and several lines among it.</summary>
/// <param name="Bytes">Exactly what the terminal sent between the marks.</param>
/// <param name="Truncated">True when there was more than <see cref="KeyDecoder.MaxPaste"/> bytes; the rest was dropped.</param>
public sealed record PasteEvent(ReadOnlyMemory<byte> Bytes, bool Truncated = false) : TerminalEvent
{
    /// <summary>The bytes as UTF-8, with U+FFFD for what is none.</summary>
    public string Text => Encoding.UTF8.GetString(Bytes.Span);

    public bool Equals(PasteEvent? other) =>
        other is not null && Truncated == other.Truncated && Bytes.Span.SequenceEqual(other.Bytes.Span);

    public override int GetHashCode() => Bytes.Length;
}
