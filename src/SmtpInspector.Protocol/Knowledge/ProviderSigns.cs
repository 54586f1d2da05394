namespace SmtpInspector.Protocol.Knowledge;

/// <summary>How providers are told apart: by words of their greetings and by the names of their servers.</summary>
static class ProviderSigns
{
    // The first that fits decides: Outlook.com's servers have Exchange Online's names with "olc" in them.
    static readonly (Provider Provider, string Sign)[] Signs =
    [
        (Provider.AmazonSes, "SimpleEmailService"),
        (Provider.AmazonSes, "email-smtp"),
        (Provider.AmazonSes, "amazonses.com"),
        (Provider.Gmail, "gsmtp"),
        (Provider.Gmail, "smtp.gmail.com"),
        (Provider.Gmail, "smtp-relay.gmail.com"),
        (Provider.Gmail, "google.com"),
        (Provider.Gmail, "googlemail.com"),
        (Provider.OutlookCom, ".olc.protection.outlook.com"),
        (Provider.OutlookCom, "smtp-mail.outlook.com"),
        (Provider.ExchangeOnline, "protection.outlook.com"),
        (Provider.ExchangeOnline, "prod.outlook.com"),
        (Provider.ExchangeOnline, "office365.com"),
        (Provider.ExchangeOnline, "Microsoft ESMTP MAIL Service"),
        (Provider.Yahoo, "yahoodns.net"),
        (Provider.Yahoo, "mail.yahoo.com"),
        (Provider.Yahoo, "smtp.aol.com"),
        (Provider.ICloud, "mail.me.com"),
        (Provider.ICloud, "mail.icloud.com"),
        (Provider.Postfix, "ESMTP Postfix"),
        (Provider.Exim, "ESMTP Exim"),
    ];

    public static Provider? Of(string greetingOrDomain)
    {
        foreach (var (provider, sign) in Signs)
        {
            if (greetingOrDomain.Contains(sign, StringComparison.OrdinalIgnoreCase))
            {
                return provider;
            }
        }

        return null;
    }
}
