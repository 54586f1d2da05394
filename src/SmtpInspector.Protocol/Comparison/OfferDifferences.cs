using SmtpInspector.Protocol.Conversation;

namespace SmtpInspector.Protocol.Comparison;

/// <summary>What two servers offer, as sets: the order of the lines says nothing (RFC 5321 §4.1.1.1).</summary>
static class OfferDifferences
{
    /// <summary>The differences; none where either has no list.</summary>
    public static IEnumerable<Difference> Between(Offers? left, Offers? right)
    {
        if (left is null || right is null)
        {
            yield break;
        }

        foreach (var keyword in Keywords(left).Except(Keywords(right)))
        {
            yield return new(DifferenceKind.Offer, $"right offers no {keyword}");
        }

        foreach (var keyword in Keywords(right).Except(Keywords(left)))
        {
            yield return new(DifferenceKind.Offer, $"left offers no {keyword}");
        }

        foreach (var keyword in Keywords(left).Intersect(Keywords(right)))
        {
            if (Parameters(left, right, keyword) is { } text)
            {
                yield return new(DifferenceKind.Offer, text);
            }
        }
    }

    // Amazon SES ends its list with "Ok", which is nothing that is offered.
    static IEnumerable<string> Keywords(Offers offers) => offers.All.Select(offer => offer.Keyword).Where(keyword => keyword != "OK").Distinct();

    static string? Parameters(Offers left, Offers right, string keyword)
    {
        var (one, other) = (WordsOf(left, keyword), WordsOf(right, keyword));
        if (one.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(other))
        {
            return null;
        }

        // A number, a limit: both are said. A list: what one has and the other has not.
        if (one.Count <= 1 && other.Count <= 1 && one.Concat(other).All(word => word.All(char.IsAsciiDigit)))
        {
            return $"{keyword}: left {(one is [var number, ..] ? number : "says no number")}, right {(other is [var another, ..] ? another : "says no number")}";
        }

        var onlyLeft = one.Except(other, StringComparer.OrdinalIgnoreCase).ToArray();
        var onlyRight = other.Except(one, StringComparer.OrdinalIgnoreCase).ToArray();
        return $"{keyword}: " + string.Join("; ", new[] { Only("left", onlyLeft), Only("right", onlyRight) }.OfType<string>());
    }

    static IReadOnlyList<string> WordsOf(Offers offers, string keyword) => keyword == "AUTH"
        ? offers.AuthMechanisms
        : [.. offers.All.Where(offer => offer.Keyword == keyword).SelectMany(offer => offer.Parameters)];

    static string? Only(string side, string[] words) => words.Length == 0 ? null : $"only {side} {string.Join(", ", words)}";
}
