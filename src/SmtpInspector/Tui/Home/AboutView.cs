using SmtpInspector.Terminal.Drawing;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Tui.Details;
using SmtpInspector.Tui.Looks;

namespace SmtpInspector.Tui.Home;

/// <summary>What is said about the selected entry of the home screen, where there is room for it beside the list.</summary>
static class AboutView
{
    // What a conversation looks like here, for whoever has not seen one yet.
    const int SampleRows = 9;

    /// <summary>Draws it.</summary>
    public static void Draw(Canvas canvas, HomeEntry? entry, Look look)
    {
        var theme = look.Theme;
        var row = 1;
        if (entry is not null)
        {
            canvas.WriteFitted(0, row, canvas.Width, look.Say(entry.Title), theme.Strong);
            row = DrawText(canvas, row + 1, StyledLine.Of(look.Say(entry.About), theme.Text), look);
            row = DrawText(canvas, row + 1, StyledLine.Of(look.Say(entry.Explanation), theme.Text), look);
        }

        if (canvas.Height - row > SampleRows + 2)
        {
            DrawSample(canvas, canvas.Height - SampleRows, look);
        }
    }

    /// <summary>Draws a text broken to fit, as far as there is room; gives the row below it.</summary>
    public static int DrawText(Canvas canvas, int row, StyledLine text, Look look)
    {
        foreach (var line in TextWrap.Lines(text, Math.Max(1, canvas.Width), look.Width))
        {
            canvas.Write(0, row++, line);
        }

        return row;
    }

    static void DrawSample(Canvas canvas, int top, Look look)
    {
        var (theme, glyphs) = (look.Theme, look.Glyphs);
        canvas.Write(0, top, "What a conversation looks like", theme.Title.With(TextAttributes.Bold));
        StyledLine[] lines =
        [
            [new("C: ", look.Client), new("EHLO client.example", theme.Text)],
            [new("S: 250", look.Reply(250)), new(" AUTH PLAIN LOGIN", theme.Text)],
            [new("C: ", look.Client), new("MAIL FROM: <me@client.example>", theme.Text)],
            [new("   ! No space is allowed after the colon.", theme.Error)],
            [new("S: 530", look.Reply(530)), new(" Authentication required", theme.Text)],
            StyledLine.Empty,
            [new("What you type is sent exactly as you type it.", theme.Faint)],
        ];
        SafeText[] marks = ["", glyphs.Success, "", "", glyphs.Permanent, "", ""];
        Style[] styles = [default, look.Reply(250), default, default, look.Reply(530), default, default];
        for (var i = 0; i < lines.Length; i++)
        {
            canvas.Write(1, top + 1 + i, lines[i]);
            canvas.WriteRight(canvas.Width - 1, top + 1 + i, marks[i], styles[i]);
        }
    }
}
