using System.Text;
using SmtpInspector.Cli;
using SmtpInspector.Json;
using SmtpInspector.LineMode;
using SmtpInspector.Net;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Redaction;
using SmtpInspector.Session;
using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Hostile;

/// <summary>
/// Line mode within the test's own process, from its arguments to its exit status: what <c>connect</c> puts together,
/// with memory in place of the standard streams, and every output at once.
/// </summary>
static class LineModeRun
{
    /// <summary>Runs a conversation to its end.</summary>
    /// <param name="home">Where the transcript is saved, as <c>saved.smtp</c>.</param>
    /// <param name="target">The target as on the command line.</param>
    /// <param name="input">Standard input.</param>
    /// <param name="time">What time limits go by; null: the system's.</param>
    /// <param name="options">Options of <c>connect</c>.</param>
    public static Task<Result> RunAsync(TestHome home, string target, byte[] input, TimeProvider? time, params string[] options) =>
        RunAsync(home, target, new MemoryStream(input), time, options);

    /// <summary>Runs a conversation whose input goes on as long as a test likes.</summary>
    /// <inheritdoc cref="RunAsync(TestHome, string, byte[], TimeProvider?, string[])"/>
    public static Task<Result> RunAsync(TestHome home, string target, Stream input, TimeProvider? time, params string[] options) =>
        RunAsync(home, target, input, new OutputBuffer(), time, options);

    /// <summary>Runs a conversation while others look at what is printed.</summary>
    /// <inheritdoc cref="RunAsync(TestHome, string, byte[], TimeProvider?, string[])"/>
    public static async Task<Result> RunAsync(TestHome home, string target, Stream input, OutputBuffer lines, TimeProvider? time, params string[] options)
    {
        time ??= TimeProvider.System;
        var arguments = Arguments(options);
        var lineInput = new PipeInput(input);
        await using var server = await TargetServer.FindAsync(target, arguments, CancellationToken.None);
        var talkOptions = await OptionsAsync(server, arguments, new PasswordSource(arguments, lineInput));
        var mode = talkOptions.Mode;

        var json = new MemoryStream();
        var complaints = new List<string>();
        var replies = new ReplyWatch();
        var observed = new ObservedCopies();
        var talk = default(Talk)!;
        var start = SessionState.Start(tls: false);
        using (var recorder = Record(home, server, mode, time, arguments, complaints.Add))
        {
            await using var conversation = new LiveConversation(
                start,
                time,
                [recorder, new LinePrinter(new ShownLines(lines), arguments.KeepSecrets, printFailures: true), new JsonPrinter(json, arguments.KeepSecrets), observed, replies]);
            talk = new Talk(talkOptions, conversation, replies, new Outcome(), waiting: null, time);
            await new LineRunner(talk, lineInput, new NobodyToAsk(), time).RunAsync(CancellationToken.None);
        }

        lines.End();
        return new(
            (int)talk.Outcome.Status,
            talk.Outcome.Message,
            lines.ToString(),
            Encoding.UTF8.GetString(json.ToArray()),
            File.ReadAllBytes(home.Path("saved.smtp")),
            complaints,
            observed.All,
            talk.Conversation.Judge.KnownSecrets);
    }

    // An observed event's entries are good until the next.
    sealed class ObservedCopies : IConversationObserver
    {
        public List<Observed> All { get; } = [];

        public void Take(in Observed observed) => All.Add(observed with { Entries = [.. observed.Entries], Secrets = [.. observed.Secrets] });
    }

    /// <summary>Options of <c>connect</c> as the program understands them.</summary>
    public static ConversationArguments Arguments(string[] options)
    {
        var parsed = CommandLine.Parse(["connect", "localhost:25", .. options]);
        Assert.Empty(parsed.Errors);
        return ConnectionArguments.Read(new ParsedArguments(parsed), profile: null);
    }

    /// <summary>What a conversation is held with.</summary>
    public static async Task<TalkOptions> OptionsAsync(TargetServer server, ConversationArguments arguments, PasswordSource passwords)
    {
        var mode = arguments.Connection.Tls ?? server.Tls;
        return new()
        {
            Target = server.TargetFor(mode),
            Connection = arguments.Connection,
            Tls = server.LoadTls(mode, arguments.Connection),
            Mode = mode,
            EhloName = arguments.EhloName,
            KeepAlive = arguments.KeepAlive,
            DotStuffing = arguments.DotStuffing,
            Pipeline = arguments.Pipeline,
            Auth = await passwords.RequestAsync(server, CancellationToken.None),
        };
    }

    /// <summary>Records it as <c>saved.smtp</c>.</summary>
    public static Recorder Record(TestHome home, TargetServer server, TlsMode mode, TimeProvider time, ConversationArguments arguments, Action<string> complain) =>
        Recorder.Create(home.Path("saved.smtp"), server.Peer(mode), Header(mode), time.GetUtcNow(), arguments.KeepSecrets, complain);

    static string Header(TlsMode mode) => mode switch
    {
        TlsMode.Implicit => "implicit",
        TlsMode.StartTls => "starttls",
        _ => "none",
    };

    /// <summary>What came of it.</summary>
    /// <param name="Status">The exit status.</param>
    /// <param name="Message">The line that explains it on standard error; null where there is none.</param>
    /// <param name="Lines">What line mode prints.</param>
    /// <param name="Json">What <c>--json</c> prints.</param>
    /// <param name="Saved">The transcript's file.</param>
    /// <param name="Complaints">What was said of the recording.</param>
    /// <param name="Observed">What every output was told.</param>
    /// <param name="Secrets">The credentials that were known in the end.</param>
    public sealed record Result(
        int Status, string? Message, string Lines, string Json, byte[] Saved, IReadOnlyList<string> Complaints, IReadOnlyList<Observed> Observed,
        KnownSecrets Secrets);
}
