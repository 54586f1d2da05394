using SmtpInspector.Terminal.Drawing;
using SmtpInspector.Terminal.Input;
using SmtpInspector.Terminal.Layout;
using SmtpInspector.Terminal.Themes;

namespace SmtpInspector.Terminal.Views;

/// <summary>
/// Where one is in a list: the selected item, and what is in sight. A value. Its place is kept by item, so that items added at the
/// end never move it, unless it follows them.
/// </summary>
public sealed record ListView
{
    const long ItemLength = 256;

    /// <summary>At the beginning.</summary>
    public static ListView Start { get; } = new();

    /// <summary>At the end, and staying there.</summary>
    public static ListView Following { get; } = new() { Follows = true };

    /// <summary>The selected item; 0 where there is none.</summary>
    public int Selected { get; private init; }

    /// <summary>The topmost row in sight.</summary>
    public ListPlace Top { get; private init; }

    /// <summary>True when the newest item is selected and in sight, whenever one is added.</summary>
    public bool Follows { get; private init; }

    /// <summary>The same for items or a size that may have changed. To be done before drawing.</summary>
    public ListView Arrange(ListWindow window)
    {
        var last = Math.Max(0, window.Items.Count - 1);
        if (Follows)
        {
            return this with { Selected = last, Top = window.LastTop };
        }

        // An item may have become lower than the row at the top.
        var top = Top.Item < window.Items.Count && Top.Row >= window.HeightOf(Top.Item) ? Top with { Row = 0 } : Top;
        return this with { Selected = Math.Min(Selected, last), Top = Min(top, window.LastTop) };
    }

    /// <summary>An item selected and brought into sight; its beginning, when it is higher than the window.</summary>
    public ListView Select(ListWindow window, int index)
    {
        var selected = Math.Clamp(index, 0, Math.Max(0, window.Items.Count - 1));
        return (this with { Selected = selected, Follows = false }).Reveal(window);
    }

    /// <summary>The selection moved by some items.</summary>
    public ListView Move(ListWindow window, int items)
    {
        // What of the selected item is out of sight is gone through first.
        if (items == 1 && Selected < window.Items.Count && window.Down(Top, window.Height) is var bottom
            && bottom < new ListPlace(Selected, window.HeightOf(Selected)) && bottom.Item == Selected)
        {
            return Scroll(window, 1);
        }

        if (items == -1 && Top.Item == Selected && Top.Row > 0)
        {
            return Scroll(window, -1);
        }

        return Select(window, Selected + items);
    }

    /// <summary>The selection moved by some windows full.</summary>
    public ListView Page(ListWindow window, int pages)
    {
        var rows = Math.Max(1, window.Height - 1) * pages;
        var target = rows > 0
            ? window.Down(new ListPlace(Selected, SelectedRow()), rows) : window.Up(new ListPlace(Selected, SelectedRow()), -rows);
        var scrolled = Scroll(window, rows);
        return (scrolled with { Selected = Math.Clamp(target.Item, 0, Math.Max(0, window.Items.Count - 1)) }).RevealSome(window);
    }

    /// <summary>What is in sight moved by some rows; the selection stays, as far as it stays in sight.</summary>
    public ListView Scroll(ListWindow window, int rows)
    {
        var top = rows > 0 ? window.Down(Top, rows) : window.Up(Top, -rows);
        top = Min(top, window.LastTop);
        // The last item that begins in sight, or fills all of it.
        var bottom = window.Up(window.Down(top, window.Height), 1);
        var first = top.Row > 0 && bottom.Item > top.Item ? top.Item + 1 : top.Item;
        return this with
        {
            Top = top,
            Selected = Math.Clamp(Selected, first, Math.Max(first, bottom.Item)),
            Follows = Follows && rows >= 0,
        };
    }

    /// <summary>The first item.</summary>
    public ListView First(ListWindow window) => Select(window, 0);

