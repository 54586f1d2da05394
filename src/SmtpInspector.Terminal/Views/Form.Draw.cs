using SmtpInspector.Terminal.Drawing;
using SmtpInspector.Terminal.Layout;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Themes;

namespace SmtpInspector.Terminal.Views;

/// <remarks>Here: how it is drawn.</remarks>
public sealed partial record Form
{
    const int NoteRows = 2;

    /// <summary>Draws it over the middle of the screen; returns where its parts are, for the mouse.</summary>
    public FormLayout Draw(Canvas screen, Theme theme)
    {
        var layout = FormLayout.Of(this, screen.Area, screen.CellWidth);
        var box = screen.Part(layout.Box);
        box.Fill(theme.Popup);
        box.Frame(box.Area, theme.Popup.Under(theme.FocusedBorder), Safe.FromText(Title), theme.Popup.Under(theme.FocusedTitle));
        for (var row = 0; row < layout.Lines.Count; row++)
        {
            var column = 2;
            foreach (var run in layout.Lines[row])
            {
                column = box.Write(column, row + 1, run.Text, theme.Popup.Under(run.Style));
            }
        }

        for (var i = 0; i < Fields.Count; i++)
        {
            if (!layout.Places[i].IsEmpty)
            {
                DrawField(screen, layout, i, theme);
            }
        }

        DrawNote(screen, layout, theme);
        DrawScrollBar(box, layout, theme);
        for (var i = 0; i < Buttons.Count; i++)
        {
            var focused = Focus == Fields.Count + i;
            var button = screen.Part(layout.Places[Fields.Count + i]);
            var style = focused ? theme.FocusedButton : theme.Popup.Under(theme.Button);
            button.Fill(style);
            // Brackets, because colour alone does not tell.
            button.Write(0, 0, focused ? "[" : " ", style);
            var end = button.Write(2, 0, Safe.FromText(Buttons[i]), style);
            button.Write(end + 1, 0, focused ? "]" : " ", style);
        }

        return layout;
    }

    void DrawField(Canvas screen, FormLayout layout, int index, Theme theme)
    {
        var place = layout.Places[index];
        var field = Fields[index];
        var focused = Focus == index;
        var label = screen.Part(new Rect(place.X - layout.LabelWidth, place.Y, layout.LabelWidth, 1));
        var wrong = ShowsErrors && field.Error is not null;
        var labelStyle = theme.Popup.Under(wrong ? theme.Error : focused ? theme.Strong : default);
        label.WriteFitted(0, 0, layout.LabelWidth - 1, Safe.FromText(field.Label), labelStyle);
        var canvas = screen.Part(place);
        switch (field)
        {
            case FormField.TextLine line:
                FieldView.Draw(canvas, line.Value, theme, theme.Popup.Under(theme.Field), focused);
                if (line.Value.Text.Length == 0)
                {
                    canvas.WriteFitted(0, 0, canvas.Width, Safe.FromText(line.Placeholder), theme.Popup.Under(theme.Field).Under(theme.Ghost));
                }

                break;
            case FormField.Toggle toggle:
                Mark(canvas, 0, toggle.Value ? "[x]" : "[ ]", focused, theme);
                break;
            case FormField.Choice choice:
                DrawChoice(canvas, choice, focused, theme);
                break;
        }
    }

    static void DrawChoice(Canvas canvas, FormField.Choice choice, bool focused, Theme theme)
    {
        var all = choice.Options.Sum(option => canvas.CellWidth.Of(Safe.FromText(option)) + 6) - 2;
        if (all > canvas.Width)
        {
            // One at a time, where they do not stand side by side.
            var column = Mark(canvas, 0, "<", focused, theme) + 1;
            column = canvas.WriteFitted(column, 0, canvas.Width - 4, Safe.FromText(choice.Options[choice.Chosen]), theme.Popup.Under(theme.Strong)) + 1;
            Mark(canvas, column, ">", focused: false, theme);
            return;
        }

        var at = 0;
        for (var i = 0; i < choice.Options.Count; i++)
        {
            var chosen = i == choice.Chosen;
            at = Mark(canvas, at, chosen ? "(*)" : "( )", focused && chosen, theme) + 1;
            at = canvas.Write(at, 0, Safe.FromText(choice.Options[i]), theme.Popup.Under(chosen ? theme.Strong : default)) + 2;
        }
    }

    static int Mark(Canvas canvas, int column, SafeText mark, bool focused, Theme theme)
    {
        if (focused)
        {
            canvas.ShowCursor(column + (mark.Length / 2), 0);
        }

        return canvas.Write(column, 0, mark, focused ? theme.FocusedButton : theme.Popup);
    }

    // On the frame, where not all fields are in sight.
    void DrawScrollBar(Canvas box, FormLayout layout, Theme theme)
    {
        var first = layout.Places.ToList().FindIndex(place => !place.IsEmpty);
        var seen = layout.Places.Take(Fields.Count).Count(place => !place.IsEmpty);
        if (seen > 0 && seen < Fields.Count)
        {
            box.ScrollBar(
                new Rect(box.Width - 1, layout.Places[first].Y - layout.Box.Y, 1, seen), first, seen, Fields.Count,
                theme.Popup.Under(theme.ScrollTrack), theme.Popup.Under(theme.ScrollThumb));
        }
    }

    static string Hint(FormField field) => field is FormField.TextLine { IsPath: true } ? $"{field.Hint}; Tab completes it" : field.Hint;

    void DrawNote(Canvas screen, FormLayout layout, Theme theme)
    {
        if (Focus < Fields.Count)
        {
            // It may take the blank row above the buttons too.
            var error = ShowsErrors ? Fields[Focus].Error : null;
            var note = screen.Part(new Rect(layout.Box.X + 2, layout.NoteRow, Math.Max(1, layout.Box.Width - 4), NoteRows).Intersect(layout.Box.Inset(1, 1)));
            var style = theme.Popup.Under(error is null ? theme.Faint : theme.Error);
            var lines = TextWrap.Lines(StyledLine.Of(Safe.FromText(error is null ? Hint(Fields[Focus]) : "! " + error), style), Math.Max(1, note.Width), note.CellWidth);
            for (var row = 0; row < Math.Min(lines.Count, Math.Min(NoteRows, layout.Box.Bottom - 2 - layout.NoteRow)); row++)
            {
                note.Write(0, row, lines[row]);
            }
        }
    }
}
