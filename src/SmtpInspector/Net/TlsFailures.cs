using SmtpInspector.Protocol.Conversation;

namespace SmtpInspector.Net;

/// <summary>Turns what the TLS library throws into a sentence that says what happened and what to try.</summary>
static class TlsFailures
{
    /// <summary>What is known of a handshake that failed.</summary>
    public sealed record Circumstances(
        HandshakeTap Tap, TlsOptions Options, bool TimedOut, bool AskedForCertificate, TlsSession? Session, bool Accepted);

    public static TlsException InHandshake(Exception error, Circumstances at)
    {
        if (Find<TlsException>(error) is { } known)
        {
            return known;
        }

        if (at is { Session: { } session, Accepted: false })
        {
            return new(TlsReason.NotVerified, NotVerified(session, at.Options.Names)) { Session = session };
        }

        if (at.TimedOut)
        {
            return new(TlsReason.TimedOut, at.Tap.PeerSpoke
                ? $"The TLS handshake was not complete within {at.Options.Timeout.TotalSeconds:0} seconds: the server stopped answering."
                : at.Tap.IsUpgrade ? $"The server said 220 to STARTTLS and did not answer the TLS handshake within {at.Options.Timeout.TotalSeconds:0} seconds."
                : $"The server did not answer the TLS handshake within {at.Options.Timeout.TotalSeconds:0} seconds. Perhaps this port does not begin with TLS: try {at.Options.Names.Set("tls", "starttls")}, or {at.Options.Names.Set("tls", "none")}.", error);
        }

        if ((OpenSslError.AlertOf(error) ?? at.Tap.FirstAlert) is { } alert)
        {
            return OfAlert((TlsAlert)alert, error, at);
        }

        if (Find<IOException>(error) is not null)
        {
            return new(TlsReason.Closed, at.Tap.PeerSpoke
                ? "The server closed the connection in the middle of the TLS handshake. Its log may say why."
                : at.Tap.IsUpgrade ? "The server said 220 to STARTTLS and closed the connection when the TLS handshake began. Its log may say why."
                : $"The server closed the connection when the TLS handshake began. Perhaps this port does not begin with TLS: try {at.Options.Names.Set("tls", "starttls")}, or {at.Options.Names.Set("tls", "none")}.", error);
        }

        return OpenSslError.IsUnsupportedProtocol(error)
            ? VersionMismatch(error, at.Options)
            : new(TlsReason.Other, $"The TLS handshake failed: {OpenSslError.Text(error)}.", error) { Session = at.Session };
    }

    /// <summary>What broke TLS after the handshake.</summary>
    public static Exception WhileReceiving(Exception error, OptionNames options) => OpenSslError.AlertOf(error) switch
    {
        // In TLS 1.3 the client is done first; what the server thinks of its certificate comes after (RFC 8446 §4.4.2.4).
        { } alert when IsAboutCertificate((TlsAlert)alert) => AboutCertificate((TlsAlert)alert, error, null, options),
        { } alert => new TlsException(TlsReason.Alert, $"The server ended TLS with the alert {Name((TlsAlert)alert)}.", error),
        // .NET has no code for it, only words.
        null when OpenSslError.Text(error).Contains("renegotiation", StringComparison.Ordinal) => new TlsException(
            TlsReason.Other, "The server asked to renegotiate TLS in the midst of the conversation. That is refused: TLS 1.3 has done away with it (RFC 8446 §1.2), and a renegotiated session is not the one that was verified.", error),
        null => new TlsException(TlsReason.Other, $"What the server sent cannot be decrypted: {OpenSslError.Text(error)}.", error),
    };

    /// <summary>The server asked for a client certificate, got none, and ended the connection before saying anything.</summary>
    public static TlsException HungUpForCertificate(Exception? error, OptionNames options) => new(
        TlsReason.ClientCertificate,
        $"The server asked for a client certificate, got none, and closed the connection without a word: it seems to require one. Give one with {CertificateAndKey(options)}.",
        error);

