using System.Globalization;
using System.Text;
using SmtpInspector.LineMode;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Searching;

/// <summary>What is searched for: text, in small letters whatever the case of what is found; or octets, as <c>x 0d0a</c>.</summary>
sealed class Search
{
    readonly byte[]? _octets;
    readonly StringComparison _comparison;

    Search(string query, byte[]? octets)
    {
        Query = query;
        _octets = octets;
        // Smart case: who types a capital means it.
        _comparison = query.Any(char.IsUpper) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
    }

    /// <summary>As it was typed.</summary>
    public string Query { get; }

    /// <summary>The text to be marked in what is drawn; empty for octets.</summary>
    public string Text => _octets is null ? Query : "";

    /// <summary>How letters are compared.</summary>
    public StringComparison Comparison => _comparison;

    /// <summary>Reads a query; null with what is wrong where it cannot be read.</summary>
    public static (Search? Search, string? Error) Parse(string query)
    {
        if (!query.StartsWith("x ", StringComparison.Ordinal))
        {
            return (new Search(query, null), null);
        }

        var hex = string.Concat(query[2..].Where(character => character != ' '));
        return hex.Length % 2 == 0 && hex.Length > 0 && hex.All(char.IsAsciiHexDigit)
            ? (new Search(query, Convert.FromHexString(hex)), null)
            : (null, "pairs of hexadecimal digits follow x, as in x 0d0a");
    }

    /// <summary>Whether an item holds it: its lines, credentials left out, what is said of an event, and its findings.</summary>
    public bool Holds(TranscriptItem item, bool keepSecrets)
    {
        foreach (var line in item.Lines)
        {
            var octets = line.Bytes(keepSecrets).Span;
            if (_octets is not null ? octets.IndexOf(_octets) >= 0 : Encoding.UTF8.GetString(octets).Contains(Query, _comparison))
            {
                return true;
            }
        }

        if (_octets is not null)
        {
            return false;
        }

        return (item.Lines.Count == 0 && item.Entry is { } entry && (EventText.Of(entry) ?? "").Contains(Query, _comparison))
            || item.Findings.Any(finding => finding.Message.Contains(Query, _comparison) || finding.Rule.Contains(Query, _comparison));
    }

    /// <summary>The numbers of the items that hold it.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="shown">Which items are looked at; null for all.</param>
    /// <param name="from">The first item that is looked at.</param>
    /// <param name="to">The item behind the last one.</param>
    /// <param name="keepSecrets">Whether credentials are searched.</param>
    /// <param name="cancellationToken">Ends it before the end.</param>
    public List<int> Among(Conversation conversation, Log<int>? shown, int from, int to, bool keepSecrets, CancellationToken cancellationToken)
    {
        var found = new List<int>();
        var next = shown is null ? 0 : TranscriptRows.FirstFrom(shown, from);
        foreach (var item in conversation.Items.From(shown is null ? from : next < shown.Count ? shown[next] : to))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (item.Number >= to || next >= shown?.Count)
            {
                break;
            }

            if (shown is not null && shown[next] != item.Number)
            {
                continue;
            }

            next++;
            if (Holds(item, keepSecrets))
            {
                found.Add(item.Number);
            }
        }

        return found;
    }

    /// <summary>The place of the next item that holds it, going round at the ends.</summary>
    /// <param name="rows">The list.</param>
    /// <param name="from">Where to begin; looked at itself first when <paramref name="includeFirst"/>.</param>
    /// <param name="by">1 for downwards, -1 for upwards.</param>
    /// <param name="includeFirst">Whether the beginning itself counts.</param>
    /// <param name="keepSecrets">Whether credentials are searched.</param>
    /// <returns>The place, and whether an end was passed; null where nothing holds it.</returns>
    public (int Place, bool Wrapped)? Next(TranscriptRows rows, int from, int by, bool includeFirst, bool keepSecrets)
    {
        for (var step = includeFirst ? 0 : 1; step <= rows.Count; step++)
        {
            var place = from + (step * by);
            var wrapped = place < 0 || place >= rows.Count;
            place = ((place % rows.Count) + rows.Count) % rows.Count;
            if (Holds(rows[place], keepSecrets))
            {
                return (place, wrapped);
            }
        }

        return null;
    }

    /// <summary>How many items hold it, and how many of them stand up to a place.</summary>
    public (int All, int UpTo) Count(TranscriptRows rows, int place, bool keepSecrets)
    {
        var (all, upTo) = (0, 0);
        for (var i = 0; i < rows.Count; i++)
        {
            if (Holds(rows[i], keepSecrets))
            {
                all++;
                upTo += i <= place ? 1 : 0;
            }
        }

        return (all, upTo);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"/{Query}");
}
