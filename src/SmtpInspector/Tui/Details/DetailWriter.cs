using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Themes;
using SmtpInspector.Tui.Looks;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Details;

/// <summary>Puts a tab together: headings, prose with its section at the right, and labels with their values in columns.</summary>
/// <param name="look">How it is drawn.</param>
/// <param name="width">The cells there are.</param>
/// <param name="subject">Whose credentials are hidden in what is quoted; null where nothing of a peer's is in it.</param>
sealed class DetailWriter(Look look, int width, DetailSubject? subject = null)
{
    // Longer lines of prose are hard to read, however wide the pane is.
    const int Measure = 92;

    // Below this a column for labels leaves the values too little.
    const int NarrowestColumns = 36;

    const int Indent = 2;

    readonly List<StyledLine> _lines = [];
    readonly SecretWords? _secrets = subject is { KeepSecrets: false } ? subject.Conversation.SecretWords : null;

    /// <summary>How everything is drawn.</summary>
    public Look Look => look;

    /// <summary>Styles by what they are for.</summary>
    public Theme Theme => look.Theme;

    /// <summary>The cells that are written on.</summary>
    public int Width { get; } = Math.Clamp(width, 1, Measure);

    /// <summary>Whether there is room for a column of labels.</summary>
    public bool HasColumns => Width >= NarrowestColumns;

    /// <summary>What was written.</summary>
    public DetailLines Lines => new(_lines);

    /// <summary>The program's own words. Never without a word that happens to be a credential: the gap would tell it.</summary>
    public SafeText Say(string text) => look.Say(text);

    /// <summary>Words in which a peer's may stand, without the credentials that are to be hidden.</summary>
    public SafeText Quote(string text) => look.Say(_secrets?.Hide(text) ?? text);

    /// <summary>One blank line, but none at the top and never two.</summary>
    public void Gap()
    {
        if (_lines.Count > 0 && _lines[^1].Count > 0)
        {
            _lines.Add(StyledLine.Empty);
        }
    }

    /// <summary>Begins a section.</summary>
    public void Heading(string text, string reference = "")
    {
        Gap();
        Cited([new(Say(text), Theme.Strong)], reference);
    }

    /// <summary>A line that is broken where it does not fit.</summary>
    /// <param name="line">The line.</param>
    /// <param name="hanging">How far its further lines are indented.</param>
    public void Line(StyledLine line, int hanging = 0) => _lines.AddRange(TextWrap.Lines(line, Width, look.Width, hanging));

    /// <summary>Prose of the program's.</summary>
    public void Prose(string text, Style style = default) => Line(StyledLine.Of(Say(text), style));

    /// <summary>A line with a section at the right: on its last line where it fits, else below it.</summary>
    /// <param name="line">The line.</param>
    /// <param name="reference">The section; nothing is added for an empty one.</param>
    /// <param name="indent">How far all but the first line are indented.</param>
    public void Cited(StyledLine line, string reference, int indent = 0)
    {
        Line(line, indent);
        Cite(reference);
    }

    /// <summary>A label and its value beside it; below it where there is no room for columns.</summary>
    /// <param name="label">The label.</param>
    /// <param name="value">The value.</param>
    /// <param name="column">Where values begin.</param>
    /// <param name="reference">The section that stands behind the value.</param>
    /// <param name="style">How the label is drawn; faint when left out.</param>
    public void Row(SafeText label, StyledLine value, int column, string reference = "", Style? style = null)
    {
        var drawn = style ?? Theme.Faint;
        var cells = look.Width.Of(label);
        column = Math.Min(column, Width / 2);
        if (!HasColumns || cells >= column)
        {
            if (!label.IsEmpty)
            {
                Line(StyledLine.Of(label, drawn));
            }

            Indented(value, Indent);
        }
        else
        {
            var wrapped = TextWrap.Lines(value, Width - column, look.Width);
            _lines.Add([new(label, drawn), new string(' ', column - cells), .. wrapped[0]]);
            foreach (var further in wrapped.Skip(1))
            {
                _lines.Add([new string(' ', column), .. further]);
            }
        }

        Cite(reference);
    }

    /// <summary>A label of the program's and its value.</summary>
    public void Row(string label, StyledLine value, int column, string reference = "") => Row(Say(label), value, column, reference);

    /// <summary>A label and prose of the program's.</summary>
    public void Row(string label, string value, int column, string reference = "") => Row(label, StyledLine.Of(Say(value)), column, reference);

    /// <summary>Pieces one behind the other, each whole on its line as long as it fits.</summary>
    /// <param name="pieces">The pieces.</param>
    /// <param name="between">What stands between two on a line.</param>
    public void Flow(IEnumerable<StyledLine> pieces, StyledRun between)
    {
        var line = new List<StyledRun>();
        var used = 0;
        foreach (var piece in pieces)
        {
            var cells = piece.Width(look.Width);
            var gap = line.Count == 0 ? 0 : look.Width.Of(between.Text);
            if (line.Count > 0 && used + gap + cells > Width)
            {
                Line([.. line]);
                line.Clear();
                (used, gap) = (0, 0);
            }

            if (gap > 0)
            {
                line.Add(between);
            }

            line.AddRange(piece);
            used += gap + cells;
        }

        if (line.Count > 0)
        {
            Line([.. line]);
        }
    }

    /// <summary>A line of which every part is indented.</summary>
    public void Indented(StyledLine line, int indent)
    {
        StyledLine blank = [new string(' ', indent)];
        Branch(blank, blank, line);
    }

    /// <summary>Lines that begin with the same text, as the branches of a tree do.</summary>
    /// <param name="first">What the first begins with.</param>
    /// <param name="further">What the others begin with.</param>
    /// <param name="line">What stands behind it.</param>
    /// <param name="hanging">How far its further lines are indented.</param>
    public void Branch(StyledLine first, StyledLine further, StyledLine line, int hanging = 0)
    {
        var taken = Math.Max(first.Width(look.Width), further.Width(look.Width));
        if (taken > Width / 2)
        {
            // So deep a tree is drawn without its branches.
            Line(line);
            return;
        }

        var begin = first;
        foreach (var wrapped in TextWrap.Lines(line, Width - taken, look.Width, hanging))
        {
            _lines.Add([.. begin, .. wrapped]);
            begin = further;
        }
    }

    /// <summary>A line that is known to fit.</summary>
    public void Fitting(StyledLine line) => _lines.Add(line);

    // At the right end of the last line where there is room, else on a line of its own.
    void Cite(string reference)
    {
        if (reference.Length == 0)
        {
            return;
        }

        var cited = Say(reference);
        var cells = look.Width.Of(cited);
        var room = Width - _lines[^1].Width(look.Width) - cells;
        if (room >= Indent)
        {
            _lines[^1] = [.. _lines[^1], new string(' ', room), new(cited, Theme.Faint)];
        }
        else if (cells < Width)
        {
            _lines.Add([new string(' ', Width - cells), new(cited, Theme.Faint)]);
        }
        else
        {
            Line(StyledLine.Of(cited, Theme.Faint));
        }
    }
}
