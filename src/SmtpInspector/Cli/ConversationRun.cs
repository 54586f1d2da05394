using SmtpInspector.Kept;
using SmtpInspector.LineMode;
using SmtpInspector.Net;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Session;
using SmtpInspector.Terminal.Device;

namespace SmtpInspector.Cli;

/// <summary>Puts a conversation together from what the command line says, and runs it.</summary>
sealed class ConversationRun(ConversationArguments arguments)
{
    static readonly TimeProvider Time = TimeProvider.System;

    // Nobody can be asked; what was trusted before still is.
    static CertificateGate Trusted => new(StateFolder.Location is { } folder ? TrustedCertificates.Open(folder) : null, null);

    /// <summary>Lines from a terminal, a pipe or a file.</summary>
    public async Task<ExitStatus> ConnectAsync(string targetText, CancellationToken cancellationToken)
    {
        Rehearsal.Begin();
        var atTerminal = !arguments.Json && LineTerminal.IsAvailable;
        var input = atTerminal ? null : new PipeInput(StandardStreams.OpenInput());
        var passwords = new PasswordSource(arguments, input);
        await using var server = await TargetServer.FindAsync(targetText, arguments, cancellationToken);
        var options = await OptionsAsync(server, arguments.Connection.Tls ?? server.Tls, passwords, cancellationToken);
        if (atTerminal)
        {
            return await new TerminalConversation(arguments, options, server, Time).RunAsync(cancellationToken);
        }

        using var outputs = Outputs.ToStandardOutput(arguments, options, server);
        await using var conversation = new LiveConversation(SessionState.Start(tls: false), Time, outputs.Observers);
        var talk = new Talk(options, conversation, outputs.Replies, new Outcome(), waiting: null, Time) { Certificates = Trusted };
        server.Introduce(outputs.Lines);
        input!.Begin();
        await new LineRunner(talk, input, new NobodyToAsk(), Time).RunAsync(cancellationToken);
        return Ending.Of(talk, targetText);
    }

    /// <summary>The client side of a transcript.</summary>
    public async Task<ExitStatus> ScriptAsync(TranscriptDocument document, string? targetText, CancellationToken cancellationToken)
    {
        Rehearsal.Begin();
        var passwords = new PasswordSource(arguments, null);
        await using var server = await TargetServer.FindAsync(
            targetText ?? document.Header.Peer ?? throw new UsageException("The transcript names no peer: give a TARGET behind the file."),
            arguments,
            cancellationToken);
        var options = await OptionsAsync(server, ModeFor(document, server), passwords, cancellationToken);
        await passwords.PrepareAsync(document.LeftOut(), server, cancellationToken);
        using var outputs = Outputs.ToStandardOutput(arguments, options, server);
        await using var conversation = new LiveConversation(SessionState.Start(tls: false), Time, outputs.Observers);
        var talk = new Talk(options, conversation, outputs.Replies, new Outcome(), waiting: null, Time) { Certificates = Trusted };
        var credentials = new ScriptCredentials(
            token => passwords.LoginAsync(server, token),
            passwords.AskForAsync,
            conversation.Judge.KnownSecrets);
        server.Introduce(outputs.Lines);
        await new ScriptRunner(talk, document, credentials, new NobodyToAsk(), Time).RunAsync(cancellationToken);
        return Ending.Of(talk, targetText);
    }

    // Where the file says STARTTLS, it is the file that begins TLS.
    TlsMode ModeFor(TranscriptDocument document, TargetServer server) => document.HasStartTls
        ? TlsMode.None
        : arguments.Connection.Tls ?? document.Header.Tls?.ToLowerInvariant() switch
        {
            "implicit" => TlsMode.Implicit,
            "starttls" => TlsMode.StartTls,
            "none" => TlsMode.None,
            _ => server.Tls,
        };

    /// <summary>How to talk to a server.</summary>
    public async Task<TalkOptions> OptionsAsync(TargetServer server, TlsMode mode, PasswordSource passwords, CancellationToken cancellationToken) => new()
    {
        Target = server.TargetFor(mode),
        Connection = arguments.Connection,
        Tls = server.LoadTls(mode, arguments.Connection),
        Mode = mode,
        EhloName = arguments.EhloName,
        KeepAlive = arguments.KeepAlive,
        DotStuffing = arguments.DotStuffing,
        Pipeline = arguments.Pipeline,
        Strict = arguments.Strict,
        Auth = await passwords.RequestAsync(server, cancellationToken),
    };
}
