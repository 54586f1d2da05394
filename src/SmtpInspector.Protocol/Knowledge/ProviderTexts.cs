using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Knowledge.Vendors;

namespace SmtpInspector.Protocol.Knowledge;

/// <summary>The reply texts of widespread providers and servers, and the search among them. Pure.</summary>
public static class ProviderTexts
{
    // Fewer letters than these stand in many servers' replies, with many meanings; only a number among them tells.
    const int FewestLetters = 14;

    static readonly Lazy<ProviderText[]> Rows = new(() =>
    [
        .. SesTexts.Rows,
        .. GmailAccountTexts.Rows,
        .. GmailSenderTexts.Rows,
        .. GmailMessageTexts.Rows,
        .. ExchangeSubmissionTexts.Rows,
        .. ExchangeDeliveryTexts.Rows,
        .. OutlookComTexts.Rows,
        .. YahooTexts.Rows,
        .. ICloudTexts.Rows,
        .. PostfixProtocolTexts.Rows,
        .. PostfixPolicyTexts.Rows,
        .. EximTexts.Rows,
    ]);

    /// <summary>All of them, by provider.</summary>
    public static IReadOnlyList<ProviderText> All => Rows.Value;

    /// <summary>Who speaks, told from a greeting's text or a server's domain name; null when it is nobody known.</summary>
    public static Provider? Of(string greetingOrDomain)
    {
        ArgumentNullException.ThrowIfNull(greetingOrDomain);
        return ProviderSigns.Of(greetingOrDomain);
    }

    /// <summary>
    /// What a reply means with the provider that a greeting or domain tells; null where the provider or the text is not
    /// known. Where several fit, the one with the most words in common.
    /// </summary>
    public static ProviderText? Match(string greetingOrDomain, Reply reply) =>
        Of(greetingOrDomain) is { } provider ? Match(provider, reply) : null;

    /// <summary>What a reply means with a provider; null where the text is not known.</summary>
    public static ProviderText? Match(Provider provider, Reply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var text = SpokenReply.Of(reply);
        return Best(text, row => row.Provider == provider || Kin(row.Provider, provider)).FirstOrDefault();
    }

    /// <summary>
    /// What a text means, whoever sent it: with or without codes in front, as it stood on the wire or was quoted in a
    /// report. The best fit of each provider, the best first.
    /// </summary>
    public static IReadOnlyList<ProviderText> Search(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. Best(SpokenReply.Of(text), IsTelling).DistinctBy(row => row.Provider)];
    }

    /// <summary>The provider's name as its maker writes it.</summary>
    public static string Name(Provider provider) => provider switch
    {
        Provider.AmazonSes => "Amazon SES",
        Provider.Gmail => "Gmail",
        Provider.ExchangeOnline => "Exchange Online",
        Provider.OutlookCom => "Outlook.com",
        Provider.Yahoo => "Yahoo",
        Provider.ICloud => "iCloud Mail",
        Provider.Postfix => "Postfix",
        Provider.Exim => "Exim",
    };

    static bool IsTelling(ProviderText row) => row.Phrase.Length >= FewestLetters || row.Phrase.Any(char.IsAsciiDigit);

    // Outlook.com and Exchange Online share their front doors: each sends texts of the other.
    static bool Kin(Provider one, Provider other) =>
        (one, other) is (Provider.OutlookCom, Provider.ExchangeOnline) or (Provider.ExchangeOnline, Provider.OutlookCom);

    static IEnumerable<ProviderText> Best(SpokenReply text, Func<ProviderText, bool> among) =>
        from row in Rows.Value
        where among(row)
        let letters = text.Fit(row)
        where letters > 0
        orderby letters descending
        select row;
}
