using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Rules;

/// <summary>
/// How long things may be, in octets, line endings included (RFC 5321 §4.5.3.1). These are sizes every
/// implementation must take; larger ones SHOULD be avoided and may be refused.
/// </summary>
public static class SizeLimits
{
    /// <summary>RFC 5321 §4.5.3.1.1.</summary>
    public const int LocalPart = 64;

    /// <summary>RFC 5321 §4.5.3.1.2.</summary>
    public const int Domain = 255;

    /// <summary>RFC 5321 §4.5.3.1.3, the angle brackets included.</summary>
    public const int Path = 256;

    /// <summary>RFC 5321 §4.5.3.1.4, CRLF included; see <see cref="Increments"/> for what extensions add.</summary>
    public const int CommandLine = 512;

    /// <summary>RFC 5321 §4.5.3.1.5, CRLF included.</summary>
    public const int ReplyLine = 512;

    /// <summary>RFC 5321 §4.5.3.1.6, CRLF included, a dot doubled for transparency not counted.</summary>
    public const int TextLine = 1000;

    /// <summary>How many recipients a server must be able to buffer (RFC 5321 §4.5.3.1.8).</summary>
    public const int Recipients = 100;

    /// <summary>What RFC 4954 §4 calls sufficient for a line of an AUTH exchange; no limit.</summary>
    public const int AuthLine = 12288;

    /// <summary>A row: by how much an extension raises the limit of a command's line.</summary>
    /// <param name="Verb">The command.</param>
    /// <param name="Extension">The EHLO keyword of the extension.</param>
    /// <param name="Octets">By how much.</param>
    /// <param name="Parameter">The parameter it makes room for.</param>
    /// <param name="Reference">The section that says so.</param>
    public sealed record Increment(Verb Verb, string Extension, int Octets, string Parameter, string Reference);

    static readonly Increment[] Table =
    [
        new(Verb.Mail, "SIZE",          26,  "SIZE", "RFC 1870 §3"),
        new(Verb.Mail, "DELIVERBY",     17,  "BY", "RFC 2852 §4"),
        new(Verb.Mail, "BINARYMIME",    16,  "BODY=BINARYMIME", "RFC 3030 §3"),

        // RFC 3461 §5.4 states no increment for MAIL; it allows an ENVID of 100 and an ORCPT of 500 characters.
        new(Verb.Mail, "DSN",           110, "RET and ENVID", "RFC 3461 §5.4"),
        new(Verb.Rcpt, "DSN",           530, "NOTIFY and ORCPT", "RFC 3461 §5.4"),
        new(Verb.Mail, "FUTURERELEASE", 40,  "HOLDFOR or HOLDUNTIL", "RFC 4865 §4"),
        new(Verb.Mail, "AUTH",          500, "AUTH", "RFC 4954 §3"),
        new(Verb.Mail, "8BITMIME",      17,  "BODY=8BITMIME", "RFC 6152 §2"),
        new(Verb.Mail, "SMTPUTF8",      10,  "SMTPUTF8", "RFC 6531 §3.1"),
        new(Verb.Mail, "MT-PRIORITY",   15,  "MT-PRIORITY", "RFC 6710 §3"),
        new(Verb.Mail, "REQUIRETLS",    11,  "REQUIRETLS", "RFC 8689 §2"),
    ];

    /// <summary>What the extensions add, in the order of their numbers.</summary>
    public static IReadOnlyList<Increment> Increments => Table;
}
