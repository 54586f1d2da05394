using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Conversation;

/// <summary>Something the server has yet to answer.</summary>
/// <param name="Verb">What it is; <see cref="Verb.Auth"/> also for an answer to a challenge.</param>
/// <param name="Content">The line as sent, without its ending; empty for the greeting and the end of the content.</param>
/// <param name="At">When it was sent.</param>
/// <param name="IsAuthAnswer">An answer to a 334, not the AUTH command itself.</param>
/// <param name="IsLastChunk">A BDAT with LAST.</param>
public sealed record Pending(
    Verb Verb,
    ReadOnlyMemory<byte> Content,
    TimeSpan? At,
    bool IsAuthAnswer = false,
    bool IsLastChunk = false)
{
    /// <summary>The line without credentials: what may be spoken of.</summary>
    public ReadOnlyMemory<byte> Shown { get; init; } = Content;

    /// <summary>Whether the line ended as a line of SMTP ends, in CR LF.</summary>
    public bool EndsInCrLf { get; init; } = true;

    /// <summary>The verb in upper case as sent where this program does not know it; what JSON calls <c>to</c>.</summary>
    public string Name => Verb == Verb.Unknown ? Verbs.UnknownName(Shown.Span) : Verbs.Name(Verb);
}
