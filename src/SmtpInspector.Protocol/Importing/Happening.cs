using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Importing;

/// <summary>Something a recording tells, before it is known what the recording leaves out.</summary>
abstract record Happening
{
    /// <summary>A line without its ending.</summary>
    /// <param name="At">When, since the first time of the recording; null where it does not say.</param>
    /// <param name="Direction">Whose it is.</param>
    /// <param name="Content">Its octets.</param>
    /// <param name="HasReturn">Whether the recording shows a CR at its end; null where it ends there.</param>
    public sealed record Line(TimeSpan? At, Direction Direction, ReadOnlyMemory<byte> Content, bool? HasReturn) : Happening;

    /// <summary>Octets as they went over the wire, endings included.</summary>
    /// <param name="At">When, since the first time of the recording; null where it does not say.</param>
    /// <param name="Direction">Whose they are.</param>
    /// <param name="Value">The octets.</param>
    public sealed record Octets(TimeSpan? At, Direction Direction, ReadOnlyMemory<byte> Value) : Happening;

    /// <summary>Anything that is not on the wire.</summary>
    public sealed record Event(ConversationEvent Value) : Happening;
}
