namespace SmtpInspector.Protocol.Findings;

/// <summary>Something the judge has to say about one entry of a conversation. Data, never an exception.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Severity">Its weight here; mostly that of the rule.</param>
/// <param name="Message">What is wrong and what would be right, in a sentence. Holds no octet of the peer's unfiltered, and no credential once it is an entry's.</param>
/// <param name="Reference">The section, as "RFC 5321 §4.2.1", or the vendor's document.</param>
/// <param name="Where">The octets it is about; null when it is about the whole entry.</param>
public sealed record Finding(FindingId Id, Severity Severity, string Message, string Reference, Columns? Where = null)
{
    /// <summary>The rule's stable name, in kebab-case.</summary>
    public string Rule => Catalogue.Of(Id).Name;

    /// <summary>A finding with the rule's own severity and reference.</summary>
    public static Finding Of(FindingId id, string message, Columns? where = null)
    {
        var rule = Catalogue.Of(id);
        return new Finding(id, rule.Severity, message, rule.Reference, where);
    }
}
