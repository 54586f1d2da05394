using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Records;
using SmtpInspector.Tui.Searching;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tui.Playing;

/// <summary>Starts, stops and moves a playback.</summary>
static class PlaybackUpdate
{
    static readonly double[] Speeds = [0.25, 0.5, 1, 2, 4, 8, 16, 64];

    /// <summary>Why there is nothing to play; null where there is.</summary>
    public static string? WhyNot(Model model) => model.Page switch
    {
        TalkPage { Stage: Stage.Record, IsReading: true } => "it is still being read",
        TalkPage { Stage: Stage.Record or Stage.Over, Conversation.Items.Count: > 0 } => null,
        TalkPage { Playback: not null } => null,
        TalkPage { Stage: Stage.Record or Stage.Over } => "nothing was said in it",
        _ => "the conversation goes on: it can be played back when it is over",
    };

    /// <summary>Why there is no playback to steer; null where there is one.</summary>
    public static string? WhyNotSteer(Model model) => model.Page is TalkPage { Playback: not null } ? null : "nothing is played back: p begins";

    /// <summary>Begins from the top, stops, or goes on.</summary>
    public static Step PlayOrPause(Model model)
    {
        var page = (TalkPage)model.Page;
        return page.Playback switch
        {
            null => Begin(model, page, plays: true),
            { IsAtEnd: true } => Begin(model, page, plays: true),
            { IsPlaying: true } playback => model with { Page = page with { Playback = playback with { IsPlaying = false, Turn = playback.Turn + 1 } } },
            { } playback => Schedule(model, page with { Playback = playback with { IsPlaying = true, Turn = playback.Turn + 1 } }),
        };
    }

    /// <summary>The next entry, and then stops.</summary>
    public static Step Forward(Model model)
    {
        var page = (TalkPage)model.Page;
        if (page.Playback is not { } playback)
        {
            return Begin(model, page, plays: false).Then(Forward);
        }

        // What makes no entry, the first lines of a reply, is gone through with the one that does.
        var count = page.Conversation.Items.Count;
        var next = page with { Playback = playback with { IsPlaying = false, Turn = playback.Turn + 1 } };
        do
        {
            next = Hear(next);
        }
        while (!next.Playback!.IsAtEnd && next.Conversation.Items.Count == count);
        return model with { Page = next };
    }

    /// <summary>One entry back.</summary>
    public static Step Backward(Model model)
    {
        var page = (TalkPage)model.Page;
        var playback = page.Playback!;
        var items = page.Conversation.Items.Count;
        var position = playback.Position;
        Transcript.Conversation conversation;
        do
        {
            position = Math.Max(0, position - 1);
            conversation = playback.Events.UpTo(position);
        }
        while (position > 0 && conversation.Items.Count >= items);
        var stepped = page with
        {
            List = ListView.Following,
            Playback = playback with { Position = position, IsPlaying = false, Turn = playback.Turn + 1 },
        };
        return model with { Page = Sifting.Grown(stepped, conversation) };
    }

    /// <summary>Faster, or by a negative number slower.</summary>
    public static Step Faster(Model model, int by)
    {
        var page = (TalkPage)model.Page;
        var playback = page.Playback!;
        var at = Math.Clamp(Array.IndexOf(Speeds, playback.Speed) + by, 0, Speeds.Length - 1);
        var next = page with { Playback = playback with { Speed = Speeds[at], Turn = playback.Turn + 1 } };
        var step = playback.IsPlaying ? Schedule(model, next) : model with { Page = next };
        return step.Then(said => said.Say(FormattableString.Invariant($"{Speeds[at]:0.##} times as fast as recorded")));
    }

    /// <summary>Ends it: all of the conversation is there again.</summary>
    public static Step End(Model model)
    {
        var page = (TalkPage)model.Page;
        var playback = page.Playback!;
        var whole = page with { Playback = null, Conversation = playback.Events.UpTo(playback.Events.Count), List = ListView.Start };
        return Sifting.Rest(model with { Page = Sifting.With(whole, page.Filter) }, page.Id);
    }

    /// <summary>The time has come for the next.</summary>
    public static Step Played(Model model, int conversation, int turn)
    {
        if (model.Page is not TalkPage { Playback: { IsPlaying: true, IsAtEnd: false } playback } page || page.Id != conversation || playback.Turn != turn)
        {
            return model;
        }

        var next = Hear(page);
        return next.Playback!.IsAtEnd
            ? (model with { Page = next with { Playback = next.Playback with { IsPlaying = false } } }).Say("the end: p plays it again, Esc shows all of it")
            : Schedule(model, next);
    }

    static Step Begin(Model model, TalkPage page, bool plays)
    {
        var events = page.Record ?? IndexOf(page.Conversation);
        var playing = page with
        {
            Conversation = events.Start,
            List = ListView.Following,
            Focus = page.Focus == Focus.Line ? Focus.Transcript : page.Focus,
            Playback = new Playback(events, 0, plays, 1, (page.Playback?.Turn ?? 0) + 1),
        };
        playing = Sifting.With(playing, page.Filter);
        return plays ? Schedule(model, playing) : model with { Page = playing };
    }

    static TalkPage Hear(TalkPage page)
    {
        var playback = page.Playback!;
        if (playback.IsAtEnd)
        {
            return page;
        }

        var next = playback with { Position = playback.Position + 1 };
        return Sifting.Grown(page, playback.Events.UpTo(next.Position)) with { Playback = next };
    }

    static RecordIndex IndexOf(Transcript.Conversation conversation)
    {
        var index = RecordIndex.Of(conversation);
        RecordReader.Read(index, static (_, _) => { }, CancellationToken.None);
        return index;
    }

    static Step Schedule(Model model, TalkPage page) =>
        new(model with { Page = page }, [new Effect.Later(page.Playback!.Pause, new Msg.Played(page.Id, page.Playback.Turn))]);
}
