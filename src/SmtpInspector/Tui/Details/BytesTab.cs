using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Looks;

namespace SmtpInspector.Tui.Details;

/// <summary>The octets of an item, as hexadecimal and as text.</summary>
static class BytesTab
{
    /// <summary>A line that says how many, the rows, and what the marks mean.</summary>
    public static ITextLines Lines(DetailSubject subject, Look look, int width)
    {
        var writer = new DetailWriter(look, width);
        switch (subject.Item)
        {
            case null:
                writer.Prose("Nothing is selected.", look.Theme.Faint);
                return writer.Lines;
            case { Lines.Count: 0 } item:
                writer.Line([new(look.Say(ItemWords.Name(item)), look.Theme.Strong), new(": no octet of the conversation", look.Theme.Faint)]);
                return writer.Lines;
            case { } item:
                return new HexLines(item, look, Math.Max(1, width), subject.KeepSecrets);
        }
    }
}
