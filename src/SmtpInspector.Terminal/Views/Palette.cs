using SmtpInspector.Terminal.Drawing;
using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Input;
using SmtpInspector.Terminal.Layout;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Themes;

namespace SmtpInspector.Terminal.Views;

/// <summary>Everything that can be done, to be searched by typing a few letters of it. A value.</summary>
public sealed record Palette
{
    const int Widest = 76;
    const int Usual = 20;
    const int Highest = 34;
    const int Around = 8;
    const int Page = 10;

    // What cannot be done loses an eighth of its score: less than what a word's beginning is worth to a few letters.
    const int UnavailableLoses = 8;

    Palette(string title, IReadOnlyList<PaletteEntry> entries)
    {
        Title = title;
        Entries = entries;
        Found = Search(entries, "");
    }

    /// <summary>What stands above it.</summary>
    public string Title { get; }

    /// <summary>All that can be chosen; while nothing is typed it is shown in this order, what cannot be done behind.</summary>
    public IReadOnlyList<PaletteEntry> Entries { get; }

    /// <summary>What is typed.</summary>
    public TextField Query { get; private init; } = TextField.Empty;

    /// <summary>What fits it, the best first, with the places of the letters in the title.</summary>
    public IReadOnlyList<(PaletteEntry Entry, IReadOnlyList<int> Positions)> Found { get; private init; }

    /// <summary>The index of the selected one among those.</summary>
    public int Selected { get; private init; }

    /// <summary>Whether Enter takes what is selected: something was found, and it can be done.</summary>
    public bool CanChoose => Selected < Found.Count && Found[Selected].Entry.Unavailable is null;

    /// <summary>A palette with nothing typed yet.</summary>
    public static Palette Open(string title, IReadOnlyList<PaletteEntry> entries) => new(title, entries);

    /// <summary>Takes a key: arrows move, Enter chooses, Esc closes, everything else edits the query.</summary>
    public PaletteOutcome Handle(KeyEvent key) => key switch
    {
        { Key: Key.Escape } => default,
        _ when key.Is('c', KeyModifiers.Ctrl) || key.Is('g', KeyModifiers.Ctrl) => default,
        { Key: Key.Up } => new(Move(-1)),
        { Key: Key.Down } => new(Move(1)),
        { Key: Key.Tab } => new(Move(key.Modifiers.HasFlag(KeyModifiers.Shift) ? -1 : 1)),
        _ when key.Is('p', KeyModifiers.Ctrl) => new(Move(-1)),
        _ when key.Is('n', KeyModifiers.Ctrl) => new(Move(1)),
        { Key: Key.PageUp } => new(Select(Selected - Page)),
        { Key: Key.PageDown } => new(Select(Selected + Page)),
        { Key: Key.Enter } => Choose(Selected),
        _ => new(EditingKeys.Apply(Query, key) is { } query ? WithQuery(query) : this),
    };

    /// <summary>Takes a click or the wheel.</summary>
    /// <param name="mouse">The event, by the columns and rows of <paramref name="screen"/>.</param>
    /// <param name="screen">The area it was drawn over.</param>
    public PaletteOutcome Handle(MouseEvent mouse, Rect screen)
    {
        var box = Box(screen);
        var index = First(box) + mouse.Row - box.Y - 3;
        return mouse switch
        {
            { Action: MouseAction.WheelUp } => new(Select(Selected - 1)),
            { Action: MouseAction.WheelDown } => new(Select(Selected + 1)),
            { Action: MouseAction.Press } when !box.Contains(mouse.Column, mouse.Row) => default,
            { Action: MouseAction.Press, Button: MouseButton.Left } when mouse.Row >= box.Y + 3 && mouse.Row < box.Bottom - 1 && index < Found.Count => Choose(index),
            _ => new(this),
        };
    }

