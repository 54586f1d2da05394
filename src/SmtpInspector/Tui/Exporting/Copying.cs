using System.Text;
using SmtpInspector.Show;
using SmtpInspector.Terminal.Device;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Overlays;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tui.Exporting;

/// <summary>Puts an entry, or the whole conversation, on the clipboard, and says how many octets that were.</summary>
static class Copying
{
    const string Markdown = "the conversation as Markdown";

    /// <summary>Why there is nothing to copy; null where there is.</summary>
    public static string? WhyNot(Model model) =>
        model.Page is TalkPage page && page.Selected(model.Look) is { Entry: not null } ? null : "select an entry first";

    /// <summary>Asks in which form; where there is but one, copies.</summary>
    public static Step Entry(Model model)
    {
        var page = (TalkPage)model.Page;
        var item = Exports.Item(page.Selected(model.Look)!)!;
        var forms = EntryExport.FormsOf(item, page.KeepSecrets);
        if (forms is [var only])
        {
            return Copy(model, EntryExport.Render(item, only, page.KeepSecrets)!, NameOf(only));
        }

        var entries = forms.Select(form => new PaletteEntry(
            form.ToString(), NameOf(form), FormattableString.Invariant($"{EntryExport.Render(item, form, page.KeepSecrets)!.Length:N0} octets")));
        return model with
        {
            Overlay = new Overlay.Chooser(Palette.Open("Copy", [.. entries]), (next, id) =>
            {
                var form = Enum.Parse<ExportForm>(id);
                return Copy(next, EntryExport.Render(item, form, page.KeepSecrets)!, NameOf(form));
            }),
        };
    }

    /// <summary>Copies the whole conversation as Markdown.</summary>
    public static Step Whole(Model model)
    {
        var page = (TalkPage)model.Page;
        return page.Conversation.IsLong
            ? new Step(model, [new Effect.Run(_ =>
            {
                var octets = Whole(page);
                return Task.FromResult<Func<Model, Step>>(next => Copy(next, octets, Markdown));
            })])
            : Copy(model, Whole(page), Markdown);
    }

    static byte[] Whole(TalkPage page) => Encoding.UTF8.GetBytes(Exports.MarkdownOf(page));

    static Step Copy(Model model, byte[] octets, string what) => octets.Length > Clipboard.CommonLimit
        ? model.Say(FormattableString.Invariant($"{octets.Length:N0} octets are more than most terminals take at once ({Clipboard.CommonLimit:N0}): Ctrl-S saves to a file"), ToastKind.Warning)
            .And(new Effect.Copy(octets))
        : model.Say(FormattableString.Invariant($"copied {octets.Length:N0} octets: {what}"), ToastKind.Success).And(new Effect.Copy(octets));

    static string NameOf(ExportForm form) => form switch
    {
        ExportForm.Text => "the text",
        ExportForm.Octets => "the octets as on the wire",
        ExportForm.Hex => "the octets as hex",
        ExportForm.Decoded => "what it says decoded",
        ExportForm.Eml => "the message (.eml)",
    };
}
