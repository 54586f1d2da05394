using SmtpInspector.Terminal.Drawing;
using SmtpInspector.Terminal.Layout;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Details;
using SmtpInspector.Tui.Looks;

namespace SmtpInspector.Tui.Home;

/// <summary>The entries as a list, with headings between them, which cannot be selected.</summary>
sealed class HomeRows : IListItems
{
    const int NarrowestTitle = 18;
    const int WidestTitle = 30;

    readonly List<HomeRow> _rows = [];
    readonly Look _look;
    readonly int _titles;

    HomeRows(Look look, int titles) => (_look, _titles) = (look, titles);

    public int Count => _rows.Count;

    /// <summary>One of them.</summary>
    public HomeRow this[int index] => _rows[index];

    /// <summary>The rows for what is sought, or for all.</summary>
    public static HomeRows Of(Model model, HomePage page)
    {
        var entries = HomeEntries.Of(model, page);
        var widest = entries.Count == 0 ? 0 : entries.Max(entry => model.Look.Width.Of(Safe.FromText(entry.Title)));
        var rows = new HomeRows(model.Look, Math.Clamp(widest, NarrowestTitle, WidestTitle));
        // What was found stands in the order of how well it fits, and so without headings.
        var grouped = string.IsNullOrWhiteSpace(page.Query.Text);
        for (var i = 0; i < entries.Count; i++)
        {
            if (grouped && (i == 0 || entries[i].Section != entries[i - 1].Section))
            {
                rows._rows.Add(new HomeRow(entries[i].Section, null));
            }

            rows._rows.Add(new HomeRow(null, entries[i]));
        }

        return rows;
    }

    /// <summary>The row of an entry; the first entry's where there is none of that name. 0 in an empty list.</summary>
    public int IndexOf(string? id)
    {
        var index = _rows.FindIndex(row => row.Entry is { } entry && entry.Id == id);
        return Math.Max(0, index >= 0 ? index : _rows.FindIndex(row => row.Entry is not null));
    }

    /// <summary>The entry nearest to a row, looked for onwards first; null in an empty list.</summary>
    /// <param name="index">The row.</param>
    /// <param name="onwards">1 for downwards, -1 for upwards.</param>
    public HomeEntry? Near(int index, int onwards)
    {
        for (var i = index; i >= 0 && i < Count; i += onwards)
        {
            if (_rows[i].Entry is { } entry)
            {
                return entry;
            }
        }

        return _rows.Find(row => row.Entry is not null).Entry;
    }

    // A blank row above each heading but the first.
    public int Height(int index, int width) => _rows[index].Heading is not null && index > 0 ? 2 : 1;

    public void Draw(int index, Canvas canvas, bool selected)
    {
        var theme = _look.Theme;
        if (_rows[index] is { Heading: { } heading })
        {
            canvas.Write(1, canvas.Height - 1, _look.Say(heading), theme.Title.With(TextAttributes.Bold));
            return;
        }

        var entry = _rows[index].Entry!;
        // A mark, because colour alone does not tell.
        if (selected)
        {
            canvas.Write(1, 0, ">", theme.Accent);
        }

        canvas.WriteFitted(3, 0, Math.Min(_titles, canvas.Width - 4), _look.Say(entry.Title), theme.Strong);
        var note = _look.Say(entry.Note);
        var noteWidth = Math.Min(_look.Width.Of(note), canvas.Width / 3);
        var about = canvas.Part(new Rect(_titles + 5, 0, Math.Max(0, canvas.Width - _titles - 5 - (noteWidth > 0 ? noteWidth + 3 : 1)), 1));
        about.WriteFitted(0, 0, about.Width, _look.Say(entry.About), theme.Text);
        canvas.WriteFitted(canvas.Width - noteWidth - 1, 0, noteWidth, note, NoteStyle(entry.NoteKind));
    }

    Style NoteStyle(ToastKind? kind) => kind switch
    {
        ToastKind.Success => _look.Theme.Success,
        ToastKind.Warning => _look.Theme.Warning,
        ToastKind.Error => _look.Theme.Error,
        ToastKind.Info => _look.Theme.Info,
        null => _look.Theme.Faint,
    };
}

/// <summary>A row: a heading or an entry.</summary>
/// <param name="Heading">The heading; null for an entry.</param>
/// <param name="Entry">The entry; null for a heading.</param>
readonly record struct HomeRow(string? Heading, HomeEntry? Entry);
