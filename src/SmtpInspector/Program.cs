using SmtpInspector.Cli;

namespace SmtpInspector;

static class Program
{
    static Task<int> Main(string[] args) => CommandLine.InvokeAsync(args);
}
