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
            writer.Row("forgotten", before.ToString(), Column);
            return;
        }

        List<string> gone = [], added = [], changed = [];
        foreach (var offer in before.All)
        {
            if (after.Find(offer.Keyword) is not { } now)
            {
                gone.Add(Text(offer));
            }
            else if (!now.Parameters.SequenceEqual(offer.Parameters, StringComparer.Ordinal))
            {
                changed.Add($"{Text(offer)} became {Text(now)}");
            }
        }

        foreach (var offer in after.All)
        {
            if (!before.Has(offer.Keyword))
            {
                added.Add(Text(offer));
            }
        }

        if (gone.Count + added.Count + changed.Count == 0)
        {
            writer.Prose("The same.");
            return;
        }

        List("only before", gone, writer.Theme.Faint);
        List("only after", added, writer.Theme.Text);
        List("changed", changed, writer.Theme.Warning);
        writer.Row("not changed", string.Join(", ", after.All.Where(offer => before.Find(offer.Keyword) is { } was
            && was.Parameters.SequenceEqual(offer.Parameters, StringComparer.Ordinal)).Select(Text)), Column);

        void List(string label, List<string> offers, Style style)
        {
            if (offers.Count > 0)
            {
                writer.Row(label, StyledLine.Of(writer.Say(string.Join(", ", offers)), style), Column);
            }
        }
    }

    static string Text(Offer offer) => offer.Parameters.Count == 0 ? offer.Keyword : $"{offer.Keyword} {string.Join(' ', offer.Parameters)}";
}
