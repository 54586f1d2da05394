using SmtpInspector.Terminal.Layout;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Terminal.Views;

/// <summary>Where the parts of a dialog are on a screen of a given size.</summary>
/// <param name="Box">Its frame.</param>
/// <param name="Lines">Its text, broken to fit.</param>
/// <param name="Places">Where the fields and, behind them, the buttons are; empty for those out of sight.</param>
/// <param name="LabelWidth">The cells before each field.</param>
/// <param name="NoteRow">The row of what is said about the field that has the keyboard.</param>
/// <param name="CellWidth">How wide characters are.</param>
public sealed record FormLayout(
    Rect Box, IReadOnlyList<StyledLine> Lines, IReadOnlyList<Rect> Places, int LabelWidth, int NoteRow, CellWidth CellWidth)
{
    const int Widest = 72;

    /// <summary>Lays a dialog out in the middle of a screen. Where there is not room for all, the field that has the keyboard is in sight.</summary>
    public static FormLayout Of(Form form, Rect screen, CellWidth cellWidth)
    {
        var width = Math.Min(Widest, screen.Width - 2);
        var inner = Math.Max(1, width - 4);
        var lines = form.Text.SelectMany(line => TextWrap.Lines(line, inner, cellWidth)).ToList();
        var label = form.Fields.Count == 0 ? 0 : Math.Min(inner / 2, form.Fields.Max(field => cellWidth.Of(Safe.FromText(field.Label))) + 2);
        // A frame, a blank row behind the text and behind the fields, a note, the buttons.
        var fixedRows = 2 + (form.Fields.Count > 0 ? 2 : 0) + 1;
        var textGap = lines.Count > 0 ? 1 : 0;
        var height = Math.Min(screen.Height, fixedRows + lines.Count + textGap + form.Fields.Count);
        var fieldRows = Math.Clamp(height - fixedRows - lines.Count - textGap, Math.Min(1, form.Fields.Count), form.Fields.Count);
        var textRows = Math.Clamp(height - fixedRows - fieldRows - textGap, 0, lines.Count);
        var box = screen.Center(width, height);
        var first = Math.Clamp(form.Focus - fieldRows + 1, 0, form.Fields.Count - fieldRows);
        if (form.Focus < fieldRows)
        {
            first = 0;
        }

        var top = box.Y + 1 + textRows + (textRows > 0 ? textGap : 0);
        var places = new List<Rect>();
        for (var i = 0; i < form.Fields.Count; i++)
        {
            var seen = i >= first && i < first + fieldRows;
            places.Add(seen ? new Rect(box.X + 2 + label, top + i - first, Math.Max(1, inner - label), 1) : default);
        }

        AddButtons(places, form, box, cellWidth);
        return new FormLayout(box, lines.Take(textRows).ToList(), places, label, top + fieldRows, cellWidth);
    }

    // At the right, the first one leftmost.
    static void AddButtons(List<Rect> places, Form form, Rect box, CellWidth cellWidth)
    {
        var widths = form.Buttons.Select(button => cellWidth.Of(Safe.FromText(button)) + 4).ToList();
        var column = Math.Max(box.X + 2, box.Right - 2 - widths.Sum() - widths.Count + 1);
        foreach (var width in widths)
        {
            places.Add(new Rect(column, box.Bottom - 2, width, 1).Intersect(box.Inset(1, 1)));
            column += width + 1;
        }
    }
}
