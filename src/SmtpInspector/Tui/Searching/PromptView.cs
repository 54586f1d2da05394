using SmtpInspector.Terminal.Drawing;
using SmtpInspector.Terminal.Layout;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Views;

namespace SmtpInspector.Tui.Searching;

/// <summary>Draws what is asked for at the bottom, in the row of the keys.</summary>
static class PromptView
{
    /// <summary>Draws it.</summary>
    public static void Draw(Canvas row, Prompt prompt, Model model)
    {
        var theme = model.Look.Theme;
        row.Fill(theme.StatusBar);
        var (label, help) = prompt.Kind switch
        {
            PromptKind.Search => ("/", "text, or x 0d0a for bytes"),
            PromptKind.Filter => ("filter ", "c: s: 5xx 550 ! ~ i text /regex/"),
            PromptKind.Mark => ("mark: a letter", ""),
            PromptKind.Jump => ("go to mark: a letter", ""),
        };
        var column = row.Write(1, 0, label, theme.StatusKey);
        if (prompt.Kind is PromptKind.Mark or PromptKind.Jump)
        {
            row.ShowCursor(column + 1, 0);
            return;
        }

        var room = Math.Max(10, row.Width - column - row.CellWidth.Of((SafeText)help) - 3);
        FieldView.Draw(row.Part(new Rect(column, 0, room, 1)), prompt.Field, theme, theme.StatusBar, focused: true, form: model.Look.Form);
        row.WriteRight(row.Width - 1, 0, help, theme.StatusBar.Under(theme.Faint));
    }
}
