using SmtpInspector.Json;
using SmtpInspector.Kept;
using SmtpInspector.LineMode;
using SmtpInspector.Net;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Session;
using SmtpInspector.Terminal.Device;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Cli;

/// <summary>Everything that follows a conversation: the printer, the recorder, the watch over the replies.</summary>
sealed class Outputs : IDisposable
{
    readonly Recorder? _recorder;
    readonly KeptRecording? _kept;

    Outputs(IConversationObserver printer, Recorder? recorder, ILineOutput? lines, TargetServer server, KeptRecording? kept = null)
    {
        Lines = lines;
        _recorder = recorder;
        _kept = kept;
        Replies = new ReplyWatch();

        // Recorded first, shown then: nothing that was seen is missing in the file, whatever ends the program.
        var observers = new List<IConversationObserver>();
        if (recorder is not null)
        {
            observers.Add(recorder);
        }

        if (kept is not null)
        {
            observers.Add(kept);
        }

        observers.Add(printer);
        if (lines is not null && server.Received is { } received)
        {
            observers.Add(new ReceivedPrinter(lines, received));
        }

        observers.Add(Replies);
        Observers = observers;
    }

    /// <summary>Where lines for a person go; null where a program reads.</summary>
    public ILineOutput? Lines { get; }

    /// <summary>The observers, in the order they are told.</summary>
    public IReadOnlyList<IConversationObserver> Observers { get; }

    /// <summary>The watch over the replies.</summary>
    public ReplyWatch Replies { get; }

    /// <summary>Prints to standard output, as JSON Lines or as line mode has it.</summary>
    public static Outputs ToStandardOutput(ConversationArguments arguments, TalkOptions options, TargetServer server)
    {
        var stream = StandardStreams.OpenOutput();
        var recorder = OpenRecorder(arguments, options, server);
        if (arguments.Json)
        {
            return new Outputs(new JsonPrinter(stream, arguments.KeepSecrets), recorder, lines: null, server);
        }

        var lines = new StreamOutput(new BufferedStream(stream, 32 * 1024), ColourRule.ForStandardOutput());
        var printFailures = Console.IsOutputRedirected || Console.IsErrorRedirected;
        var printer = new LinePrinter(lines, arguments.KeepSecrets, printFailures)
        {
            Columns = Console.IsOutputRedirected ? null : static () => Math.Max(40, Console.WindowWidth),
        };
        return new Outputs(printer, recorder, lines, server);
    }

    /// <summary>Prints above the line that is being typed.</summary>
    public static Outputs ToTerminal(LineTerminal terminal, ConversationArguments arguments, TalkOptions options, TargetServer server) => new(
        new TerminalObserver(new LinePrinter(terminal, arguments.KeepSecrets, printFailures: true) { Columns = () => terminal.Columns }, terminal),
        OpenRecorder(arguments, options, server),
        terminal,
        server,
        // What a person said is kept without being asked for, as the screen does. A pipe's is not: who scripts has --save,
        // and a thousand runs of a script would leave nothing of a person's hundred.
        Keep(options, server, message => terminal.Print(StyledLine.Of($"* {Safe.FromText(message)}", LineColours.Event))));

    /// <summary>Begins to keep a conversation in the state folder; null where there is none.</summary>
    /// <param name="options">The conversation.</param>
    /// <param name="server">With whom.</param>
    /// <param name="complain">Told when it cannot be kept.</param>
    public static KeptRecording? Keep(TalkOptions options, TargetServer server, Action<string> complain) => StateFolder.Location is { } folder
        ? KeptConversations.Open(folder).TryBegin(server.Peer(options.Mode), HeaderTls(options.Mode), complain)
        : null;

    public void Dispose()
    {
        _recorder?.Dispose();
        _kept?.Dispose();
    }

    /// <summary>Server and date, as a transcript begins that is recorded from now on.</summary>
    public static TranscriptHeader HeaderOf(TalkOptions options, TargetServer server) =>
        Recorder.HeaderOf(server.Peer(options.Mode), HeaderTls(options.Mode), DateTimeOffset.UtcNow);

    static string HeaderTls(TlsMode mode) => mode switch
    {
        TlsMode.Implicit => "implicit",
        TlsMode.StartTls => "starttls",
        _ => "none",
    };

    /// <summary>The recorder that <c>--save</c> asks for; null where it does not.</summary>
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public static Recorder? OpenRecorder(ConversationArguments arguments, TalkOptions options, TargetServer server, Action<string>? complain = null)
    {
        if (arguments.Save is not { } path)
        {
            return null;
        }

        try
        {
            var recorder = Recorder.Create(
                path, server.Peer(options.Mode), HeaderTls(options.Mode), DateTimeOffset.UtcNow, arguments.KeepSecrets, complain ?? (message => Guarded.Say(message, ExitStatus.AsExpected)));
            recorder.BringBackWhenDeleted();
            return recorder;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"{arguments.Connection.Names.Label("save")} {path}: {error.Message}");
        }
    }
}

/// <summary>First the conversation is printed, then the line under it follows.</summary>
sealed class TerminalObserver(IConversationObserver printer, IConversationObserver terminal) : IConversationObserver
{
    public void Take(in Observed observed)
    {
        printer.Take(observed);
        terminal.Take(observed);
    }
}
