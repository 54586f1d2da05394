using SmtpInspector.Session;

namespace SmtpInspector.Tui.Live;

/// <summary>A server to speak with, and how.</summary>
/// <param name="Target">The target as the user wrote it.</param>
/// <param name="Arguments">What the options of the command line, or the dialog, say.</param>
sealed record ConnectRequest(string Target, ConversationArguments Arguments)
{
    /// <summary>The password where it was given in a dialog; never shown, never kept.</summary>
    public string? Password { get; init; }
}
