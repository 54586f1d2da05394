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

    /// <summary>The sentence for a command or parameter whose extension was not offered.</summary>
    public static string Missing(SessionState state, string word, string extension) =>
        state.Introduction == Introduction.Helo ? $"{word} belongs to an extension, and after HELO there are none: introduce yourself with EHLO."
        : word == extension ? $"The server did not offer {word} in its reply to EHLO, so it will not know it."
        : $"{word} belongs to the extension {extension}, which the server did not offer in its reply to EHLO.";
}
