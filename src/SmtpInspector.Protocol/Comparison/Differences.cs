using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Judgement;

namespace SmtpInspector.Protocol.Comparison;

/// <summary>Says in words how two exchanges differ that stand beside each other.</summary>
static class Differences
{
    /// <summary>The differences, the client's first.</summary>
    public static IReadOnlyList<Difference> Between(Exchange left, Exchange right, IReadOnlyList<Entry> leftEntries, IReadOnlyList<Entry> rightEntries) =>
    [
        .. Commands(left, right),
        .. Contents(left, right),
        .. Handshakes(left.Tls, right.Tls),
        .. Replies(left, right),
        .. OfferDifferences.Between(OffersOf(left), OffersOf(right)),
        .. Endings(left, right),
        .. Found(left, right, leftEntries, rightEntries),
    ];

    static IEnumerable<Difference> Commands(Exchange left, Exchange right)
    {
        if (!left.Meaning.SaysTheSame(right.Meaning))
        {
            yield return new(DifferenceKind.Command, $"left sends {left.Title}, right {right.Title}");
        }
    }

    static IEnumerable<Difference> Contents(Exchange left, Exchange right)
    {
        if (left.Content is { } one && right.Content is { } other && (one.Bytes != other.Bytes || one.Lines != other.Lines || one.IsComplete != other.IsComplete))
        {
            yield return new(DifferenceKind.Content, $"left: {Size(one)}, right: {Size(other)}");
        }

        static string Size(Entry.Data data) => FormattableString.Invariant(
            $"{data.Bytes} octets in {data.Lines} {(data.Lines == 1 ? "line" : "lines")}{(data.IsComplete ? "" : ", without its end")}");
    }

    static IEnumerable<Difference> Handshakes(TlsSession? left, TlsSession? right)
    {
        if (left is null || right is null)
        {
            yield break;
        }

        foreach (var (what, one, other) in ((string, string?, string?)[])[
            ("version", left.Protocol, right.Protocol),
            ("cipher suite", left.Cipher, right.Cipher),
            ("certificate", Verification(left), Verification(right)),
            ("certificate for", left.Certificates is [var first, ..] ? first.Subject : null, right.Certificates is [var second, ..] ? second.Subject : null)])
        {
            if (one is { Length: > 0 } && other is { Length: > 0 } && one != other)
            {
                yield return new(DifferenceKind.Tls, $"{what}: left {one}, right {other}");
            }
        }

        static string? Verification(TlsSession session) => session.Verified switch { true => "verified", false => "not verified", null => null };
    }

    static IEnumerable<Difference> Replies(Exchange left, Exchange right)
    {
        if (left.Kind is not (ExchangeKind.Tls or ExchangeKind.Ending) && left.Outcome != right.Outcome)
        {
            yield return new(DifferenceKind.Reply, $"left: {left.Outcome}, right: {right.Outcome}");
        }
    }

    static Offers? OffersOf(Exchange exchange) =>
        exchange.Command?.Verb is Verb.Ehlo or Verb.Lhlo && exchange.Replies is [{ Redacted: { Class: ReplyClass.Success } reply }, ..] ? Offers.Of(reply) : null;

    static IEnumerable<Difference> Endings(Exchange left, Exchange right)
    {
        if (left.Kind != ExchangeKind.Ending)
        {
            yield break;
        }

        if (left.Outcome != right.Outcome)
        {
            yield return new(DifferenceKind.Ending, $"left: {left.Outcome}, right: {right.Outcome}");
        }
        else if (left.Failed is { } one && right.Failed is { } other && one.Message != other.Message)
        {
            yield return new(DifferenceKind.Ending, $"left: {one.Message} right: {other.Message}");
        }
    }

    // The rules by name: their messages may hold what differs anyway.
    static IEnumerable<Difference> Found(Exchange left, Exchange right, IReadOnlyList<Entry> leftEntries, IReadOnlyList<Entry> rightEntries)
    {
        var (one, other) = (RulesOf(left, leftEntries), RulesOf(right, rightEntries));
        foreach (var (rule, side) in one.Except(other).Select(rule => (rule, "left")).Concat(other.Except(one).Select(rule => (rule, "right"))))
        {
            yield return new(DifferenceKind.Finding, $"{rule} is found on the {side} only");
        }
    }

    static List<string> RulesOf(Exchange exchange, IReadOnlyList<Entry> entries) =>
        [.. exchange.Entries.SelectMany(index => entries[index].Findings).Select(finding => finding.Rule).Distinct()];
}
