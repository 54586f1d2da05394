using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Judgement;

namespace SmtpInspector.Session;

/// <summary>Collects the replies, for whoever has to decide whether they are as expected.</summary>
sealed class ReplyWatch : IConversationObserver
{
    readonly List<Entry.Reply> _replies = [];

    /// <summary>How many replies have come since the last <see cref="Drain"/>.</summary>
    public int Count => _replies.Count;

    /// <summary>How many replies have come in all.</summary>
    public int Total { get; private set; }

    /// <summary>The newest reply; null before the first.</summary>
    public Entry.Reply? Last { get; private set; }

    public void Take(in Observed observed)
    {
        for (var i = 0; i < observed.Entries.Count; i++)
        {
            var entry = observed.Entries[i];
            if (entry is Entry.Reply reply)
            {
                _replies.Add(reply);
                Last = reply;
                Total++;
            }
        }
    }

    /// <summary>The replies since the last call.</summary>
    public Entry.Reply[] Drain()
    {
        Entry.Reply[] replies = [.. _replies];
        _replies.Clear();
        return replies;
    }

    /// <summary>Whether a reply is as expected where nothing is written: 2yz or 3yz, and for DATA 354 alone.</summary>
    public static bool IsExpected(Entry.Reply reply) => reply.To?.Verb == Verb.Data
        ? reply.Value.Code == 354
        : reply.Value is { IsComplete: true, Class: ReplyClass.Success or ReplyClass.Intermediate };
}
