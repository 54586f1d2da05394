using SmtpInspector.Terminal.Styling;

namespace SmtpInspector.Tui.Details;

/// <summary>The beginning of what a message says to its reader: its first text, decoded.</summary>
static class MessageBeginning
{
    // More is read in the message itself: this is to recognise it.
    const int MostLines = 12;

    const int MostOfLine = 400;

    public static void Write(DetailWriter writer, MessageContent content)
    {
        if (content.Text is not { } text)
        {
            return;
        }

        var lines = text.Decoded.Text.Split('\n');
        var shown = lines.Length <= MostLines + 1 && lines[^1].Length == 0 ? lines[..^1] : lines;
        if (shown.Length == 0 || shown.All(string.IsNullOrWhiteSpace))
        {
            return;
        }

        writer.Heading(text.Part.Number.Length > 0 ? $"Text, of part {text.Part.Number}" : "Text");
        foreach (var line in shown.Take(MostLines))
        {
            writer.Line(StyledLine.Of(writer.Quote(line.Length > MostOfLine ? $"{line.AsSpan(0, MostOfLine)}..." : line)));
        }

        if (shown.Length > MostLines || text.IsCut)
        {
            writer.Prose("It goes on.", writer.Theme.Faint);
        }

        foreach (var note in text.Decoded.Notes)
        {
            writer.Line(StyledLine.Of(writer.Quote(note), writer.Theme.Warning));
        }
    }
}
