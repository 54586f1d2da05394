using SmtpInspector.Protocol.Judgement;

namespace SmtpInspector.Tui.Talking;

/// <summary>
/// How long a server bears silence, known or learnt. Nothing ticks meanwhile: a single word of warning comes shortly before the end.
/// </summary>
static class Idleness
{
    static readonly TimeSpan Warning = TimeSpan.FromSeconds(5);

    /// <summary>How long before the end the user is warned.</summary>
    public static TimeSpan WarnedBefore(TimeSpan limit) => limit / 2 < Warning ? limit / 2 : Warning;

    /// <summary>Has the user warned in time, while the conversation waits for a line.</summary>
    public static Step Watch(Model model, TalkPage page) => page.IdleLimit is { } limit
        ? new Step(model, [new Effect.Later(limit - WarnedBefore(limit), new Msg.Idle(page.Id, page.Turn))]) : model;

    /// <summary>What was learnt of this server before; null for nothing.</summary>
    public static TimeSpan? Learnt(Model model, TalkPage page) => model.IdleLimits.TryGetValue(page.Name, out var limit) ? limit : null;

    /// <summary>Learns from a server that hangs up because nothing was said.</summary>
    public static Model Learn(Model model, int conversation, IReadOnlyList<Entry> entries)
    {
        foreach (var entry in entries)
        {
            // RFC 5321 §3.8: 421 announces the close; SES says 451 4.4.2.
            if (entry is Entry.Reply { To: null, Value.Code: 421 or 451, At: { } at } && model.Page is TalkPage page && page.Id == conversation
                && page.Conversation.Items is [.., { At: { } before }, _] && at - before > TimeSpan.FromSeconds(2))
            {
                return model with { IdleLimits = model.IdleLimits.SetItem(page.Name, at - before) };
            }
        }

        return model;
    }
}
