using SmtpInspector.Terminal.Drawing;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Comparing;
using SmtpInspector.Tui.Files;
using SmtpInspector.Tui.Home;
using SmtpInspector.Tui.Overlays;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tui;

/// <summary>Draws the model. Pure but for what it draws on.</summary>
static class View
{
    /// <summary>Draws everything.</summary>
    public static void Draw(Canvas canvas, Model model)
    {
        if (TalkLayout.IsTooSmall(model.Size))
        {
            canvas.Write(0, 0, FormattableString.Invariant($"{model.Size.Columns}x{model.Size.Rows}: make it {TalkLayout.Least.Columns}x{TalkLayout.Least.Rows}"));
            return;
        }

        switch (model.Page)
        {
            case TalkPage talk:
                TalkView.Draw(canvas, talk, model);
                break;
            case ComparisonPage comparison:
                ComparisonView.Draw(canvas, comparison, model);
                break;
            case HomePage home:
                HomeView.Draw(canvas, home, model);
                break;
        }

        DrawOverlay(canvas.Part(model.OverlayArea), model);
        Footer.Draw(canvas.Part(model.Area with { Y = model.Size.Rows - 1, Height = 1 }), model);

        // No notice hides what is typed.
        var line = model.Page is TalkPage page ? TalkLayout.Of(page, model.Size).Line : default;
        model.Toasts.Draw(canvas, line.IsEmpty ? model.Size.Rows - 3 : line.Y, model.Look.Theme);
    }

    static void DrawOverlay(Canvas canvas, Model model)
    {
        if (model.Overlay is Overlay.Dialog dialog)
        {
            dialog.Form.Draw(canvas, model.Look.Theme);
            if (dialog.Menu is { } menu)
            {
                CompletionList.Draw(canvas, menu, PathCompletion.Layout(model, dialog, menu), model.Look.Theme);
            }
        }
        else
        {
            model.Overlay?.List!.Draw(canvas, model.Look.Theme);
        }
    }
}
