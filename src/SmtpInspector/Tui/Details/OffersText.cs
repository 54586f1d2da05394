using System.Text;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Rules;
using SmtpInspector.Terminal.Styling;

namespace SmtpInspector.Tui.Details;

/// <summary>What the server offered in its last reply to EHLO, each with what it means.</summary>
static class OffersText
{
    // A reply may have ten thousand lines.
    const int Most = 60;

    const int WidestKeyword = 20;

    public static void Write(DetailWriter writer, SessionState state)
    {
        writer.Heading("What the server offers");
        if (state.Offers is not { } offers)
        {
            writer.Prose(
                state.OffersBeforeTls is not null ? "Not known inside TLS before EHLO is sent again."
                : state.Introduction == Introduction.Helo ? "Nothing: after HELO there are no extensions."
                : "Not known before EHLO.",
                writer.Theme.Faint);
            return;
        }

        if (offers.All.Count == 0)
        {
            writer.Prose("No extension at all.", writer.Theme.Faint);
            return;
        }

        var column = Math.Min(WidestKeyword, offers.All.Take(Most).Max(offer => offer.Keyword.Length)) + 2;
        foreach (var offer in offers.All.Take(Most))
        {
            Write(writer, offer, column);
        }

        if (offers.All.Count > Most)
        {
            writer.Prose($"{offers.All.Count - Most} more.", writer.Theme.Faint);
        }
    }

    static void Write(DetailWriter writer, Offer offer, int column)
    {
        var theme = writer.Theme;
        var known = ServiceExtensions.Find(Encoding.UTF8.GetBytes(offer.Keyword));
        var values = string.Join(' ', offer.Parameters);
        StyledLine meaning = (values.Length > 0, known) switch
        {
            (true, { } row) => [new(writer.Quote(values)), new(writer.Say($"  {row.Meaning}"), theme.Faint)],
            (false, { } row) => [new(writer.Say(row.Meaning), theme.Faint)],
            (true, null) => [new(writer.Quote(values)), new("  in no registry: the server's own", theme.Faint)],
            (false, null) => [new("in no registry: the server's own", theme.Faint)],
        };
        writer.Row(writer.Quote(offer.Keyword), meaning, column, known?.Reference ?? "", theme.Accent);
    }
}
