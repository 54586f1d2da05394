using SmtpInspector.Terminal.Drawing;
using SmtpInspector.Terminal.Layout;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Details;

namespace SmtpInspector.Tui.Home;

/// <summary>Draws the home screen.</summary>
static class HomeView
{
    /// <summary>Draws the page onto the whole screen.</summary>
    public static void Draw(Canvas canvas, HomePage page, Model model)
    {
        var layout = HomeLayout.Of(model.Size);
        var theme = model.Look.Theme;
        var rows = HomeRows.Of(model, page);
        if (!layout.Status.IsEmpty)
        {
            DrawStatus(canvas, model);
            canvas.Frame(layout.Frame, theme.Border, "Home", theme.FocusedTitle);
        }

        DrawIntro(canvas, layout, page, model);
        DrawList(canvas, layout, page, rows, model);
        var selected = rows.Count == 0 ? null : rows[rows.IndexOf(page.Selected)].Entry;
        if (!layout.About.IsEmpty)
        {
            canvas.Divider(layout.Frame, layout.Intro.Bottom - 1, theme.Border);
            DrawWall(canvas, layout, theme.Border);
            AboutView.Draw(canvas.Part(layout.About.Inset(1, 0)), selected, model.Look);
        }

        DrawFind(canvas.Part(layout.Find), page, model);
        if (selected is not null && !layout.Hints.IsEmpty)
        {
            AboutView.DrawText(canvas.Part(layout.Hints with { X = 2, Width = layout.Hints.Width - 3 }), 0, StyledLine.Of(model.Look.Say(selected.Explanation), theme.Faint), model.Look);
        }
    }

    static void DrawWall(Canvas canvas, HomeLayout layout, Style border)
    {
        // From the rule under the introduction to the bottom of the frame.
        var lower = new Rect(layout.Frame.X, layout.List.Y - 1, layout.Frame.Width, layout.Frame.Bottom - layout.List.Y + 1);
        canvas.Wall(lower, layout.About.X - 1, border);
    }

    static void DrawStatus(Canvas canvas, Model model)
    {
        var theme = model.Look.Theme;
        StatusLine.Draw(
            canvas,
            0,
            [new("SMTP Inspector", theme.Strong), new("speak SMTP, see every octet, judged by the RFCs", theme.Faint)],
            model.Size.Columns >= 120 ? [new($"theme {theme.Name}", theme.Faint), new(model.Mouse ? "mouse on" : "mouse off", theme.Faint)] : [],
            theme);
    }

    static void DrawIntro(Canvas canvas, HomeLayout layout, HomePage page, Model model)
    {
        if (layout.Intro.IsEmpty)
        {
            return;
        }

        var theme = model.Look.Theme;
        var intro = canvas.Part(layout.Intro.Inset(1, 0));
        intro.Write(0, 0, [new("Be the mail client: ", theme.Strong), new("type a line, see the answer, and what it means.", theme.Text)]);
        var isNew = page.Data is { Recent.Count: 0, Kept.Count: 0 } && model.Beneath.IsEmpty;
        intro.Write(0, 1, isNew
            ? [new("New here? Press ", theme.Text), new("Enter", theme.Accent), new(": the practice server needs no account and no network.", theme.Text)]
            : [new("Enter", theme.Accent), new(" opens what is selected. Or type a server: ", theme.Faint), new("mail.example.org:587", theme.Accent)]);
    }

    static void DrawList(Canvas canvas, HomeLayout layout, HomePage page, HomeRows rows, Model model)
    {
        var theme = model.Look.Theme;
        if (rows.Count == 0)
        {
            canvas.Part(layout.List).Write(3, 1, "Nothing here is called that, and it cannot be a server's name. Esc clears.", theme.Faint);
            return;
        }

        var window = layout.Window(rows);
        HomeUpdate.Arranged(page, rows, window).Draw(canvas.Part(layout.List), window, theme, focused: model.Overlay is null);
    }

    static void DrawFind(Canvas canvas, HomePage page, Model model)
    {
        var theme = model.Look.Theme;
        var column = canvas.Write(0, 0, "Find: ", model.Look.Client.With(TextAttributes.Bold));
        var field = canvas.Part(new Rect(column, 0, Math.Max(1, canvas.Width - column), 1));
        FieldView.Draw(field, page.Query, theme, default, focused: model.Overlay is null, form: model.Look.Form);
        if (page.Query.Text.Length == 0)
        {
            field.WriteFitted(0, 0, field.Width, "type to find, or a server's name and port", theme.Ghost);
        }
    }
}