    /// <summary>What is said when the conversation ends for a certificate.</summary>
    public static string NotVerified(TlsSession session, OptionNames options) =>
        $"The server's certificate does not verify: nothing more is sent. {string.Join(' ', session.Problems)} To go on all the same: {options.Of("insecure")}.";

    static TlsException OfAlert(TlsAlert alert, Exception error, Circumstances at) => alert switch
    {
        TlsAlert.ProtocolVersion => VersionMismatch(error, at.Options),
        TlsAlert.HandshakeFailure when at.AskedForCertificate => AboutCertificate(TlsAlert.CertificateRequired, error, at.Session, at.Options.Names),
        _ when IsAboutCertificate(alert) => AboutCertificate(alert, error, at.Session, at.Options.Names),
        TlsAlert.UnrecognizedName => new(
            TlsReason.Alert, $"The server does not know the name {at.Options.ServerName}. Name the one it has with {at.Options.Names.Of("server-name")}.", error),
        TlsAlert.HandshakeFailure or TlsAlert.InsufficientSecurity => new(
            TlsReason.Alert, $"The server refused the TLS handshake (alert {Name(alert)}): the two sides have no cipher suite in common.", error),
        _ => new(TlsReason.Alert, $"The server refused the TLS handshake with the alert {Name(alert)}.", error),
    };

    static TlsException VersionMismatch(Exception error, TlsOptions options) => new(
        TlsReason.VersionMismatch,
        (options.Min, options.Max) switch
        {
            (TlsVersion.Tls13, _) => $"The server does not speak TLS 1.3, the only version allowed here. Leave {options.Names.Of("tls-min")} out.",
            (_, TlsVersion.Tls12) => $"The server does not speak TLS 1.2, the only version allowed here. Leave {options.Names.Of("tls-max")} out.",
            _ => "The server speaks neither TLS 1.2 nor TLS 1.3. Older versions are broken and not spoken here (RFC 8996).",
        },
        error);

    static bool IsAboutCertificate(TlsAlert alert) => alert is TlsAlert.CertificateRequired or TlsAlert.BadCertificate
        or TlsAlert.UnsupportedCertificate or TlsAlert.CertificateRevoked or TlsAlert.CertificateExpired
        or TlsAlert.CertificateUnknown or TlsAlert.UnknownCa or TlsAlert.AccessDenied;

    static TlsException AboutCertificate(TlsAlert alert, Exception error, TlsSession? session, OptionNames options) => new(
        TlsReason.ClientCertificate,
        alert is TlsAlert.CertificateRequired
            ? $"The server requires a client certificate. Give one with {CertificateAndKey(options)}."
            : $"The server does not accept the client certificate (alert {Name(alert)}): {Meaning(alert)}. Give one that it accepts with {CertificateAndKey(options)}.",
        error)
    {
        Session = session,
    };

    static string CertificateAndKey(OptionNames options) => options.Taking(("cert", "FILE"), ("key", "FILE"));

    static string Meaning(TlsAlert alert) => alert switch
    {
        TlsAlert.UnknownCa => "it does not know the authority that issued it",
        TlsAlert.CertificateExpired => "it has expired, or is not yet valid",
        TlsAlert.CertificateRevoked => "it has been revoked",
        TlsAlert.UnsupportedCertificate => "it is of a kind that the server cannot use",
        TlsAlert.AccessDenied => "it is valid, but does not give access",
        _ => "the server does not say why; perhaps there was none, and one is required",
    };

    // RFC 8446 §6 spells them so.
    static string Name(TlsAlert alert) => Enum.IsDefined(alert)
        ? string.Concat(alert.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $"_{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"))
        : $"number {(int)alert}";

    static T? Find<T>(Exception? error)
        where T : Exception
    {
        while (error is not null and not T)
        {
            error = error.InnerException;
        }

        return error as T;
    }
}
