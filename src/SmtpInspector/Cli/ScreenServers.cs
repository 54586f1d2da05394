using SmtpInspector.Kept;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Session;
using SmtpInspector.Tui.Home;
using SmtpInspector.Tui.Live;

namespace SmtpInspector.Cli;

/// <summary>Opens targets for the full screen, as the command line does for line mode.</summary>
sealed class ScreenServers : IServers
{
    public async Task<OpenedServer> OpenAsync(
        ConnectRequest request, Func<string, CancellationToken, ValueTask<string>> askPassword, CancellationToken cancellationToken)
    {
        Rehearsal.Begin();
        // On the screen an option is a field of a dialog.
        var arguments = request.Arguments with { Connection = request.Arguments.Connection with { Names = FieldNames.Instance } };
        var passwords = new PasswordSource(arguments, null) { Ask = askPassword, Known = request.Password };
        var server = await TargetServer.FindAsync(request.Target, arguments, cancellationToken);
        try
        {
            var options = await new ConversationRun(arguments).OptionsAsync(server, arguments.Connection.Tls ?? server.Tls, passwords, cancellationToken);
            var folder = StateFolder.Location;
            var introduction = new List<string>(Welcome.OnScreen(server, arguments));
            var recorder = Outputs.OpenRecorder(arguments, options, server, introduction.Add);
            var kept = Outputs.Keep(options, server, introduction.Add);
            return new OpenedServer(
                options,
                Outputs.HeaderOf(options, server),
                introduction,
                new IConversationObserver?[] { recorder, kept }.OfType<IConversationObserver>().ToList(),
                folder is null ? null : TrustedCertificates.Open(folder),
                IdleLimit(server, arguments, options),
                () => Received(server),
                async () =>
                {
                    recorder?.Dispose();
                    kept?.Dispose();
                    if (folder is not null && server.Practice is null)
                    {
                        RecentServers.Open(folder, TimeProvider.System).Add(arguments.Typed ?? request.Target, arguments.Given);
                    }

                    await server.DisposeAsync();
                });
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public TranscriptDocument Read(string path) => Transcripts.ReadFile(path);

    // Amazon SES hangs up after about ten seconds, and says so nowhere.
    static TimeSpan? IdleLimit(TargetServer server, ConversationArguments arguments, TalkOptions options) =>
        arguments.PracticeIdle ?? server.Profile?.Idle
        ?? (options.Target is Net.Target.Tcp { Host: var host } && host.StartsWith("email-smtp.", StringComparison.OrdinalIgnoreCase) ? TimeSpan.FromSeconds(10) : null);

    static List<string> Received(TargetServer server)
    {
        var lines = new List<string>();
        while (server.Received is { } received && received.TryDequeue(out var message))
        {
            lines.Add($"practice server received: {Practice.ReceivedText.Of(message)}");
        }

        return lines;
    }
}
