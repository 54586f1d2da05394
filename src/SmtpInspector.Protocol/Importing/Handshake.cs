using System.Globalization;
using SmtpInspector.Protocol.Conversation;

namespace SmtpInspector.Protocol.Importing;

/// <summary>What a program says of a TLS handshake, gathered line by line until the conversation goes on.</summary>
sealed class Handshake
{
    static readonly string[] Dates =
        ["MMM d HH:mm:ss yyyy 'GMT'", "ddd MMM d HH:mm:ss yyyy", "yyyy-MM-dd HH:mm:ss 'UTC'", "yyyy-MM-dd'T'HH:mm:ss'Z'"];

    readonly List<string> _problems = [];

    /// <summary>Whether a handshake was made; only then there is anything to say.</summary>
    public bool IsMade { get; set; }

    /// <summary>The version as programs write it: "TLSv1.3".</summary>
    public string? Protocol { get; set; }

    /// <summary>The cipher suite as the program names it.</summary>
    public string? Cipher { get; set; }

    /// <summary>Whether the certificate verified; null where nothing is said of it.</summary>
    public bool? Verified { get; set; }

    /// <summary>The leaf certificate's subject.</summary>
    public string? Subject { get; set; }

    /// <summary>The leaf certificate's issuer.</summary>
    public string? Issuer { get; set; }

    /// <summary>First moment of its validity, as the program writes it.</summary>
    public string? NotBefore { get; set; }

    /// <summary>Last moment of its validity, as the program writes it.</summary>
    public string? NotAfter { get; set; }

    /// <summary>SHA-256 of it in hexadecimal digits; colons do not matter.</summary>
    public string? Sha256 { get; set; }

    /// <summary>Something that is wrong with the certificate.</summary>
    public void Problem(string text)
    {
        Verified = false;
        if (!_problems.Contains(text))
        {
            _problems.Add(text);
        }
    }

    /// <summary>The event, where a handshake was made; afterwards this is as new.</summary>
    public ConversationEvent? Take()
    {
        if (!IsMade)
        {
            return null;
        }

        var session = new TlsSession(
            Protocol is null ? "TLS" : Protocol.Replace("TLSv", "TLS ", StringComparison.Ordinal).Replace("TLS1", "TLS 1", StringComparison.Ordinal),
            Cipher ?? "",
            Verified,
            [.. _problems],
            Subject is null ? [] :
            [
                new PeerCertificate(
                    Subject, Issuer ?? "", [], Moment(NotBefore), Moment(NotAfter), Sha256?.Replace(":", "", StringComparison.Ordinal).ToLowerInvariant() ?? ""),
            ]);
        (IsMade, Protocol, Cipher, Verified, Subject, Issuer, NotBefore, NotAfter, Sha256) = (false, null, null, null, null, null, null, null, null);
        _problems.Clear();
        return new ConversationEvent.TlsStarted(null, session);
    }

    static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParseExact(
            text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowInnerWhite, out var moment)
            ? moment
            : null;
}
