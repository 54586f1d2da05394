using SmtpInspector.Terminal.Device;
using SmtpInspector.Terminal.Layout;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tui.Home;

/// <summary>Where the parts of the home screen are. Drawing and the mouse go by the same.</summary>
/// <param name="Status">The row at the top; empty on a small screen.</param>
/// <param name="Frame">The frame; empty on a small screen.</param>
/// <param name="Intro">What the program is, and what to do first; empty where there is no room.</param>
/// <param name="List">The list, its scroll bar included.</param>
/// <param name="About">What is said about the selected entry, beside the list; empty on a narrow screen.</param>
/// <param name="Find">The row one types on.</param>
/// <param name="Hints">What is said about the selected entry, below the list; empty where it stands beside it.</param>
/// <param name="Footer">The row of the keys.</param>
readonly record struct HomeLayout(Rect Status, Rect Frame, Rect Intro, Rect List, Rect About, Rect Find, Rect Hints, Rect Footer)
{
    const int WideFrom = 120;
    const int RowsForIntro = 20;
    const int IntroRows = 3;
    const int AboutColumns = 54;

    /// <summary>Lays it out.</summary>
    public static HomeLayout Of(TerminalSize size)
    {
        var framed = size.Columns >= TalkLayout.LeastForFrames.Columns && size.Rows >= TalkLayout.LeastForFrames.Rows;
        var wide = framed && size.Columns >= WideFrom;
        var rows = Split.Rows(
            new Rect(0, 0, size.Columns, size.Rows),
            Track.Fixed(framed ? 1 : 0), Track.Share(), Track.Fixed(1), Track.Fixed(wide ? 0 : size.Rows >= RowsForIntro ? 2 : 1), Track.Fixed(1));
        var layout = new HomeLayout { Status = rows[0], Find = rows[2], Hints = rows[3], Footer = rows[4] };
        if (!framed)
        {
            return layout with { List = rows[1] };
        }

        var inside = rows[1].Inset(1, 1);
        var parts = Split.Rows(inside, Track.Fixed(size.Rows >= RowsForIntro ? IntroRows : 0), Track.Share());
        var columns = Split.Columns(inside with { Y = parts[1].Y, Height = parts[1].Height }, Track.Share(), Track.Fixed(wide ? 1 : 0), Track.Fixed(wide ? AboutColumns : 0));
        return layout with { Frame = rows[1], Intro = parts[0], List = columns[0], About = columns[2] };
    }

    /// <summary>The window of the list: its last column is the scroll bar's.</summary>
    public ListWindow Window(HomeRows rows) => new(rows, Math.Max(1, List.Width - 1), List.Height);
}