    /// <summary>Draws it over the middle of the screen.</summary>
    public void Draw(Canvas screen, Theme theme)
    {
        var box = Box(screen.Area);
        var canvas = screen.Part(box);
        canvas.Fill(theme.Popup);
        canvas.Frame(canvas.Area, theme.Popup.Under(theme.FocusedBorder), Safe.FromText(Title), theme.Popup.Under(theme.FocusedTitle), $"{Found.Count} of {Entries.Count}");
        FieldView.Draw(canvas.Part(new Rect(2, 1, canvas.Width - 4, 1)), Query, theme, theme.Popup.Under(theme.Field), focused: true);
        var first = First(box);
        for (var row = 0; row < canvas.Height - 4 && first + row < Found.Count; row++)
        {
            var line = canvas.Part(new Rect(1, 3 + row, canvas.Width - 2, 1));
            var selected = first + row == Selected;
            var style = selected ? theme.Popup.Under(theme.Selection) : theme.Popup;
            line.Fill(style);
            DrawEntry(line, Found[first + row].Entry, Found[first + row].Positions, theme, style, selected);
        }

        if (Found.Count == 0)
        {
            canvas.WriteFitted(2, 3, canvas.Width - 4, "nothing is called that", theme.Popup.Under(theme.Faint));
        }

        canvas.ScrollBar(new Rect(canvas.Width - 1, 3, 1, canvas.Height - 4), first, canvas.Height - 4, Found.Count, theme.ScrollTrack, theme.ScrollThumb);
    }

    static void DrawEntry(Canvas line, PaletteEntry entry, IReadOnlyList<int> positions, Theme theme, Style style, bool selected)
    {
        var plain = style.Under(entry.Unavailable is null ? default : theme.Disabled);
        var note = Safe.FromText(entry.Unavailable ?? entry.Keys);
        var title = Safe.FromText(entry.Title);
        var (titleWidth, most) = (line.CellWidth.Of(title), line.Width - 4);
        var noteWidth = Math.Min(line.CellWidth.Of(note), Math.Max(line.Width / 2, most - titleWidth));
        titleWidth = Math.Min(titleWidth, most - noteWidth);
        var end = line.WriteFitted(1, 0, titleWidth, title, plain);
        // Letters found in the keywords have no place in the title.
        foreach (var position in positions.TakeWhile(position => position < entry.Title.Length))
        {
            var letter = line.CellWidth.Of(Safe.FromText(entry.Title.AsSpan(position, Graphemes.NextLength(entry.Title.AsSpan(position)))));
            var at = 1 + line.CellWidth.Of(Safe.FromText(entry.Title.AsSpan(0, position)));
            line.Overlay(new Rect(at, 0, Math.Clamp(end - at, 0, letter), 1), theme.Match);
        }

        line.WriteFitted(line.Width - noteWidth - 1, 0, noteWidth, note, NoteStyle());

        // An accent may be the colour of the selection, where there are few.
        Style NoteStyle() => selected ? style : style.Under(entry.Unavailable is null ? theme.Accent : theme.Faint);
    }

    Palette Move(int by) => Found.Count == 0 ? this : this with { Selected = (Selected + by + Found.Count) % Found.Count };

    Palette Select(int index) => this with { Selected = Math.Clamp(index, 0, Math.Max(0, Found.Count - 1)) };

    // What cannot be done now stays, with its reason in sight.
    PaletteOutcome Choose(int index) => index < Found.Count && Found[index].Entry is { Unavailable: null } entry
        ? new PaletteOutcome(null, entry) : new PaletteOutcome(Select(index));

    Palette WithQuery(TextField query) => query.Text == Query.Text
        ? this with { Query = query } : this with { Query = query, Found = Search(Entries, query.Text), Selected = 0 };

    // What can be done comes before what cannot, unless that was named, or fits far better.
    static List<(PaletteEntry, IReadOnlyList<int>)> Search(IReadOnlyList<PaletteEntry> entries, string query)
    {
        if (string.IsNullOrWhiteSpace(query))
        {
            return [.. entries.OrderBy(static entry => entry.Unavailable is not null).Select(entry => (entry, (IReadOnlyList<int>)[]))];
        }

        var name = query.Trim();

        return [.. entries
            .Select(entry => (Entry: entry, Match: FuzzyMatch.Of(query, entry.Keywords.Length == 0 ? entry.Title : $"{entry.Title} {entry.Keywords}")))
            .Where(pair => pair.Match is not null)
            .OrderByDescending(pair => name.Equals(pair.Entry.Title, StringComparison.OrdinalIgnoreCase))
            .ThenByDescending(pair => pair.Entry.Unavailable is null ? pair.Match!.Score : pair.Match!.Score - (pair.Match.Score / UnavailableLoses))
            .Select(pair => (pair.Entry, pair.Match!.Positions)),];
    }

    Rect Box(Rect screen) => screen.Center(Math.Min(Widest, screen.Width - 2), Math.Min(Math.Clamp(screen.Height - Around, Usual, Highest), Math.Min(screen.Height, Entries.Count + 4)));

    int First(Rect box) => Math.Clamp(Selected - ((box.Height - 4) / 2), 0, Math.Max(0, Found.Count - Math.Max(1, box.Height - 4)));
}
