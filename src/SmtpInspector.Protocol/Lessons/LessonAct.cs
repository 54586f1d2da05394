using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Judgement;

namespace SmtpInspector.Protocol.Lessons;

/// <summary>Something the client did that the server answers: a command, the answer to a challenge, or a message.</summary>
/// <param name="Entry">The entry: an <see cref="Judgement.Entry.Command"/> or <see cref="Judgement.Entry.Data"/>.</param>
/// <param name="Command">The command, read; null for a message and for the answer to a challenge.</param>
/// <param name="Content">The message's octets as on the wire, its beginning where it is long; empty for anything but a message or a chunk.</param>
/// <param name="IsPipelined">Whether it was sent before what was said earlier was answered.</param>
/// <param name="IsOwn">Whether the program did it, to bring the conversation to where the learner goes on.</param>
sealed record LessonAct(Entry Entry, Command? Command, ReadOnlyMemory<byte> Content, bool IsPipelined, bool IsOwn)
{
    /// <summary>Whether it is the answer to a challenge of AUTH.</summary>
    public bool IsAuthAnswer => Entry is Entry.Command { IsAuthAnswer: true };

    /// <summary>Whether it is a whole message, ended by its dot.</summary>
    public bool IsMessage => Entry is Entry.Data { IsChunk: false };

    /// <summary>What a text is looked for in: the command, or the content.</summary>
    public ReadOnlySpan<byte> Octets => Entry is Entry.Command command && Content.IsEmpty ? command.Wire.Content.Span : Content.Span;
}