    /// <summary>The last item, and from now on whichever is the last.</summary>
    public ListView Last(ListWindow window) => (this with { Follows = true }).Arrange(window);

    /// <summary>Here, whatever is added.</summary>
    public ListView Unfollow() => this with { Follows = false };

    /// <summary>The list after a key: arrows, PgUp and PgDn, Home and End; null when the key is for someone else.</summary>
    public ListView? Handle(ListWindow window, KeyEvent key) => key switch
    {
        { Modifiers: not KeyModifiers.None } => null,
        { Key: Key.Up } => Move(window, -1),
        { Key: Key.Down } => Move(window, 1),
        { Key: Key.PageUp } => Page(window, -1),
        { Key: Key.PageDown } => Page(window, 1),
        { Key: Key.Home } => First(window),
        { Key: Key.End } => Last(window),
        _ => null,
    };

    /// <summary>The item at a row of the window; null below the last.</summary>
    public int? ItemAt(ListWindow window, int row) =>
        row >= 0 && row < window.Height && window.Down(Top, row).Item is var item && item < window.Items.Count ? item : null;

    /// <summary>How many items lie wholly below what is in sight.</summary>
    public int Below(ListWindow window)
    {
        var bottom = window.Down(Top, window.Height);
        return window.Items.Count - bottom.Item - (bottom.Row > 0 ? 1 : 0);
    }

    /// <summary>Draws the items in sight, the selected one marked, and a scroll bar in the last column where not all are in sight.</summary>
    /// <param name="canvas">As large as the window, and one column wider for the scroll bar.</param>
    /// <param name="window">The window that this was arranged for.</param>
    /// <param name="theme">How it is drawn.</param>
    /// <param name="focused">Whether the list has the keyboard.</param>
    public void Draw(Canvas canvas, ListWindow window, Theme theme, bool focused)
    {
        var row = -Top.Row;
        var item = Top.Item;
        for (; row < window.Height && item < window.Items.Count; item++)
        {
            var area = new Rect(0, row, window.Width, window.HeightOf(item));
            var part = canvas.Part(new Rect(0, 0, window.Width, window.Height)).Part(area);
            window.Items.Draw(item, part, item == Selected);
            if (item == Selected)
            {
                part.Overlay(part.Area, focused ? theme.Selection : theme.FaintSelection);
            }

            row += area.Height;
        }

        // By items, each as long as the others: how many rows there are is known only to whoever has asked all of them.
        var (first, bottom) = (Fraction(window, Top), Fraction(window, window.Down(Top, window.Height)));
        canvas.ScrollBar(
            new Rect(window.Width, 0, 1, window.Height), first, bottom - first, (long)window.Items.Count * ItemLength, theme.ScrollTrack, theme.ScrollThumb);
    }

    static long Fraction(ListWindow window, ListPlace place) => (place.Item * ItemLength) + (place.Row == 0
        ? 0 : ItemLength * place.Row / window.HeightOf(place.Item));

    ListView Reveal(ListWindow window)
    {
        var start = new ListPlace(Selected, 0);
        if (start < Top)
        {
            return this with { Top = start };
        }

        if (window.Items.Count == 0)
        {
            return this;
        }

        // The top at which its last row is at the bottom; at its own beginning, if it is too high for both.
        var lowest = Min(window.Up(new ListPlace(Selected, window.HeightOf(Selected)), window.Height), start);
        return this with { Top = Min(lowest > Top ? lowest : Top, window.LastTop) };
    }

    /// <summary>As <see cref="Reveal"/>, but any of its rows will do.</summary>
    ListView RevealSome(ListWindow window)
    {
        var bottom = window.Down(Top, window.Height);
        return Selected >= Top.Item && new ListPlace(Selected, 0) < bottom ? this : Reveal(window);
    }

    int SelectedRow() => Top.Item == Selected ? Top.Row : 0;

    static ListPlace Min(ListPlace a, ListPlace b) => a < b ? a : b;
}
