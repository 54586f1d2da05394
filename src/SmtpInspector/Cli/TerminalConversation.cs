using SmtpInspector.Config;
using SmtpInspector.Kept;
using SmtpInspector.LineMode;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Redaction;
using SmtpInspector.Session;

namespace SmtpInspector.Cli;

/// <summary>Line mode with a person at a terminal, who may connect again after a loss and repeat what was said.</summary>
sealed class TerminalConversation(ConversationArguments arguments, TalkOptions options, TargetServer server, TimeProvider time)
{
    public async Task<ExitStatus> RunAsync(CancellationToken cancellationToken)
    {
        var folder = StateFolder.Location;
        var trusted = folder is null ? null : TrustedCertificates.Open(folder);
        ExitStatus status;
        Talk talk;
        var secrets = new KnownSecrets();
        using (var terminal = new LineTerminal(InputHistory.Open(folder, ConfigFile.Settings().Settings.History), arguments.KeepSecrets, secrets))
        using (var outputs = Outputs.ToTerminal(terminal, arguments, options, server))
        {
            Welcome.Print(terminal, server, arguments);
            var input = new RepeatingInput(terminal);
            do
            {
                var conversation = new LiveConversation(SessionState.Start(tls: false), time, outputs.Observers, secrets);
                await using (conversation)
                {
                    talk = new Talk(options, conversation, outputs.Replies, new Outcome(), terminal, time)
                    {
                        Certificates = new CertificateGate(trusted, new TerminalCertificateQuestion(terminal)),
                    };
                    input.Follow(talk);
                    await new LineRunner(talk, input, new TerminalQuestion(terminal), time).RunAsync(cancellationToken);
                }
            }
            while (await AgainAsync(talk, terminal, input));

            if (folder is not null && server.Practice is null && talk.Outcome.Status != ExitStatus.NoConnection)
            {
                RecentServers.Open(folder, time).Add(arguments.Typed ?? options.Target.Written, arguments.Given);
            }

            status = terminal.HasLeft ? ExitStatus.Interrupted : talk.Outcome.Status;
        }

        return status == ExitStatus.Interrupted ? status : Ending.Of(talk, arguments.Typed ?? options.Target.Written);
    }

    // A connection that was lost, not one that was ended.
    static async Task<bool> AgainAsync(Talk talk, LineTerminal terminal, RepeatingInput input)
    {
        if (!input.HasLines || terminal.HasLeft || talk.Outcome.Status is not (ExitStatus.Ended or ExitStatus.Unexpected) || talk.State.ClosingCode == 221
            || input.HasEnded || !await terminal.AskAsync("Connection lost. Connect again and repeat up to here?"))
        {
            return false;
        }

        input.Rewind();
        return true;
    }
}
