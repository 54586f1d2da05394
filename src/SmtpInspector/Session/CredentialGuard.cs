using System.Text;
using SmtpInspector.Net;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Session;

/// <summary>Keeps passwords off connections that everybody on the way can read.</summary>
static class CredentialGuard
{
    /// <summary>What is said when an AUTH was not sent.</summary>
    public static string Refusal(OptionNames options) =>
        $"AUTH was not sent: it would give the password to everyone on the way, since the connection is not encrypted. Use {options.Set("tls", "starttls")} or implicit, or {options.Of("insecure")} to send it all the same.";

    static readonly string[] Readable = ["PLAIN", "LOGIN", "XOAUTH2", "OAUTHBEARER"];

    /// <summary>Whether sending this line would begin an exchange that gives a password away.</summary>
    public static bool Exposes(SessionState state, ReadOnlySpan<byte> line, bool isLocal, bool insecure)
    {
        if (state.Tls == true || isLocal || insecure || state.AwaitsAuthAnswer || state.Content != ContentMode.None || Verbs.Of(line.TrimStart(" \t"u8)) != Verb.Auth)
        {
            return false;
        }

        var words = Encoding.UTF8.GetString(line).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && Readable.Contains(words[1].ToUpperInvariant());
    }
}
