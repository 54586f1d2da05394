using SmtpInspector.Terminal.Input;
using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Terminal.Editing;

/// <remarks>Here: going through the history, and searching it.</remarks>
public sealed partial record LineInput
{
    LineOutcome? HistoryKeys(KeyEvent key)
    {
        // A secret neither comes from the history nor goes there.
        if (Field.IsMasked)
        {
            return null;
        }

        if (key.Is(Key.Up) || key.Is('p', KeyModifiers.Ctrl))
        {
            return new LineOutcome(Older(), LineAction.Edited);
        }

        if (key.Is(Key.Down) || key.Is('n', KeyModifiers.Ctrl))
        {
            return new LineOutcome(Newer(), LineAction.Edited);
        }

        return key.Is('r', KeyModifiers.Ctrl)
            ? new LineOutcome(
                this with { Search = new HistorySearch("", History.Entries.Count, Failed: false, Field), Browse = null, Ghost = "" }, LineAction.Edited)
            : null;
    }

    LineInput Older()
    {
        var browse = Browse ?? new HistoryBrowse(Field, History.Entries.Count);
        var index = History.Older(browse.Index, Fits(browse));
        return index < 0 ? this : Show(browse with { Index = index });
    }

    LineInput Newer()
    {
        if (Browse is not { } browse)
        {
            return this;
        }

        var index = History.Newer(browse.Index, Fits(browse));
        return index < 0 ? Edited(browse.Typed).Input : Show(browse with { Index = index });
    }

    LineInput Show(HistoryBrowse browse) =>
        Edited(Field.Replace(History.Entries[browse.Index])).Input with { Browse = browse, Ghost = "" };

    // A line that is shown already is no step.
    Func<string, bool> Fits(HistoryBrowse browse) =>
        line => line.StartsWith(browse.Typed.Text, StringComparison.Ordinal) && line != Field.Text;

    /// <summary>Null when the key ends the search, with what was found in the line, and then does what it always does.</summary>
    LineOutcome? HandleInSearch(KeyEvent key)
    {
        var search = Search!;
        if (key.IsText)
        {
            return Find(search.Query + key.Rune, search.Index, includeThis: true);
        }

        if (key.Is(Key.Backspace) || key.Is('h', KeyModifiers.Ctrl))
        {
            return Find(search.Query[..Graphemes.Before(search.Query, search.Query.Length)], History.Entries.Count, includeThis: false);
        }

        if (key.Is('r', KeyModifiers.Ctrl))
        {
            return Find(search.Query, search.Index, includeThis: false);
        }

        if (key.Is('g', KeyModifiers.Ctrl) || key.Is('c', KeyModifiers.Ctrl))
        {
            return new LineOutcome(Edited(search.Before).Input, LineAction.Edited);
        }

        var ended = this with { Search = null };
        return key.Is(Key.Escape) ? new LineOutcome(ended, LineAction.Edited) : ended.Handle(key);
    }

    LineOutcome Find(string query, int from, bool includeThis)
    {
        var search = Search!;
        if (query.Length == 0)
        {
            return new LineOutcome(
                this with { Search = search with { Query = "", Index = History.Entries.Count, Failed = false }, Field = search.Before }, LineAction.Edited);
        }

        // The same line again is no further find.
        var index = History.Older(
            includeThis ? from + 1 : from, line => HistorySearch.Holds(line, query) && (includeThis || line != Field.Text));
        if (index < 0)
        {
            return new LineOutcome(this with { Search = search with { Query = query, Failed = true } }, LineAction.Edited);
        }

        var line = History.Entries[index];
        var field = Field.Replace(line).MoveTo(line.IndexOf(query, StringComparison.OrdinalIgnoreCase));
        return new LineOutcome(this with { Search = search with { Query = query, Index = index, Failed = false }, Field = field }, LineAction.Edited);
    }
}
