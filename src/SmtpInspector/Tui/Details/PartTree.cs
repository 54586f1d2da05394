using SmtpInspector.Protocol.Message;
using SmtpInspector.Terminal.Styling;

namespace SmtpInspector.Tui.Details;

/// <summary>The MIME parts of a message as a tree.</summary>
static class PartTree
{
    const int Most = 200;

    public static void Write(DetailWriter writer, MimePart root)
    {
        writer.Heading("Parts");
        var written = 0;
        Write(writer, root, "", "", ref written);
        if (written >= Most)
        {
            writer.Prose("The parts behind these are left out.", writer.Theme.Faint);
        }
    }

    static void Write(DetailWriter writer, MimePart part, string first, string further, ref int written)
    {
        if (written++ >= Most)
        {
            return;
        }

        var glyphs = writer.Look.Glyphs;
        var below = part.Children.Count > 0 ? glyphs.Trunk : "";
        writer.Branch([new(first, writer.Theme.Border)], [new(further + below, writer.Theme.Border)], Text(writer, part), hanging: below.Length > 0 ? 0 : 2);
        for (var i = 0; i < part.Children.Count; i++)
        {
            var isLast = i == part.Children.Count - 1;
            Write(
                writer,
                part.Children[i],
                further + (isLast ? glyphs.LastBranch : glyphs.Branch),
                further + (isLast ? new string(' ', glyphs.LastBranch.Length) : glyphs.Trunk),
                ref written);
        }
    }

    static StyledLine Text(DetailWriter writer, MimePart part)
    {
        var theme = writer.Theme;
        var summary = PartSummary.Of(part);
        var facts = new List<string>();
        if (summary.Charset is { } charset)
        {
            facts.Add(charset);
        }

        if (summary.Encoding is { } encoding)
        {
            facts.Add(encoding);
        }

        facts.Add(ItemWords.Octets(summary.Octets));
        if (summary.IsAttachment)
        {
            facts.Add("attachment");
        }

        var name = summary.FileName is { } file ? $"  \"{file}\"" : "";
        return
        [
            new(writer.Quote(summary.Number.Length > 0 ? $"{summary.Number} " : ""), theme.Faint),
            new(writer.Quote(summary.MediaType), theme.Accent),
            new(writer.Quote(name)),
            new(writer.Quote($"  {string.Join(", ", facts)}"), theme.Faint),
        ];
    }
}
