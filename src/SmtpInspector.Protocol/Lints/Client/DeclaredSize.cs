using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Lints.Client;

/// <summary>Message sizes against the largest the server takes (RFC 1870).</summary>
static class DeclaredSize
{
    /// <summary>
    /// The largest message the server takes, in octets; null where it named none, or 0: "no fixed maximum message
    /// size is in force" (RFC 1870 §3).
    /// </summary>
    public static long? Limit(SessionState state) =>
        state.Offers?.Find("SIZE") is { Parameters: [var number, ..] }
        && long.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var limit)
        && limit > 0 ? limit : null;

    /// <summary>The size MAIL declares.</summary>
    public static void Check(SessionState state, Command.Mail mail, ICollection<Finding> findings)
    {
        for (var i = 0; i < mail.Parameters.Count; i++)
        {
            var parameter = mail.Parameters[i];
            if (parameter.Is("SIZE") && DecimalNumber.Read(parameter.Value.Span) is { } size && Limit(state) is { } limit && size > limit)
            {
                findings.Add(FindingId.SizeExceedsAdvertised, parameter.Where, $"The server takes messages of up to {limit} octets.");
            }
        }
    }

    /// <summary>The size of content that was sent: CRLFs counted, added dots and the final one not (RFC 1870 §3).</summary>
    public static void CheckContent(SessionState state, long octets, ICollection<Finding> findings)
    {
        if (Limit(state) is { } limit && octets > limit)
        {
            findings.Add(Finding.Of(
                FindingId.SizeExceedsAdvertised,
                FormattableString.Invariant($"The message has {octets} octets; the server takes messages of up to {limit}.")));
        }
    }

    /// <summary>The size of all chunks up to this one: said once, at the chunk that goes beyond the limit.</summary>
    public static void Check(SessionState state, Command.Bdat bdat, WireLine line, ICollection<Finding> findings)
    {
        if (state.Transaction is { } open && bdat.Size is { } size && Limit(state) is { } limit
            && open.ChunkOctets <= limit && size > limit - open.ChunkOctets)
        {
            findings.Add(
                FindingId.SizeExceedsAdvertised,
                new Columns(0, 0, line.Content.Length),
                $"With this chunk the message is larger than the {limit} octets the server takes.");
        }
    }
}
