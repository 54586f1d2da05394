using SmtpInspector.Protocol.Conversation;

namespace SmtpInspector.Protocol.Lints.Client;

/// <summary>What the server offered, as far as it can be known.</summary>
static class Offered
{
    /// <summary>
    /// Whether an extension was offered; null where that cannot be known: the client has not introduced itself,
    /// or the EHLO reply is not part of what was recorded.
    /// </summary>
    public static bool? Has(SessionState state, string keyword) => state.Introduction switch
    {
        // RFC 5321 §3.2: after HELO no extension may be used.
        Introduction.Helo => false,
        _ => state.Offers?.Has(keyword),
    };
}
