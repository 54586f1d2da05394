using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Knowledge;
using Entry = SmtpInspector.Protocol.Judgement.Entry;

namespace SmtpInspector.Protocol.Explaining;

/// <summary>Explains what is selected, where it stands. Pure and total: every entry of every conversation has an explanation.</summary>
public static class EntryExplainer
{
    /// <summary>What there is to say about an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="before">The state before it.</param>
    /// <param name="after">The state after it.</param>
    /// <param name="provider">Who the server is, from <see cref="Recognize"/>; null where nobody known.</param>
    /// <param name="line">
    /// Which line of a reply is meant, from 0: the lines of the reply to EHLO have each something of their own to say. Does not matter
    /// for other entries.
    /// </param>
    public static PlaceExplanation Of(Entry entry, SessionState before, SessionState after, Provider? provider = null, int line = 0)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);

        // Of a credential that a server echoes nothing is repeated, nor decoded.
        entry = (entry as Entry.Reply)?.WithoutSecrets() ?? entry;
        var (what, here) = entry switch
        {
            Entry.Command command => (CommandPlace.What(command), CommandPlace.Here(command)),
            Entry.Reply reply when OfferPlace.OfferIn(reply, line) is { } offer => (OfferPlace.What(offer), OfferPlace.Here(offer, reply)),
            Entry.Reply reply => (ReplyPlace.What(reply, provider), ReplyPlace.Here(reply, after)),
            Entry.Data data => (ContentPlace.What(data), ContentPlace.Here(data, before)),
            _ => (EventPlace.What(entry), EventPlace.Here(entry, before)),
        };
        var sections = new List<ExplanationSection>
        {
            new(SectionKind.What, "What it is", [what]),
            new(SectionKind.Here, "What it means here", [.. here, .. Findings(entry)]),
            new(SectionKind.Next, "What may come next", NextPlace.Of(after)),
        };
        if (entry is Entry.Reply spoken && ProviderPlace.Of(spoken, provider ?? (before.IsSes ? Provider.AmazonSes : null)) is { } said)
        {
            sections.Add(said);
        }

        return new(sections);
    }

    /// <summary>
    /// Who the server is, as far as the conversation has told up to this entry: from the host dialled, the greeting, the reply to EHLO
    /// and the certificate. To be folded over the entries from the first.
    /// </summary>
    /// <param name="soFar">What was known before; null at the beginning.</param>
    /// <param name="entry">The next entry.</param>
    public static Provider? Recognize(Provider? soFar, Entry entry) => entry switch
    {
        Entry.Connecting connecting => ProviderTexts.Of(connecting.Host) ?? soFar,
        Entry.Reply { To.Verb: Grammar.Verb.Connection or Grammar.Verb.Ehlo or Grammar.Verb.Helo } reply when soFar is null =>
            ProviderTexts.Of(reply.Value.Lines[0].Text),
        Entry.Tls { Session.Certificates: [var leaf, ..] } when soFar is null => leaf.Names.Select(ProviderTexts.Of).FirstOrDefault(found => found is not null),
        _ => soFar,
    };

    static IEnumerable<Statement> Findings(Entry entry) =>
        entry.Findings.Select(finding => new Statement(finding.Message, finding.Reference) { Label = finding.Rule, Severity = finding.Severity });
}
