using SmtpInspector.Protocol.Redaction;
using SmtpInspector.Session;

namespace SmtpInspector.Tui.Live;

/// <summary>A server to speak with, and how.</summary>
/// <param name="Target">The target as the user wrote it.</param>
/// <param name="Arguments">What the options of the command line, or the dialog, say.</param>
sealed record ConnectRequest(string Target, ConversationArguments Arguments)
{
    /// <summary>The password where it was given in a dialog; never shown, never kept.</summary>
    public string? Password { get; init; }

    /// <summary>The credentials that are known: of every conversation with the server, since it may repeat in one what it was told in another.</summary>
    public KnownSecrets Secrets { get; } = new();
}
