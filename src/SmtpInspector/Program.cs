using SmtpInspector.Cli;
using SmtpInspector.Terminal.Device;

namespace SmtpInspector;

static class Program
{
    static Task<int> Main(string[] args)
    {
        StandardStreams.Settle();
        return CommandLine.InvokeAsync(args);
    }
}
