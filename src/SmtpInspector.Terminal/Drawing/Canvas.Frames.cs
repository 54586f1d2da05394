using SmtpInspector.Terminal.Layout;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Terminal.Drawing;

/// <remarks>Here: frames, rules and scroll bars.</remarks>
public readonly partial struct Canvas
{
    /// <summary>A frame around a part of the canvas.</summary>
    /// <param name="part">The part, frame included; smaller than two by two, nothing is drawn.</param>
    /// <param name="style">Of the lines.</param>
    /// <param name="title">Stands in the top line, at its left.</param>
    /// <param name="titleStyle">Of the title.</param>
    /// <param name="note">Stands in the top line, at its right, where there is room beside the title.</param>
    public void Frame(Rect part, Style style, SafeText title = default, Style titleStyle = default, SafeText note = default)
    {
        if (part.Width < 2 || part.Height < 2)
        {
            return;
        }

        var borders = _screen.Borders;
        Rule(part.X, part.Y, part.Width, style, borders.TopLeft, borders.TopRight);
        Rule(part.X, part.Bottom - 1, part.Width, style, borders.BottomLeft, borders.BottomRight);
        Repeat(new Rect(part.X, part.Y + 1, 1, part.Height - 2), borders.Vertical, style);
        Repeat(new Rect(part.Right - 1, part.Y + 1, 1, part.Height - 2), borders.Vertical, style);
        Titles(part, style, title, titleStyle, note);
    }

    /// <summary>A rule across a frame, joined to its sides, that begins another section.</summary>
    public void Divider(Rect frame, int row, Style style, SafeText title = default, Style titleStyle = default, SafeText note = default)
    {
        if (frame.Width >= 2 && row > frame.Y && row < frame.Bottom - 1)
        {
            Rule(frame.X, row, frame.Width, style, _screen.Borders.TeeLeft, _screen.Borders.TeeRight);
            Titles(frame with { Y = row }, style, title, titleStyle, note);
        }
    }

    /// <summary>A vertical line within a frame, joined to its top and bottom.</summary>
    public void Wall(Rect frame, int column, Style style)
    {
        if (column > frame.X && column < frame.Right - 1 && frame.Height >= 2)
        {
            var borders = _screen.Borders;
            Repeat(new Rect(column, frame.Y, 1, 1), borders.TeeTop, style);
            Repeat(new Rect(column, frame.Y + 1, 1, frame.Height - 2), borders.Vertical, style);
            Repeat(new Rect(column, frame.Bottom - 1, 1, 1), borders.TeeBottom, style);
        }
    }

    /// <summary>A horizontal line.</summary>
    public void Rule(int column, int row, int cells, Style style) => Repeat(new Rect(column, row, cells, 1), _screen.Borders.Horizontal, style);

    /// <summary>A scroll bar as high as the canvas part; none where all is in sight.</summary>
    /// <param name="part">One column wide.</param>
    /// <param name="first">The first line in sight.</param>
    /// <param name="visible">How many are in sight.</param>
    /// <param name="total">How many there are.</param>
    /// <param name="track">Style of its way.</param>
    /// <param name="thumb">Style of its thumb.</param>
    public void ScrollBar(Rect part, long first, long visible, long total, Style track, Style thumb)
    {
        if (total <= visible || part.Height < 1)
        {
            return;
        }

        var size = (int)Math.Clamp(part.Height * visible / total, 1, part.Height);
        var room = part.Height - size;
        // It touches an end only when that end is in sight.
        var at = (int)(room * first / Math.Max(1, total - visible));
        if (room > 1)
        {
            at = first <= 0 ? 0 : first >= total - visible ? room : Math.Clamp(at, 1, room - 1);
        }

        Repeat(part, _screen.Borders.ScrollTrack, track);
        Repeat(part with { Y = part.Y + Math.Clamp(at, 0, room), Height = size }, _screen.Borders.ScrollThumb, thumb);
    }

    void Rule(int column, int row, int cells, Style style, char first, char last)
    {
        Rule(column, row, cells, style);
        Repeat(new Rect(column, row, 1, 1), first, style);
        Repeat(new Rect(column + cells - 1, row, 1, 1), last, style);
    }

    void Titles(Rect part, Style style, SafeText title, Style titleStyle, SafeText note)
    {
        var room = part.Width - 4;
        if (room <= 0)
        {
            return;
        }

        var end = part.X + 1;
        if (!title.IsEmpty)
        {
            end = Write(part.X + 1, part.Y, " ", titleStyle);
            end = WriteFitted(end, part.Y, room, title, titleStyle);
            end = Write(end, part.Y, " ", titleStyle);
        }

        var noteWidth = _grid.Width.Of(note);
        if (noteWidth > 0 && end + noteWidth + 3 <= part.Right)
        {
            var at = Write(part.Right - noteWidth - 3, part.Y, " ", style);
            Write(Write(at, part.Y, note, style), part.Y, " ", style);
        }
    }

    void Repeat(Rect part, char character, Style style)
    {
        var rect = ToGrid(part);
        var number = _grid.Styles.Number(style);
        for (var row = rect.Y; row < rect.Bottom; row++)
        {
            _grid.Fill(rect.X, row, rect.Width, character, number);
        }
    }
}
