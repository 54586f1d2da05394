using SmtpInspector.Net;
using SmtpInspector.Session;

namespace SmtpInspector.Cli;

/// <summary>Asks for the user name at the terminal, where <c>--auth</c> needs one and none was given.</summary>
static class UserPrompt
{
    /// <summary>The name; null where there is no terminal to ask at, or nothing was typed.</summary>
    public static string? Read()
    {
        if (Console.IsInputRedirected)
        {
            return null;
        }

        Console.Error.Write("User name: ");
        return Console.In.ReadLine() is { } line && line.Trim() is { Length: > 0 } name ? name : null;
    }

    /// <summary>The same arguments with the name, before a screen takes the terminal. The practice server's own account needs none.</summary>
    public static ConversationArguments Complete(ConversationArguments arguments, string target) =>
        arguments is { Auth: not null, User: null } && Target.TryParse(target, out var parsed, out _) && parsed is not Target.Practice
            ? arguments with { User = Read() }
            : arguments;
}
