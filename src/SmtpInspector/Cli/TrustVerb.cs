using System.CommandLine;
using SmtpInspector.Kept;
using SmtpInspector.Net;
using SmtpInspector.Session;
using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Cli;

/// <summary><c>trust</c>.</summary>
static class TrustVerb
{
    public static Command Create()
    {
        var forget = new Option<string>("--forget") { Description = "Trust none of this server's certificates any more.", HelpName = "HOST:PORT" };
        var command = new Command("trust", "List the certificates that you trust though they do not verify, each for one server.") { forget };
        command.SetAction((parsed, _) => Guarded.RunAsync(() => Task.FromResult(
            StateFolder.Location is not { } folder ? throw new UsageException("There is no home to keep anything in: HOME is not set.")
                : parsed.GetValue(forget) is { } server ? Forget(TrustedCertificates.Open(folder), server)
                : List(TrustedCertificates.Open(folder)))));
        return command;
    }

    static ExitStatus List(TrustedCertificates trusted)
    {
        var all = trusted.All;
        var servers = all.Select(one => one.Server.Length).DefaultIfEmpty().Max();
        foreach (var one in all)
        {
            Console.Out.WriteLine(Safe.FromText(FormattableString.Invariant(
                $"{one.Server.PadRight(servers)}  since {one.Since:yyyy-MM-dd}  SHA-256 {one.Sha256}  {one.Subject}")));
        }

        if (all.Count == 0)
        {
            Guarded.Say("None. Where a certificate does not verify, a conversation at a terminal asks; the answer \"always\" puts it here.", ExitStatus.AsExpected);
        }

        return ExitStatus.AsExpected;
    }

    static ExitStatus Forget(TrustedCertificates trusted, string server)
    {
        if (!Target.TryParse(server, out var target, out var error))
        {
            throw new UsageException(error);
        }

        var (host, port) = target is Target.Tcp tcp ? (tcp.Host, tcp.Port) : (target.Written, 0);
        try
        {
            if (trusted.Forget(host, port) == 0)
            {
                throw new UsageException($"No certificate of {HostPort.Format(host, port)} is trusted; smtp-inspector trust lists those that are.");
            }
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(failed.Message);
        }

        Guarded.Say($"Forgotten. The certificate of {HostPort.Format(host, port)} is asked about again.", ExitStatus.AsExpected);
        return ExitStatus.AsExpected;
    }
}
