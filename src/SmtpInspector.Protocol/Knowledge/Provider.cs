namespace SmtpInspector.Protocol.Knowledge;

/// <summary>A mail provider, or a mail server's program, whose reply texts are known.</summary>
public enum Provider
{
    /// <summary>Amazon Simple Email Service.</summary>
    AmazonSes,

    /// <summary>Gmail and Google Workspace.</summary>
    Gmail,

    /// <summary>Exchange Online, which is Microsoft 365; Exchange Server says much the same.</summary>
    ExchangeOnline,

    /// <summary>Outlook.com, Hotmail, Live.</summary>
    OutlookCom,

    /// <summary>Yahoo and AOL.</summary>
    Yahoo,

    /// <summary>Apple's iCloud Mail.</summary>
    ICloud,

    /// <summary>Postfix.</summary>
    Postfix,

    /// <summary>Exim.</summary>
    Exim,
}
