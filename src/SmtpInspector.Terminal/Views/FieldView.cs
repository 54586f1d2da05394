using SmtpInspector.Terminal.Drawing;
using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Layout;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Themes;

namespace SmtpInspector.Terminal.Views;

/// <summary>Draws a line that is edited.</summary>
public static class FieldView
{
    /// <summary>Draws it on the canvas's first row, with the cursor when it has the keyboard.</summary>
    /// <param name="canvas">One row, as wide as the field.</param>
    /// <param name="field">The line.</param>
    /// <param name="theme">How selections and offers are drawn.</param>
    /// <param name="style">Of the text, and of the row behind it.</param>
    /// <param name="focused">Whether it has the keyboard.</param>
    /// <param name="ghost">What is offered to follow the text.</param>
    /// <param name="form">How control characters are shown.</param>
    public static void Draw(
        Canvas canvas, TextField field, Theme theme, Style style, bool focused, string ghost = "", SafeForm form = SafeForm.Unicode)
    {
        if (canvas.Width < 1)
        {
            return;
        }

        canvas.Fill(new Rect(0, 0, canvas.Width, 1), style);
        var layout = FieldLayout.Of(field, canvas.Width, canvas.CellWidth, form, focused ? ghost : "");
        var column = 0;
        foreach (var piece in layout.Pieces)
        {
            var pieceStyle = piece.Kind switch
            {
                FieldPieceKind.Text => style,
                FieldPieceKind.Selection => style.Under(theme.Selection),
                FieldPieceKind.Ghost => style.Under(theme.Ghost),
                FieldPieceKind.Continuation => style.Under(theme.Faint),
            };
            column = canvas.Write(column, 0, piece.Text, pieceStyle);
        }

        if (focused)
        {
            canvas.ShowCursor(layout.CursorColumn, 0);
        }
    }
}
