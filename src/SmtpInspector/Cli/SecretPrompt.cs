using SmtpInspector.Credentials;

namespace SmtpInspector.Cli;

/// <summary>Asks for a secret at the terminal, without echo.</summary>
static class SecretPrompt
{
    /// <summary>The secret; null where there is no terminal to ask at.</summary>
    public static string? Read(string prompt) => Console.IsInputRedirected ? null : SecretInput.Ask(prompt);
}
