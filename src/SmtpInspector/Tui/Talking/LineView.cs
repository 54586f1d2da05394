using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Terminal.Drawing;
using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Layout;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Views;

namespace SmtpInspector.Tui.Talking;

/// <summary>The line one types on, what it means to type there now, and the candidates of a completion.</summary>
static class LineView
{
    /// <summary>Draws it.</summary>
    public static void Draw(Canvas canvas, TalkPage page, Model model, TalkLayout layout)
    {
        var theme = model.Look.Theme;
        var row = canvas.Part(layout.Line);
        var focused = page.Focus == Focus.Line && model.Overlay is null;
        row.Fill(default);
        var prompt = Prompt(page);
        var column = row.Write(0, 0, prompt, page.Stage == Stage.Over ? theme.Faint : model.Look.Client.With(TextAttributes.Bold));
        if (page.Line.Search is { } search)
        {
            column = row.Write(column, 0, Safe.FromText($"({(search.Failed ? "not found" : "history")}: {search.Query}) ", model.Look.Form), theme.Accent);
        }

        FieldView.Draw(
            row.Part(new Rect(column, 0, Math.Max(1, row.Width - column), 1)), page.Line.Field, theme, default, focused, page.Line.Ghost, model.Look.Form);
        DrawHints(canvas.Part(layout.Hints), page, model);
        if (page.Line.Menu is { } menu)
        {
            CompletionList.Draw(canvas, menu, Candidates(page, model, layout, menu), theme);
        }
    }

    /// <summary>Where the candidates of a completion are.</summary>
    public static CompletionLayout Candidates(TalkPage page, Model model, TalkLayout layout, CompletionMenu menu) =>
        CompletionLayout.Of(model.Area, model.Look.Width, menu, model.Look.Width.Of(Prompt(page)) + menu.Set.Start, layout.Line.Y);

    static SafeText Prompt(TalkPage page) => page.State switch
    {
        _ when page.Stage is Stage.Over => "   ",
        _ when page.Lesson?.Run is { AwaitsAnswer: true } => "your answer: ",
        { Content: ContentMode.Data } => "message C: ",
        { Content: ContentMode.Chunk } => "chunk C: ",
        { AwaitsAuthAnswer: true } => page.EncodesAnswers ? "answer, base64 is done for you C: " : "answer C: ",
        _ => "C: ",
    };

    static void DrawHints(Canvas canvas, TalkPage page, Model model)
    {
        var row = 0;
        foreach (var hint in TypingAdvice.Of(page, model))
        {
            foreach (var line in TextWrap.Lines(hint, Math.Max(1, canvas.Width - 4), model.Look.Width))
            {
                if (row >= canvas.Height)
                {
                    return;
                }

                canvas.Part(new Rect(3, row, canvas.Width - 4, 1)).Write(0, 0, line);
                row++;
            }
        }
    }
}
