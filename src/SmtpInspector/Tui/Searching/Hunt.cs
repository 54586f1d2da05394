using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Searching;

/// <summary>
/// A search through a long conversation that goes on beside the screen: downwards from where one is, then from the top to there. A value.
/// </summary>
/// <param name="Search">What is searched for.</param>
/// <param name="From">The item it began with.</param>
/// <param name="Bottom">Up to which item it has looked, downwards.</param>
/// <param name="Top">Up to which item it has looked, from the top on.</param>
/// <param name="Below">The numbers of what it found downwards.</param>
/// <param name="Above">The numbers of what it found from the top on.</param>
/// <param name="IsOn">Whether it goes on.</param>
sealed record Hunt(Search Search, int From, int Bottom, int Top, Log<int> Below, Log<int> Above, bool IsOn)
{
    /// <summary>A hunt that begins at an item.</summary>
    public static Hunt Begin(Search search, int from) => new(search, from, from, 0, Log<int>.Empty, Log<int>.Empty, IsOn: true);

    /// <summary>How many it has found.</summary>
    public int Count => Below.Count + Above.Count;

    /// <summary>How many items it has looked at.</summary>
    public int Looked => Bottom - From + Top;

    /// <summary>The items to be looked at next; null where all were.</summary>
    public (int From, int To)? Next(int items) =>
        Bottom < items ? (Bottom, Math.Min(items, Bottom + Conversation.MostAtOnce))
        : Top < From ? (Top, Math.Min(From, Top + Conversation.MostAtOnce))
        : null;

    /// <summary>The hunt when some items have been looked at.</summary>
    public Hunt With((int From, int To) looked, IReadOnlyList<int> found) => looked.From == Bottom
        ? this with { Bottom = looked.To, Below = Below.AddAll(found) }
        : this with { Top = looked.To, Above = Above.AddAll(found) };

    /// <summary>What was found, by its place among all that was, from the top.</summary>
    public int this[int place] => place < Above.Count ? Above[place] : Below[place - Above.Count];

    /// <summary>The place among all found of the first at or behind an item; how many there are where none is.</summary>
    public int PlaceFrom(int number)
    {
        var above = TranscriptRows.FirstFrom(Above, number);
        return above < Above.Count ? above : Above.Count + TranscriptRows.FirstFrom(Below, number);
    }
}
