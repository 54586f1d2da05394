using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Rules;

namespace SmtpInspector.Protocol.Lints.Client;

/// <summary>AUTH: its mechanism and its initial response (RFC 4954 §4).</summary>
static class AuthCommand
{
    public static void Check(SessionState state, Command.Auth auth, ICollection<Finding> findings, bool credentialLeftOut)
    {
        if (auth.Mechanism.IsEmpty)
        {
            return;
        }

        var mechanism = auth.Mechanism.Text.ToUpperInvariant();
        if (state.Offers is { } offers && offers.Has("AUTH") && !Contains(offers.AuthMechanisms, mechanism))
        {
            findings.Add(
                FindingId.AuthMechanismNotAdvertised,
                auth.Mechanism.Where,
                "The server did not offer this mechanism; the line AUTH of its reply to EHLO lists those it takes.");
        }

        // RFC 4954 §4, §9. Where it is not known whether TLS is on, nothing is said.
        if (state.Tls is false && SaslMechanisms.Find(mechanism) is { SendsPassword: true })
        {
            findings.Add(
                FindingId.AuthWithoutTls,
                auth.Mechanism.Where,
                $"With {mechanism} whoever can read this connection can use the password: start TLS first.");
        }

        // RFC 4954 §4: "=" is an initial response of no octets.
        if (!credentialLeftOut && auth.InitialResponse is { } response && !response.Is("=") && Credential.Decode(response, findings) is { } decoded)
        {
            Credential.Check(mechanism, 0, decoded, response.Where, state.IsSes, findings);
        }
    }

    static bool Contains(IReadOnlyList<string> mechanisms, string mechanism)
    {
        for (var i = 0; i < mechanisms.Count; i++)
        {
            if (mechanisms[i] == mechanism)
            {
                return true;
            }
        }

        return false;
    }
}
