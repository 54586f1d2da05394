using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Terminal.Styling;

namespace SmtpInspector.Tui.Details;

/// <summary>What the server offered in the clear, held against what it offers inside TLS.</summary>
static class TlsOffers
{
    const int Column = 16;

    public static void Write(DetailWriter writer, SessionState state)
    {
        if (state.OffersBeforeTls is not { } before)
        {
            return;
        }

        writer.Heading("Offered before TLS and after", "RFC 3207 §4.2");
        if (state.Offers is not { } after)
        {
            writer.Prose("What was offered in the clear is forgotten: the client must send EHLO again.");
            List(writer, "forgotten", before.All.Select(Text), writer.Theme.Text);
            return;
        }

        var (was, now) = (ByKeyword(before), ByKeyword(after));
        List(writer, "only before", before.All.Where(offer => !now.ContainsKey(offer.Keyword)).Select(Text), writer.Theme.Faint);
        List(writer, "only after", after.All.Where(offer => !was.ContainsKey(offer.Keyword)).Select(Text), writer.Theme.Text);
        List(
            writer,
            "changed",
            from offer in after.All
            where was.ContainsKey(offer.Keyword) && !IsSame(was[offer.Keyword], offer)
            select $"{Text(was[offer.Keyword])} became {Text(offer)}",
            writer.Theme.Warning);
        List(writer, "not changed", after.All.Where(offer => was.TryGetValue(offer.Keyword, out var old) && IsSame(old, offer)).Select(Text), writer.Theme.Text);
    }

    static void List(DetailWriter writer, string label, IEnumerable<string> offers, Style style)
    {
        var text = string.Join(", ", offers);
        if (text.Length > 0)
        {
            writer.Row(label, StyledLine.Of(writer.Quote(text), style), Column);
        }
    }

    // The first of a keyword counts. A server may offer thousands, so they are not searched for one by one.
    static Dictionary<string, Offer> ByKeyword(Offers offers)
    {
        var first = new Dictionary<string, Offer>(StringComparer.OrdinalIgnoreCase);
        foreach (var offer in offers.All)
        {
            first.TryAdd(offer.Keyword, offer);
        }

        return first;
    }

    static bool IsSame(Offer one, Offer other) => one.Parameters.SequenceEqual(other.Parameters, StringComparer.Ordinal);

    static string Text(Offer offer) => offer.Parameters.Count == 0 ? offer.Keyword : $"{offer.Keyword} {string.Join(' ', offer.Parameters)}";
}
