namespace SmtpInspector.Protocol.Conversation;

/// <summary>One accepted recipient, linked to those before it, so that a thousand of them cost a thousand nodes.</summary>
/// <remarks>A class and no record: a record's equality would walk the whole chain by recursion.</remarks>
/// <param name="number">Its place, from 1.</param>
/// <param name="rcpt">The RCPT command as sent, without its line ending.</param>
/// <param name="previous">The one before; null for the first.</param>
public sealed class AcceptedRecipient(int number, ReadOnlyMemory<byte> rcpt, AcceptedRecipient? previous)
{
    /// <summary>Its place, from 1.</summary>
    public int Number { get; } = number;

    /// <summary>The RCPT command as sent, without its line ending.</summary>
    public ReadOnlyMemory<byte> Rcpt { get; } = rcpt;

    /// <summary>The one before; null for the first.</summary>
    public AcceptedRecipient? Previous { get; } = previous;
}
