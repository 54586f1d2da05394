using SmtpInspector.LineMode;
using SmtpInspector.Tui;
using SmtpInspector.Tui.Comparing;
using SmtpInspector.Tui.Home;
using SmtpInspector.Tui.Overlays;
using SmtpInspector.Tui.Searching;
using SmtpInspector.Tui.Talking;
using static SmtpInspector.Tests.Tui.Actions.ActionCase;

namespace SmtpInspector.Tests.Tui.Actions;

/// <summary>What comes of every action.</summary>
static class ActionCases
{
    /// <summary>The cases; every action that does something by itself has one.</summary>
    public static IReadOnlyList<ActionCase> All { get; } =
    [
        new("interrupt", "waiting", (_, after) => Wants<Effect.StopWaiting>(after)),
        new("interrupt", "typing", (_, after) => Talk(after).Line.Field.Text == "") { First = screen => screen.Type("half") },
        new("interrupt", "typing", (_, after) => Says(after, "Ctrl-Q leaves")),
        new("interrupt", "challenged", (_, after) => Talk(after).Line.Field is { Text: "", IsMasked: true }) { First = screen => screen.Type("ann") },
        new("encode-answers", "challenged", (before, after) => Talk(after).EncodesAnswers != Talk(before).EncodesAnswers),
        new("send-without-waiting", "typing", (_, after) => Wants<Effect.Send>(after, send => send.Lines is [{ Manner: Manner.WithoutWaiting }]) && Talk(after).Line.Field.Text == "") { First = screen => screen.Type("NOOP") },
        new("send-without-waiting", "waiting", (_, after) => Wants<Effect.StopWaiting>(after) && Talk(after).Queue.Count == 1) { First = screen => screen.Type("RSET") },
        new("send-bytes", "typing", (_, after) => Dialog(after, "Send exact bytes")),
        new("resend", "panes", (_, after) => Dialog(after, "Send 4 lines again?")) { First = screen => screen.Press("g", "j", "j", "j") },
        new("resend", "panes", (_, after) => Wants<Effect.Send>(after, send => Text(send) == "RCPT TO:<b@example.org>")) { First = screen => screen.Press("k") },
        new("resend-edited", "panes", (_, after) => Talk(after) is { Focus: Focus.Line, Line.Field.Text: "EHLO client.example" }) { First = screen => screen.Press("g", "j", "j", "j") },
        new("resend-one", "panes", (_, after) => Wants<Effect.Send>(after, send => Text(send) == "EHLO client.example") && Talk(after).List.Selected == 4) { First = screen => screen.Press("g", "j", "j", "j") },
        new("resend-one", "record", (_, after) => Talk(after) is { Conversation.Items.Count: 1, Playback.IsPlaying: false }),
        new("reconnect", "over", (_, after) => Wants<Effect.Connect>(after, connect => connect.Conversation == 100 && connect.Request == Situations.Request) && Talk(after) is { Id: 100, Conversation.Count: 0, Queue.IsEmpty: true }),
        new("reconnect-with", "over", (_, after) => after.Model.Overlay is Overlay.Dialog { Form: var form } && form.TextOf("target") == "mail.example.org:587"),
        new("repeat", "over", (_, after) => Wants<Effect.Connect>(after) && Talk(after) is { Id: 100, Conversation.Count: 0, Queue.Count: 4 }),
        new("save", "typing", (_, after) => Dialog(after, "Save the conversation")),
        new("open-file", "typing", (_, after) => Dialog(after, "Open a transcript")),
        new("compare", "panes", (_, after) => Dialog(after, "Compare with a transcript")),
        new("copy", "panes", (_, after) => after.Model.Overlay is Overlay.Chooser { Palette.Title: "Copy" }),
        new("copy-all", "panes", (_, after) => Wants<Effect.Copy>(after, copy => System.Text.Encoding.UTF8.GetString(copy.Octets.Span).Contains("RCPT TO", StringComparison.Ordinal)) && Says(after, "Markdown")),
        new("play", "record", (_, after) => Talk(after).Playback is { IsPlaying: true, Position: 0 } && Wants<Effect.Later>(after)),
        new("play", "playing", (_, after) => Talk(after).Playback is { IsPlaying: false } && !Wants<Effect.Later>(after)),
        new("play-step", "record", (_, after) => Talk(after) is { Playback.IsPlaying: false, Conversation.Items.Count: 1 }),
        new("play-back", "playing", (_, after) => Talk(after) is { Playback.IsPlaying: false, Conversation.Items.Count: 1 }) { First = screen => screen.Press(".", ".") },
        new("play-faster", "playing", (_, after) => Talk(after).Playback is { Speed: 2 }),
        new("play-slower", "playing", (_, after) => Talk(after).Playback is { Speed: 0.5 }),
        new("play-end", "playing", (_, after) => Talk(after) is { Playback: null, Conversation.Items.Count: 11 }),
        new("comparison-next", "comparing", (before, after) => Compared(after).List.Selected > Compared(before).List.Selected),
        new("comparison-previous", "comparing", (_, after) => Says(after, "no difference further up")),
        new("comparison-only", "comparing", (_, after) => Compared(after).OnlyDifferences),
        new("comparison-down", "comparing", (_, after) => Compared(after).List.Selected == 1),
        new("comparison-up", "comparing", (_, after) => Compared(after).List.Selected == 0) { First = screen => screen.Press("j") },
        new("comparison-first", "comparing", (_, after) => Compared(after).List.Selected == 0) { First = screen => screen.Press("G") },
        new("comparison-last", "comparing", (_, after) => Compared(after).List.Selected > 2),
        new("comparison-back", "comparing", (_, after) => after.Model.Page is TalkPage),
        new("home-open", "home", (_, after) => Wants<Effect.Connect>(after) && after.Model.Page is TalkPage),
        new("home-options", "home", (_, after) => after.Model.Overlay is Overlay.Dialog),
        new("home-remove", "home over a conversation", (_, after) => Wants<Effect.Leave>(after, leave => leave.Conversation == 1) && after.Model.Beneath.IsEmpty) { First = screen => screen.Type("mail.example.org:587") },
        new("home-back", "home", (_, after) => Says(after, "Ctrl-Q leaves")),
        new("home-back", "home over a conversation", (_, after) => after.Model.Page is TalkPage { Id: 1 }),
        new("home-back", "home over a conversation", (_, after) => after.Model.Page is HomePage { Query.Text: "" }) { First = screen => screen.Type("mx") },
        new("home", "waiting", (_, after) => after.Model is { Page: HomePage, Beneath.IsEmpty: false } && Wants<Effect.Run>(after)),
        new("connect", "home", (_, after) => after.Model.Overlay is Overlay.Dialog),
        new("lesson-hint", "lesson", (_, after) => Wants<Effect.Send>(after, send => Text(send) == "?hint")),
        new("lesson-next", "lesson", (_, after) => Wants<Effect.Send>(after, send => Text(send) == "?skip")),
        new("lesson-back", "lesson", (_, after) => Wants<Effect.Send>(after, send => Text(send) == "?back")),
        new("lesson-again", "lesson", (_, after) => Wants<Effect.Send>(after, send => Text(send) == "?again")),
        new("lesson-restart", "lesson", (_, after) => Wants<Effect.Send>(after, send => Text(send) == "?restart")),
        new("lesson-go-on", "lesson", (_, after) => Wants<Effect.Teach>(after, teach => teach.Lesson.Number == 2) && Wants<Effect.Leave>(after)),
        new("lessons", "typing", (_, after) => Wants<Effect.Run>(after)),
        new("pane-lesson", "lesson", (_, after) => Talk(after).Focus == Focus.Lesson),
        new("script", "panes", (_, after) => Dialog(after, "Send a script")),
        new("script-step", "script", (_, after) => Wants<Effect.Send>(after, send => Text(send) == "NOOP") && Talk(after).Script is { Next: 1, IsRunning: false }),
        new("script-run", "script", (_, after) => Wants<Effect.Send>(after, send => Text(send) == "NOOP") && Talk(after).Script is { Next: 1, IsRunning: true }),
        new("script-skip", "script", (_, after) => !Wants<Effect.Send>(after) && Talk(after).Script is { Next: 1 }),
        new("script-stop", "script", (_, after) => Talk(after).Script is null),
        new("settings", "home", (_, after) => after.Model.Overlay is Overlay.Dialog),
        new("keys", "typing", (_, after) => after.Model.Overlay is not null and not Overlay.Commands),
        new("to-line", "panes", (_, after) => Talk(after).Focus == Focus.Line),
        new("to-panes", "typing", (_, after) => Talk(after) is { Focus: Focus.Transcript, Line.Field.Text: "half" }) { First = screen => screen.Type("half") },
        new("back", "panes", (_, after) => Talk(after).Focus == Focus.Line),
        new("back", "panes", (_, after) => Talk(after) is { Search: null, Focus: Focus.Transcript }) { First = screen => screen.Press("/").Type("rcpt").Press("Enter") },
        new("next-pane", "panes", (_, after) => Talk(after).Focus == Focus.Detail),
        new("previous-pane", "detail", (_, after) => Talk(after).Focus == Focus.Transcript),
        new("open", "panes", (before, after) => Talk(after).Folds.Count == 1 && Talk(after).List.Selected == 4) { First = screen => screen.Press("g", "j", "j", "j", "j") },
        new("open", "panes", (_, after) => Talk(after) is { Zoomed: Focus.Detail, Focus: Focus.Detail }) { First = screen => screen.Press("g", "j", "j", "j") },
        new("pane-transcript", "detail", (_, after) => Talk(after).Focus == Focus.Transcript),
        new("pane-detail", "typing", (_, after) => Talk(after).Focus == Focus.Detail),
        new("pane-bytes", "typing", (_, after) => Talk(after) is { Focus: Focus.Detail, Tab: 1 }),
        new("tab-next", "panes", (_, after) => Talk(after).Tab == 1),
        new("tab-previous", "panes", (_, after) => Talk(after).Tab == 4),
        new("down", "panes", (_, after) => Talk(after).List.Selected == 1) { First = screen => screen.Press("g") },
        new("up", "panes", (_, after) => Talk(after).List is { Selected: 9, Follows: false }),
        new("page-up", "typing", (_, after) => Talk(after) is { Focus: Focus.Line, List.Follows: false }),
        new("page-down", "typing", (before, after) => Talk(after) is { Focus: Focus.Line } && Talk(after).List.Selected > Talk(before).List.Selected) { First = screen => screen.Press("Esc", "g", "i") },
        new("half-up", "panes", (_, after) => Talk(after).List.Selected < 10),
        new("half-down", "panes", (_, after) => Talk(after).List.Selected > 0) { First = screen => screen.Press("g") },
        new("first", "panes", (_, after) => Talk(after).List is { Selected: 0, Follows: false }),
        new("last", "panes", (_, after) => Talk(after).List.Follows) { First = screen => screen.Press("g") },
        new("search", "panes", (_, after) => Talk(after).Prompt is { Kind: PromptKind.Search }),
        new("search-next", "panes", (_, after) => Talk(after).List.Selected == 9 && Says(after, "2 of 2")) { First = Searched },
        new("search-previous", "panes", (_, after) => Talk(after).List.Selected == 9 && Says(after, "from the bottom again")) { First = Searched },
        new("filter", "panes", (_, after) => Talk(after).Prompt is { Kind: PromptKind.Filter }),
        new("mark", "panes", (_, after) => Talk(after).Prompt is { Kind: PromptKind.Mark }),
        new("jump", "panes", (_, after) => Talk(after).Prompt is { Kind: PromptKind.Jump }),
        new("narrower", "panes", (before, after) => Talk(after).Share < Talk(before).Share),
        new("wider", "panes", (before, after) => Talk(after).Share > Talk(before).Share),
        new("less", "panes", (before, after) => Talk(after).Share < Talk(before).Share),
        new("equalise", "panes", (_, after) => Talk(after).Share == 50),
        new("zoom", "detail", (_, after) => Talk(after).Zoomed == Focus.Detail),
        new("palette", "typing", (_, after) => after.Model.Overlay is Overlay.Commands { Palette.Title: var title } && title.StartsWith("Everything", StringComparison.Ordinal)),
        new("help", "typing", (_, after) => after.Model.Overlay is Overlay.Help { Palette.Title: var title } && title.StartsWith("Keys here", StringComparison.Ordinal)),
        new("quit", "typing", (_, after) => Wants<Effect.Quit>(after)),
        new("suspend", "typing", (_, after) => Wants<Effect.Suspend>(after)),
        new("redraw", "typing", (_, after) => Wants<Effect.Redraw>(after)),
        new("mouse", "panes", (_, after) => !after.Model.Mouse && Wants<Effect.UseMouse>(after, use => !use.On)),
    ];

    static ComparisonPage Compared(ScreenHarness screen) => (ComparisonPage)screen.Model.Page;

    static bool Dialog(ScreenHarness screen, string title) => screen.Model.Overlay is Overlay.Dialog dialog && dialog.Form.Title == title;

    static string Text(Effect.Send send) => string.Join('\n', send.Lines.Select(line => System.Text.Encoding.UTF8.GetString(line.Octets.Span)));

    static void Searched(ScreenHarness screen) => screen.Press("g", "/").Type("rcpt").Press("Enter");
}
