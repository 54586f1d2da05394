namespace SmtpInspector.Tui.Home;

/// <summary>Everything one can begin with.</summary>
static class HomeEntries
{
    /// <summary>What is shown: all that is usual, or all that fits what is sought, the nearest first.</summary>
    public static IReadOnlyList<HomeEntry> Of(Model model, HomePage page)
    {
        var query = page.Query.Text;
        if (string.IsNullOrWhiteSpace(query))
        {
            return [.. All(model, page.Data, sought: false).Where(entry => !entry.IsHidden)];
        }

        var words = query.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. from entry in All(model, page.Data, sought: true)
               let text = $"{entry.Title} {entry.Id} {entry.About} {entry.Words} {entry.Section}"
               where words.All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase))
               orderby Distance(entry, words[0])
               select entry,
            .. ServerEntries.Typed(query, page.Data),
        ];
    }

    // In the order in which they are wanted: what goes on, what one did before, what is there to begin with, what was.
    static IEnumerable<HomeEntry> All(Model model, HomeData data, bool sought) =>
        OpenEntries.All(model)
            .Concat(ServerEntries.OfRecent(data))
            .Concat(PracticeEntries.All())
            .Concat(LessonEntries.All(sought))
            .Concat(ServerEntries.OfProfiles(data))
            .Concat(ServerEntries.WellKnown())
            .Concat(RecordEntries.All(data));

    static int Distance(HomeEntry entry, string word) =>
        entry.Title.StartsWith(word, StringComparison.OrdinalIgnoreCase) ? 0
        : entry.Title.Contains(word, StringComparison.OrdinalIgnoreCase) ? 1
        : entry.Words.Contains(word, StringComparison.OrdinalIgnoreCase) ? 2
        : 3;
}
