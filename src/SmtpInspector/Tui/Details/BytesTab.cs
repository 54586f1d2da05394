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
                writer.Prose(item.Entry is { } entry ? ItemWords.Event(entry) : "", look.Theme.Text);
                writer.Gap();
                writer.Prose("No octet went over the wire for it.", look.Theme.Faint);
                return writer.Lines;
            case { } item:
                return new HexLines(item, look, Math.Max(1, width), subject.KeepSecrets);
        }
    }
}
