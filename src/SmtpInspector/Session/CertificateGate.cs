using SmtpInspector.Net;
using SmtpInspector.Protocol.Conversation;

namespace SmtpInspector.Session;

/// <summary>
/// Where a conversation stops whose server's certificate does not verify: it passes when the user has trusted that certificate
/// for that server before, or says so now. Whoever passes stays unverified, and what is wrong stays said.
/// </summary>
/// <param name="trusted">What was trusted before; null: nothing.</param>
/// <param name="question">Who can be asked; null: nobody, and then the handshake itself is refused.</param>
sealed class CertificateGate(ITrustedCertificates? trusted, ICertificateQuestion? question)
{
    /// <summary>Whether a handshake may be completed, for <see cref="TlsOptions.MayComplete"/>: decided at once, never asked.</summary>
    public Func<TlsSession, bool> MayComplete((string Name, int Port) host) => session =>
        session.Certificates.Count > 0 && (question is not null || trusted?.TrustedSince(host.Name, host.Port, session.Certificates[0]) is not null);

    /// <summary>Decides, asking where there is someone to ask.</summary>
    /// <returns>Whether the conversation goes on, and the sentence that says why, or why not.</returns>
    public async ValueTask<(bool GoesOn, string Why)> DecideAsync(CertificateReport report, OptionNames options, CancellationToken cancellationToken)
    {
        if (trusted?.TrustedSince(report.Host, report.Port, report.Leaf) is { } since)
        {
            return (true, FormattableString.Invariant(
                $"The certificate does not verify; it goes on because you have trusted this very certificate for {report.Server} since {since:yyyy-MM-dd}."));
        }

        var decision = question is null ? CertificateDecision.Leave : await question.AskAsync(report, cancellationToken);
        return decision switch
        {
            CertificateDecision.Always => (true, Keep(report)),
            CertificateDecision.Once => (true, "The certificate does not verify; it goes on this once, as you answered."),
            _ => (false, TlsFailures.NotVerified(report.Session, options)),
        };
    }

    string Keep(CertificateReport report)
    {
        try
        {
            if (trusted is not null)
            {
                trusted.Trust(report.Host, report.Port, report.Leaf);
                return $"The certificate does not verify; it is trusted for {report.Server} from now on, as you answered: SHA-256 {report.Leaf.Sha256}.";
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return $"The certificate does not verify; it goes on this once, for that you trust it could not be kept: {error.Message}";
        }

        return "The certificate does not verify; it goes on this once, for there is no folder to keep in that you trust it.";
    }
}
