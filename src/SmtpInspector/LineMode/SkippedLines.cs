using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Session;

namespace SmtpInspector.LineMode;

/// <summary>
/// Lines of a script that lost their meaning: the content of a message the server did not want, the answers of an AUTH
/// exchange it refused. Sent as commands they would do harm, or give a credential away.
/// </summary>
sealed class SkippedLines(Talk talk)
{
    enum Skipping
    {
        Nothing,
        Content,
        Answers,
    }

    Skipping _skipping;
    int _most;
    int _count;

    /// <summary>Sees a reply that came.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="ahead">How many lines were written before it was known: only those can have lost their meaning.</param>
    public void After(Entry.Reply reply, int ahead)
    {
        _most = ahead;
        if (reply.To?.Verb == Verb.Data && reply.Value.Code != 354)
        {
            _skipping = Skipping.Content;
        }
        else if (reply.To?.Verb == Verb.Auth)
        {
            _skipping = talk.State.BrokenAuth is null ? Skipping.Nothing : Skipping.Answers;
        }
    }

    /// <summary>Sees a reply that the transcript itself has: where it writes a refusal of DATA, no content follows.</summary>
    public void AfterWritten(Reply written)
    {
        if (_skipping == Skipping.Content && written.Code != 354)
        {
            Say();
        }
    }

    /// <summary>Whether a line is skipped.</summary>
    public bool Takes(ReadOnlyMemory<byte> line, SessionState state)
    {
        if (_skipping != Skipping.Nothing && _count >= _most)
        {
            Say();
        }

        if (_skipping == Skipping.Nothing || state.Content != ContentMode.None || state.AwaitsAuthAnswer)
        {
            return false;
        }

        var isEnd = _skipping == Skipping.Content ? line.Span is [(byte)'.'] : Verbs.Of(line.Span) != Verb.Unknown;
        if (isEnd && _skipping == Skipping.Answers)
        {
            Say();
            return false;
        }

        _count++;
        if (isEnd)
        {
            Say();
        }

        return true;
    }

    /// <summary>Says what was skipped, and stops skipping.</summary>
    public void Say()
    {
        if (_count > 0)
        {
            var lines = _count == 1 ? "1 line" : FormattableString.Invariant($"{_count} lines");
            talk.Conversation.Say(_skipping == Skipping.Content
                ? $"The message was refused: its content, {lines}, was skipped and not sent."
                : $"The AUTH exchange is over: the answers that followed, {lines}, were skipped and not sent: {{secret:answer}}");

            // Whatever the replies were: not everything was sent.
            talk.Outcome.Fail(ExitStatus.Unexpected);
        }

        _skipping = Skipping.Nothing;
        _count = 0;
    }
}
