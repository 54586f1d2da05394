using SmtpInspector.Protocol.Comparison;
using SmtpInspector.Terminal.Drawing;
using SmtpInspector.Terminal.Layout;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Looks;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Comparing;

/// <summary>The rows of a comparison: what the client did and what came of it, left and right, and in words what differs.</summary>
sealed class ComparisonRows(IReadOnlyList<ComparisonRow> rows, Look look) : IListItems
{
    const int Mark = 2;

    public int Count => rows.Count;

    public int Height(int index, int width) => 2 + Differences(rows[index], width).Count;

    public void Draw(int index, Canvas canvas, bool selected)
    {
        var row = rows[index];
        var half = (canvas.Width - Mark) / 2;
        var (mark, style) = row.Kind switch
        {
            RowKind.Same => ("=", look.Theme.Faint),
            RowKind.Changed => ("~", look.Theme.Warning),
            RowKind.OnlyLeft => ("<", look.Theme.Error),
            RowKind.OnlyRight => (">", look.Theme.Info),
        };
        canvas.Write(0, 0, mark, style);
        DrawSide(canvas.Part(new Rect(Mark, 0, half - 1, 2)), row.Left);
        DrawSide(canvas.Part(new Rect(Mark + half, 0, canvas.Width - Mark - half, 2)), row.Right);
        var at = 2;
        foreach (var line in Differences(row, canvas.Width))
        {
            canvas.Write(0, at++, line);
        }
    }

    void DrawSide(Canvas canvas, Exchange? exchange)
    {
        if (exchange is null)
        {
            canvas.Write(0, 0, "-", look.Theme.Faint);
            return;
        }

        canvas.WriteFitted(0, 0, canvas.Width, Safe.FromText(exchange.Title, look.Form), exchange.Command is null ? look.Theme.Faint : look.Client);
        var took = exchange.Took is { } time ? $"  {ItemRows.Duration(time)}" : "";
        var code = exchange.Replies is [.., var reply] ? reply.Value.Code : null;
        var end = canvas.WriteFitted(2, 1, canvas.Width - 2, Safe.FromText(exchange.Outcome, look.Form), exchange.Replies.Count > 0 ? look.Reply(code) : look.Theme.Text);
        canvas.WriteFitted(end, 1, canvas.Width - end, took, look.Theme.Faint);
    }

    List<StyledLine> Differences(ComparisonRow row, int width)
    {
        var lines = new List<StyledLine>();
        foreach (var difference in row.Differences)
        {
            var line = StyledLine.Create([new(new string(' ', Mark + 2)), new(Safe.FromText(difference.Text, look.Form), look.Theme.Warning)]);
            lines.AddRange(TextWrap.Lines(line, width, look.Width, Mark + 4));
        }

        return lines;
    }
}
