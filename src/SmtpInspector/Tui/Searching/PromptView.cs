using SmtpInspector.Terminal.Drawing;
using SmtpInspector.Terminal.Layout;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tui.Searching;

/// <summary>Draws what is asked for at the bottom, before the keys.</summary>
static class PromptView
{
    /// <summary>The columns that it needs at least; the keys have the others.</summary>
    public const int Least = 24;

    /// <summary>Draws it.</summary>
    public static void Draw(Canvas row, TalkPage page, Prompt prompt, Model model)
    {
        var theme = model.Look.Theme;
        var (label, help) = prompt.Kind switch
        {
            PromptKind.Search => ("/", "text, or x 0d0a for bytes"),
            PromptKind.Filter => ("filter ", "c: s: 5xx 550 ! ~ i text /regex/"),
            PromptKind.Mark => ("mark: a letter", ""),
            PromptKind.Jump => (page.Marks.IsEmpty ? "nothing is marked yet: m and a letter" : $"go to mark: {string.Join(' ', page.Marks.Keys.Order(StringComparer.Ordinal))}", ""),
        };
        var column = row.WriteFitted(1, 0, row.Width - 2, Safe.FromText(label, model.Look.Form), theme.StatusKey);
        if (prompt.Kind is PromptKind.Mark or PromptKind.Jump)
        {
            row.ShowCursor(column + 1, 0);
            return;
        }

        // What is typed comes before what is said about it.
        var helped = row.Width - column - row.CellWidth.Of((SafeText)help) - 3;
        var fits = helped > row.CellWidth.Of(Safe.FromText(prompt.Field.Text));
        FieldView.Draw(row.Part(new Rect(column, 0, fits ? helped : row.Width - column, 1)), prompt.Field, theme, theme.StatusBar, focused: true, form: model.Look.Form);
        if (fits)
        {
            row.WriteRight(row.Width - 1, 0, help, theme.StatusBar.Under(theme.Faint));
        }
    }
}
