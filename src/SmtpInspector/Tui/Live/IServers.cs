using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Session;

namespace SmtpInspector.Tui.Live;

/// <summary>Opens what a target names; the command line's knowledge of targets, files and the practice server.</summary>
interface IServers
{
    /// <summary>Understands a target, starts the practice server where it is meant, reads the files that the options name.</summary>
    /// <param name="request">What the user asks for.</param>
    /// <param name="askPassword">Asks the user for a password where one is needed and none was given.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="UsageException">The target or an option is wrong; the message says what to write instead.</exception>
    Task<OpenedServer> OpenAsync(ConnectRequest request, Func<string, CancellationToken, ValueTask<string>> askPassword, CancellationToken cancellationToken);

    /// <summary>Reads a transcript, or what another program recorded.</summary>
    /// <exception cref="UsageException">The file cannot be read.</exception>
    /// <exception cref="TranscriptException">It is no transcript.</exception>
    TranscriptDocument Read(string path);
}

/// <summary>A server that is ready to be dialled.</summary>
/// <param name="Options">How to talk to it.</param>
/// <param name="Header">Server and date, as a saved transcript begins.</param>
/// <param name="Introduction">What the user needs to know of it, a line each.</param>
/// <param name="Observers">Who records the conversation.</param>
/// <param name="Trusted">The certificates the user has trusted before; null where nothing can be kept.</param>
/// <param name="IdleLimit">How long it bears a client's silence; null where that is not known.</param>
/// <param name="Received">What the practice server has taken since it was last asked, a line each; nothing for any other.</param>
/// <param name="Close">Ends what was started for it.</param>
sealed record OpenedServer(
    TalkOptions Options,
    TranscriptHeader Header,
    IReadOnlyList<string> Introduction,
    IReadOnlyList<IConversationObserver> Observers,
    ITrustedCertificates? Trusted,
    TimeSpan? IdleLimit,
    Func<IReadOnlyList<string>> Received,
    Func<ValueTask> Close);
