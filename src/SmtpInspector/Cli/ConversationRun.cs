using SmtpInspector.Json;
using SmtpInspector.LineMode;
using SmtpInspector.Net;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Session;

namespace SmtpInspector.Cli;

/// <summary>Puts a conversation together from what the command line says, and runs it.</summary>
static class ConversationRun
{
    /// <summary><c>connect</c>.</summary>
    public static async Task<ExitStatus> ConnectAsync(string targetText, ConversationArguments arguments, bool isScript, CancellationToken cancellationToken)
    {
        var target = ParseTarget(targetText);
        var mode = arguments.Connection.Tls ?? target.Tls;
        var options = new TalkOptions
        {
            Target = target,
            Connection = arguments.Connection,
            Tls = LoadTls(target, mode, arguments.Connection),
            Mode = mode,
            EhloName = arguments.EhloName,
            KeepAlive = arguments.KeepAlive,
            DotStuffing = arguments.DotStuffing,
            Pipeline = arguments.Pipeline,
            Strict = arguments.Strict,
        };
        var time = TimeProvider.System;
        using var output = new BufferedStream(Console.OpenStandardOutput(), 16 * 1024);
        using var recorder = arguments.Save is { } path ? OpenRecorder(path, target, mode, arguments.KeepSecrets) : null;
        var replies = new ReplyWatch();
        var outcome = new Outcome();
        var printer = Printer(arguments, output);
        IConversationObserver[] observers = recorder is null ? [printer, replies] : [printer, recorder, replies];
        await using var conversation = new LiveConversation(SessionState.Start(tls: false), time, observers);
        var talk = new Talk(options, conversation, replies, outcome, waiting: null, time);
        await new LineRunner(talk, new PipeInput(Console.OpenStandardInput()), new NobodyToAsk(), time).RunAsync(cancellationToken);
        return Finish(talk);
    }

    static ExitStatus Finish(Talk talk)
    {
        if (talk.Options.Strict && talk.Conversation.HasErrorFinding)
        {
            talk.Outcome.Fail(ExitStatus.Unexpected);
        }

        if (talk.Outcome.Message is { } message)
        {
            Guarded.Say(message, talk.Outcome.Status);
        }

        return talk.Outcome.Status;
    }

    static IConversationObserver Printer(ConversationArguments arguments, Stream output)
    {
        if (arguments.Json)
        {
            return new JsonPrinter(output, arguments.KeepSecrets);
        }

        var writer = new StreamWriter(output) { NewLine = "\n" };
        return new LinePrinter(
            line =>
            {
                writer.WriteLine(line);
                writer.Flush();
                output.Flush();
            },
            new OutputStyle(ColourRule.ForStandardOutput()),
            arguments.KeepSecrets,
            printFailures: Console.IsOutputRedirected || Console.IsErrorRedirected);
    }

    static Recorder OpenRecorder(string path, Target target, TlsMode mode, bool keepSecrets)
    {
        try
        {
            var peer = target switch
            {
                Target.Tcp tcp => FormattableString.Invariant($"{(tcp.Host.Contains(':', StringComparison.Ordinal) ? $"[{tcp.Host}]" : tcp.Host)}:{tcp.Port}"),
                Target.Unix unix => $"unix:{unix.Path}",
                _ => target.Written,
            };
            var tls = mode switch
            {
                TlsMode.Implicit => "implicit",
                TlsMode.StartTls => "starttls",
                _ => "none",
            };
            return Recorder.Create(path, peer, tls, DateTimeOffset.UtcNow, keepSecrets, message => Guarded.Say(message, ExitStatus.AsExpected));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"--save {path}: {error.Message}");
        }
    }

    static Target ParseTarget(string text) =>
        Target.TryParse(text, out var target, out var error) ? target : throw new UsageException(error);

    static TlsOptions? LoadTls(Target target, TlsMode mode, ConnectionOptions connection)
    {
        var host = target is Target.Tcp tcp ? tcp.Host : null;
        if (TlsOptions.TryLoad(connection, host, out var tls, out var error))
        {
            return tls;
        }

        // A socket without a name can still be spoken to in the clear.
        return host is null && connection.ServerName is null && mode == TlsMode.None ? null : throw new UsageException(error);
    }
}
