using System.Globalization;
using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Reliability;

/// <summary>Signals to a process of a test's own.</summary>
static class Signals
{
    /// <param name="signal">The name without SIG.</param>
    /// <param name="process">The process.</param>
    public static async Task SendAsync(string signal, int process) =>
        (await ChildProcess.RunAsync("/bin/sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -{signal} {process}")])).Expect(0);
}
