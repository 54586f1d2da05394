using SmtpInspector.LineMode;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Live;
using SmtpInspector.Tui.Looks;
using SmtpInspector.Tui.Overlays;

namespace SmtpInspector.Tui.Talking;

/// <summary>Sends octets exactly as given: no line ending, no dot of the program's own.</summary>
static class ExactSending
{
    const string Octets = "octets";
    const string Ending = "ending";
    const int PreviewOctets = 60;

    static readonly (string Name, byte[] Bytes)[] Endings =
    [
        ("CRLF", [(byte)'\r', (byte)'\n']), ("LF", [(byte)'\n']), ("CR", [(byte)'\r']), ("none", []),
    ];

    /// <summary>Opens the dialog, filled in with what stands in the line.</summary>
    public static Model Open(Model model, TalkPage page)
    {
        var form = new Form
        {
            Title = "Send exact bytes",
            Fields =
            [
                new FormField.TextLine(Octets, "Bytes", TextField.Of(page.Line.Field.IsMasked ? "" : page.Line.Field.Text.Replace("%", "%25", StringComparison.Ordinal), page.Line.Field.IsMasked),
                    "%XX for the octet XX, as in a transcript: %00, %0D; %25 for the sign itself", Validate: static text => PercentText.TryDecode(text) is null ? PercentText.Rule : null),
                new FormField.Choice(Ending, "Then", [.. Endings.Select(ending => ending.Name)], Hint: "what ends it; nothing else is added, and no dot is stuffed"),
            ],
            Buttons = ["Send", "Cancel"],
        };
        return model with
        {
            Overlay = new Overlay.Dialog(WithPreview(form, model.Look), (next, filled, button) => Answered(next, page.Id, filled, button))
            {
                Changed = (_, form) => WithPreview(form, model.Look),
            },
        };
    }

    static Form WithPreview(Form form, Look look)
    {
        var octets = OctetsOf(form);
        if (((FormField.TextLine)form.Fields[0]).Value.IsMasked)
        {
            return form with { Text = [StyledLine.Of(FormattableString.Invariant($"{octets.Length} octets, not shown: they answer a challenge"), look.Theme.Faint)] };
        }

        var hex = string.Join(' ', octets.Take(PreviewOctets).Select(octet => octet.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
        return form with
        {
            Text =
            [
                [new(FormattableString.Invariant($"{octets.Length} octets: "), look.Theme.Faint), new(Safe.FromBytes(octets.AsSpan(0, Math.Min(PreviewOctets, octets.Length)), look.Form))],
                StyledLine.Of(hex + (octets.Length > PreviewOctets ? " ..." : ""), look.Theme.Info),
            ],
        };
    }

    static byte[] OctetsOf(Form form) => [.. PercentText.TryDecode(form.TextOf(Octets)) ?? [], .. Endings[form.ChosenOf(Ending)].Bytes];

    static Step Answered(Model model, int conversation, Form form, int? button)
    {
        if (button != 0 || model.Page is not TalkPage page || page.Id != conversation || OctetsOf(form) is not { Length: > 0 } octets)
        {
            return model;
        }

        var emptied = page with { Line = page.Line.Field.IsMasked ? page.Line : page.Line.Cleared() };
        return TalkUpdate.Enqueue(model with { Page = emptied }, emptied, new Outgoing(octets, Manner.Exactly, page.State.AwaitsAuthAnswer));
    }
}
