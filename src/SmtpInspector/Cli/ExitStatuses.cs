using SmtpInspector.Session;

namespace SmtpInspector.Cli;

/// <summary>What the exit statuses mean, as the help says it.</summary>
static class ExitStatuses
{
    /// <summary>Every status, in order.</summary>
    public static IReadOnlyList<(ExitStatus Status, string Meaning)> All { get; } =
    [
        (ExitStatus.AsExpected, "everything was sent and every reply was as expected"),
        (ExitStatus.Unexpected, "a reply was not as expected; with --strict also: the judge found an error"),
        (ExitStatus.Usage, "wrong usage"),
        (ExitStatus.NoConnection, "no connection: name not found, refused, timed out"),
        (ExitStatus.Tls, "TLS failed, was refused, or the certificate did not verify"),
        (ExitStatus.Ended, "the server closed or stopped answering before the end"),
        (ExitStatus.Transcript, "a transcript could not be understood"),
        (ExitStatus.Interrupted, "Ctrl-C at an idle prompt, pressed twice"),
    ];
}
