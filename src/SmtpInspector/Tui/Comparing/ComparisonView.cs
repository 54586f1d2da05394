using SmtpInspector.Terminal.Drawing;
using SmtpInspector.Terminal.Layout;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Views;

namespace SmtpInspector.Tui.Comparing;

/// <summary>Draws two conversations side by side.</summary>
static class ComparisonView
{
    /// <summary>The window of the list on a screen.</summary>
    public static ListWindow Window(ComparisonPage page, Model model)
    {
        var inside = Inside(model);
        return new ListWindow(page.Rows(model.Look), Math.Max(1, inside.Width - 1), inside.Height);
    }

    /// <summary>Where the list is.</summary>
    public static Rect Inside(Model model) => new Rect(0, 1, model.Size.Columns, model.Size.Rows - 2).Inset(1, 1);

    /// <summary>Draws the page.</summary>
    public static void Draw(Canvas canvas, ComparisonPage page, Model model)
    {
        var (theme, form) = (model.Look.Theme, model.Look.Form);
        StatusLine.Draw(canvas, 0, [new StyledRun("comparison", theme.Strong), new(Safe.FromText(page.Comparison.Summary, form))], [], theme);
        var frame = new Rect(0, 1, model.Size.Columns, model.Size.Rows - 2);
        canvas.Frame(frame, theme.FocusedBorder);
        var inside = Inside(model);
        var half = (inside.Width - 3) / 2;
        canvas.WriteFitted(inside.X + 2, 1, half - 1, Safe.FromText($" {page.Left} ", form), theme.FocusedTitle);
        canvas.WriteFitted(inside.X + 2 + half, 1, half - 1, Safe.FromText($" {page.Right} ", form), theme.FocusedTitle);
        var window = Window(page, model);
        if (window.Items.Count == 0)
        {
            canvas.Write(inside.X + 2, inside.Y + 1, page.Comparison.IsSame ? "both say the same" : "nothing was said", theme.Success);
        }
        else
        {
            page.List.Arrange(window).Draw(canvas.Part(inside), window, theme, focused: true);
        }
    }
}
