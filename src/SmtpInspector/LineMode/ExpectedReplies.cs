using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Session;

namespace SmtpInspector.LineMode;

/// <summary>Compares the replies that came with those a transcript has: code by code, and enhanced code where one is written.</summary>
sealed class ExpectedReplies(Talk talk)
{
    readonly List<Entry.Reply> _actual = [];

    /// <summary>How many replies were compared.</summary>
    public int Compared { get; private set; }

    /// <summary>How many of them differ, those that never came included.</summary>
    public int Different { get; private set; }

    /// <summary>How many have come since the last comparison.</summary>
    public int Waiting => _actual.Count;

    /// <summary>Takes what has come.</summary>
    public void Collect() => _actual.AddRange(talk.Replies.Drain());

    /// <summary>
    /// Compares what has come since the last time with what is written at this place. Where more came, the last ones
    /// are meant: a script need not write every reply.
    /// </summary>
    /// <param name="expected">What is written.</param>
    /// <param name="unanswered">How many of the last commands will never be answered.</param>
    public void Compare(IReadOnlyList<Reply> expected, int unanswered = 0)
    {
        Collect();
        var come = Math.Max(0, expected.Count - unanswered);

        // One that nobody asked for is the least likely to be meant.
        while (_actual.Count > come && _actual.FindIndex(reply => reply.To is null) is >= 0 and var unasked)
        {
            talk.Judge(_actual[unasked]);
            _actual.RemoveAt(unasked);
        }

        var unwritten = Math.Max(0, _actual.Count - come);
        for (var i = 0; i < unwritten; i++)
        {
            talk.Judge(_actual[i]);
        }

        for (var i = 0; i < expected.Count; i++)
        {
            Compare(expected[i], unwritten + i < _actual.Count ? _actual[unwritten + i].Value : null);
        }

        _actual.Clear();
    }

    void Compare(Reply expected, Reply? actual)
    {
        Compared++;
        var sameCode = actual is not null && actual.Code == expected.Code;
        if (sameCode && (expected.Enhanced is null || expected.Enhanced == actual!.Enhanced))
        {
            return;
        }

        Different++;
        talk.Outcome.Fail(ExitStatus.Unexpected);
        talk.Conversation.Say($"expected {Name(expected, withEnhanced: sameCode)}, got {(actual is null ? "nothing" : Name(actual, withEnhanced: sameCode))}");
    }

    static string Name(Reply reply, bool withEnhanced)
    {
        var code = reply.Code?.ToString("000", System.Globalization.CultureInfo.InvariantCulture) ?? "a malformed reply";
        return withEnhanced ? $"{code} {reply.Enhanced?.ToString() ?? "without enhanced code"}" : code;
    }
}
