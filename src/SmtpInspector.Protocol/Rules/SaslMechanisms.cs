namespace SmtpInspector.Protocol.Rules;

/// <summary>A SASL mechanism by the name it has in AUTH.</summary>
/// <param name="Name">In upper case.</param>
/// <param name="SendsPassword">Whether it gives the password, or a token as good as one, to whoever reads the line.</param>
/// <param name="ClientFirst">Whether the client speaks first, so that an initial response is allowed.</param>
/// <param name="OneStep">Whether one message of the client's completes it.</param>
/// <param name="Meaning">What it does.</param>
/// <param name="Reference">The RFC, or the document of the maker where there is none.</param>
public sealed record SaslMechanism(
    string Name,
    bool SendsPassword,
    bool ClientFirst,
    bool OneStep,
    string Meaning,
    string Reference);

/// <summary>The mechanisms seen in SMTP (registry "SASL Mechanisms" of IANA, and a few that are not in it).</summary>
public static class SaslMechanisms
{
    static readonly SaslMechanism[] Table =
    [
        new("PLAIN", SendsPassword: true, ClientFirst: true, OneStep: true, "user name and password in one message", "RFC 4616 §2"),

        // The draft never became an RFC, yet servers take the user name as an initial response.
        new("LOGIN", SendsPassword: true, ClientFirst: true, OneStep: false, "user name, then password, each asked for", "draft-murchison-sasl-login"),
        new("CRAM-MD5", SendsPassword: false, ClientFirst: false, OneStep: false, "an MD5 digest of a challenge and the password", "RFC 2195 §2"),
        new("DIGEST-MD5", SendsPassword: false, ClientFirst: false, OneStep: false, "an MD5 digest, now historic", "RFC 2831 §2"),
        new("SCRAM-SHA-1", SendsPassword: false, ClientFirst: true, OneStep: false, "proof of the password with a salted SHA-1", "RFC 5802 §3"),
        new("SCRAM-SHA-1-PLUS", SendsPassword: false, ClientFirst: true, OneStep: false, "SCRAM-SHA-1 bound to the TLS channel", "RFC 5802 §6"),
        new("SCRAM-SHA-256", SendsPassword: false, ClientFirst: true, OneStep: false, "proof of the password with a salted SHA-256", "RFC 7677 §3"),
        new("SCRAM-SHA-256-PLUS", SendsPassword: false, ClientFirst: true, OneStep: false, "SCRAM-SHA-256 bound to the TLS channel", "RFC 7677 §3"),
        new("XOAUTH2", SendsPassword: true, ClientFirst: true, OneStep: true, "an OAuth 2 access token, as Google first did it", "Google, XOAUTH2 Protocol"),
        new("OAUTHBEARER", SendsPassword: true, ClientFirst: true, OneStep: true, "an OAuth 2 access token", "RFC 7628 §3"),
        new("EXTERNAL", SendsPassword: false, ClientFirst: true, OneStep: true, "who the client is, the TLS certificate has said", "RFC 4422 §A"),
        new("ANONYMOUS", SendsPassword: false, ClientFirst: true, OneStep: true, "no identity, a trace word at most", "RFC 4505 §2"),
        new("GSSAPI", SendsPassword: false, ClientFirst: true, OneStep: false, "Kerberos", "RFC 4752 §3"),
        new("GS2-KRB5", SendsPassword: false, ClientFirst: true, OneStep: false, "Kerberos through GS2", "RFC 5801 §3"),
        new("NTLM", SendsPassword: false, ClientFirst: true, OneStep: false, "Windows challenge and response", "Microsoft, [MS-SMTPNTLM]"),
        new("GSS-SPNEGO", SendsPassword: false, ClientFirst: true, OneStep: false, "Kerberos or NTLM, negotiated", "Microsoft, [MS-SPNG]"),
    ];

    /// <summary>All mechanisms.</summary>
    public static IReadOnlyList<SaslMechanism> All => Table;

    /// <summary>The row of a mechanism, in any case; null for one this program does not know.</summary>
    public static SaslMechanism? Find(string name) =>
        Array.Find(Table, row => row.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
