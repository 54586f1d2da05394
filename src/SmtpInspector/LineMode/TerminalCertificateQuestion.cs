using SmtpInspector.Session;

namespace SmtpInspector.LineMode;

/// <summary>Asks the person at the terminal about a certificate that does not verify. What is wrong with it stands above already.</summary>
sealed class TerminalCertificateQuestion(LineTerminal terminal) : ICertificateQuestion
{
    public async ValueTask<CertificateDecision> AskAsync(CertificateReport report, CancellationToken cancellationToken) =>
        await terminal.ChooseAsync(
            $"The certificate of {report.Server} does not verify, and nothing has been sent. Go on once, always trust this certificate (SHA-256 {report.Leaf.Sha256[..16]}...) for this server, or leave?",
            "once", "always", "leave").WaitAsync(cancellationToken) switch
        {
            "once" => CertificateDecision.Once,
            "always" => CertificateDecision.Always,
            _ => CertificateDecision.Leave,
        };
}
