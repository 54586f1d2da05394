using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Wire;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Live;
using SmtpInspector.Tui.Overlays;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Talking;

/// <summary>Sends again what was sent before: one line, or all from the selected one on. Asked first, since each line acts on a live server.</summary>
static class Resending
{
    /// <summary>Why the selected entry cannot be sent again; null where it can.</summary>
    public static string? WhyNot(Model model) => model.Page switch
    {
        TalkPage { Stage: Stage.Record } => "it is a record: there is no server to send to",
        TalkPage { Stage: Stage.Over } => "the conversation is over: F5 connects again",
        TalkPage page when Command(page, model) is null => "select a command first",
        _ => null,
    };

    /// <summary>Sends the selected line again.</summary>
    public static Step One(Model model, TalkPage page) => Command(page, model) is { } line ? TalkUpdate.Enqueue(model, page, line) : model;

    /// <summary>Puts the selected line on the line one types on.</summary>
    public static Step Edit(Model model, TalkPage page)
    {
        var text = System.Text.Encoding.UTF8.GetString(Command(page, model)!.Octets.Span).TrimEnd('\r', '\n');
        return model with { Page = page with { Line = page.Line.Cleared().WithText(text), Focus = Focus.Line, Zoomed = null } };
    }

    /// <summary>Asks whether to send the selected line and all the user sent behind it.</summary>
    public static Step From(Model model, TalkPage page)
    {
        var first = page.Selected(model.Look)!.Number;
        var lines = new List<Outgoing>();
        for (var i = first; i < page.Conversation.Count; i++)
        {
            if (Command(page.Conversation[i]) is { } line)
            {
                lines.Add(line);
            }
        }

        if (lines.Count == 1)
        {
            return TalkUpdate.Enqueue(model, page, lines);
        }

        var form = new Form
        {
            Title = FormattableString.Invariant($"Send {lines.Count} lines again?"),
            Text =
            [
                .. lines.Take(8).Select(line => Terminal.Styling.StyledLine.Of(Safe.FromBytes(line.Octets.Span[..Math.Min(60, line.Octets.Length)], model.Look.Form))),
                Terminal.Styling.StyledLine.Empty,
                Terminal.Styling.StyledLine.Of("Credentials and messages are left out. Each line goes out when the reply to the one before is there."),
            ],
            Buttons = ["Send", "Cancel"],
        };
        return model with
        {
            Overlay = new Overlay.Dialog(form, (next, _, button) => button == 0 && next.Page is TalkPage talk && talk.Id == page.Id
                ? TalkUpdate.Enqueue(next, talk, lines) : next),
        };
    }

    static Outgoing? Command(TalkPage page, Model model) => page.Selected(model.Look) is { } item ? Command(item) : null;

    // A credential was not kept to be sent once more without being seen.
    static Outgoing? Command(TranscriptItem item) => item is { Kind: ItemKind.Command, Own: false, Lines: [var line] } && item.Entry is Entry.Command { Secrets.Count: 0 }
        ? line.Wire.Ending == LineEnding.CrLf ? new Outgoing(line.Wire.Content) : new Outgoing(line.Wire.Bytes, LineMode.Manner.Exactly)
        : null;
}
