namespace SmtpInspector.Protocol.Judgement;

public sealed partial class ConversationJudge
{
    /// <summary>
    /// Whether nothing is half known: no line, no reply, and none that waits for what comes next. The content of a message
    /// may be half sent.
    /// </summary>
    public bool IsAtRest => _held is null && _client.Length == 0 && _server.Length == 0 && _reply.Count == 0;

    /// <summary>Whether part of a message was seen about which nothing is said yet, be it one of its chunks.</summary>
    public bool IsWithinMessage => _linter is not null || _isContentJudgedElsewhere;

    /// <summary>
    /// A judge that goes on from here on its own, as this one would: whoever keeps one for every few hundred events of a long
    /// conversation can judge any part of it anew. What is said of a message that is half sent it does not find out; the
    /// <see cref="Entry.Data"/> of such a message has to be had from the judge that saw all of it.
    /// </summary>
    /// <exception cref="InvalidOperationException">The judge is not at rest.</exception>
    public ConversationJudge Branch() => IsAtRest
        ? new ConversationJudge(State, _secrets.Copy())
        {
            _lastLineAt = _lastLineAt,
            _failure = _failure,
            _lastWord = _lastWord,
            _leftOut = _leftOut,
            _contentBytes = _contentBytes,
            _contentLines = _contentLines,
            _stuffedDots = _stuffedDots,
            _contentStarted = _contentStarted,
            _contentLineIsOpen = _contentLineIsOpen,
            _lastLineEndedRight = _lastLineEndedRight,
            _isContentJudgedElsewhere = IsWithinMessage,
        }
        : throw new InvalidOperationException("a judge in the midst of a line or a reply has no branch");
}
