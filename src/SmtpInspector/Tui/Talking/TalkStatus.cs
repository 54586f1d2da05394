using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Terminal.Drawing;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Talking;

/// <summary>The row at the top: whom one talks to, and how it stands.</summary>
static class TalkStatus
{
    const int LeastName = 22;

    /// <summary>Draws it.</summary>
    public static void Draw(Canvas canvas, TalkPage page, Model model)
    {
        var theme = model.Look.Theme;
        var conversation = page.Conversation;
        var left = new List<StyledRun>
        {
            new(Name(page, model), theme.Strong),
            Stand(page, model),
            Tls(page, model),
            new(Safe.FromText(Place(page.State), model.Look.Form), theme.Accent),
            new(FormattableString.Invariant($"{conversation.Commands} {(conversation.Commands == 1 ? "cmd" : "cmds")}")),
            new(FormattableString.Invariant($"{conversation.Errors} !"), conversation.Errors > 0 ? theme.Error : theme.Faint),
            new(FormattableString.Invariant($"{conversation.Warnings} ~"), conversation.Warnings > 0 ? theme.Warning : theme.Faint),
            new(conversation.Now > TimeSpan.Zero ? ItemRows.Duration(conversation.Now) : "", theme.Faint),
        };
        var right = new[]
        {
            new StyledRun($"theme {theme.Name}", theme.Faint),
            new StyledRun(model.Mouse ? "mouse on" : "mouse off", theme.Faint),
        };
        StatusLine.Draw(canvas, 0, [.. left], model.Size.Columns >= 120 ? right : [], theme);
    }

    // Of a long name as much as leaves room for the rest; the window's title has all of it.
    static SafeText Name(TalkPage page, Model model)
    {
        var name = Safe.FromText(page.Name, model.Look.Form);
        var room = Math.Max(LeastName, model.Size.Columns / 3);
        return model.Look.Width.Of(name) <= room ? name : name.Slice(0, model.Look.Width.Fit(name.Text, room - 3).Length) + "...";
    }

    static StyledRun Stand(TalkPage page, Model model)
    {
        var theme = model.Look.Theme;
        if (page.Playback is { } playback)
        {
            var what = playback.IsPlaying ? "playing" : "stopped";
            return new(FormattableString.Invariant($"[{what} {playback.Position}/{playback.Events.Count} {playback.Speed:0.##}x]"), theme.Accent);
        }

        var items = Math.Max(1, page.Conversation.Items.Count);
        if (page.IsSifting)
        {
            return new(FormattableString.Invariant($"[filtering {100L * page.Sifted / items} %]"), theme.Warning);
        }

        if (page.Hunt is { IsOn: true } hunt)
        {
            return new(FormattableString.Invariant($"[searching {100L * hunt.Looked / items} %]"), theme.Warning);
        }

        return page.Stage switch
        {
            Stage.Opening => new("[opening]", theme.Info),
            Stage.Over => new("[closed]", page.EndMessage is null ? theme.Faint : theme.Error),
            Stage.Record => page.IsReading ? new("[reading]", theme.Warning) : new("[record]", theme.Info),
            _ => new("[open]", theme.Success),
        };
    }

    static StyledRun Tls(TalkPage page, Model model)
    {
        var theme = model.Look.Theme;
        return page.Conversation.Tls switch
        {
            { Verified: true } tls => new(Safe.FromText($"{tls.Protocol.Replace(" ", "", StringComparison.Ordinal)} ok", model.Look.Form), theme.Success),
            { Verified: false } tls => new(Safe.FromText($"{tls.Protocol.Replace(" ", "", StringComparison.Ordinal)} unverified", model.Look.Form), theme.Error),
            { } tls => new(Safe.FromText(tls.Protocol.Replace(" ", "", StringComparison.Ordinal), model.Look.Form), theme.Info),
            null => page.State.Tls == true ? new("TLS", theme.Info) : new("in the clear", theme.Warning),
        };
    }

    // Where in the conversation one is, in the words of the commands.
    static string Place(SessionState state) => state switch
    {
        { Phase: Phase.Closed } => "over",
        { Content: not ContentMode.None } => "MESSAGE",
        { AwaitsAuthAnswer: true } => "AUTH",
        { Transaction.RecipientCount: > 0 } => "MAIL>RCPT",
        { Transaction: not null } => "MAIL",
        { Authenticated: true } => "AUTH ok",
        { Offers: not null } => "EHLO",
        _ => "",
    };
}
