using System.Text;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Live;
using SmtpInspector.Tui.Overlays;

namespace SmtpInspector.Tui.Talking;

/// <summary>Several lines pasted at once.</summary>
static class Pasting
{
    const int Preview = 8;

    /// <summary>Each line is a command: what would be sent is shown, and sent only when the user says so. Content is just content.</summary>
    public static Step Ask(Model model, TalkPage page, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var (whole, rest) = (lines[..^1], lines[^1]);
        return page.State.Content == ContentMode.Data && page.Queue.IsEmpty && !whole.AsSpan()[..^1].Contains(".")
            ? Send(model, page, whole, rest)
            : model with { Overlay = new Overlay.Dialog(FormOf(whole, rest, model), (next, _, button) => Answered(next, page.Id, whole, rest, button)) };
    }

    static Form FormOf(string[] whole, string rest, Model model)
    {
        var text = new List<StyledLine>();
        foreach (var line in whole.Take(Preview))
        {
            var shown = Safe.FromText(line, model.Look.Form);
            text.Add([new("C: ", model.Look.Client), new(shown.Slice(0, Math.Min(60, shown.Length)))]);
        }

        if (whole.Length > Preview)
        {
            text.Add(StyledLine.Of(FormattableString.Invariant($"... and {whole.Length - Preview} more"), model.Look.Theme.Faint));
        }

        text.Add(StyledLine.Empty);
        text.Add(StyledLine.Of(rest.Length == 0
            ? "Each goes out when the reply to the one before is there." : "Each goes out when the reply to the one before is there. The last line, which is not ended, stays to be edited."));
        return new Form
        {
            Title = FormattableString.Invariant($"Send {whole.Length} pasted {(whole.Length == 1 ? "line" : "lines")}?"),
            Text = text,
            Buttons = ["Send", "Leave it"],
        };
    }

    static Step Answered(Model model, int conversation, string[] whole, string rest, int? button) =>
        button == 0 && model.Page is TalkPage page && page.Id == conversation ? Send(model, page, whole, rest) : model;

    static Step Send(Model model, TalkPage page, string[] whole, string rest)
    {
        var typed = page with { Line = page.Line.WithText(rest) };
        return TalkUpdate.Enqueue(model with { Page = typed }, typed, whole.Select(line => new Outgoing(Encoding.UTF8.GetBytes(line))));
    }
}
