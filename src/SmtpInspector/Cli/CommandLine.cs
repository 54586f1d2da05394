using System.CommandLine;
using SmtpInspector.Session;

namespace SmtpInspector.Cli;

/// <summary>The program's verbs.</summary>
static class CommandLine
{
    /// <summary>Understands the arguments and runs the verb.</summary>
    public static async Task<int> InvokeAsync(string[] args)
    {
        var root = new RootCommand("Speak SMTP to a server, line by line, and see what it says, judged.")
        {
            ConnectVerb.Create(),
            RunVerb.Create(),
            ShowVerb.Create(),
            ExplainVerb.Create(),
            ServeVerb.Create(),
            CredentialsVerb.Create(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            return Guarded.Say(
                string.Join(' ', parsed.Errors.Select(error => error.Message)) + " See smtp-inspector --help.",
                ExitStatus.Usage);
        }

        return await parsed.InvokeAsync();
    }
}
