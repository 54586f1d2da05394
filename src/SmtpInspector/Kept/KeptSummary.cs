using System.Globalization;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Kept;

/// <summary>What a list tells of a conversation, counted while it goes on. A value: each entry gives another one.</summary>
/// <param name="Ended">How it ended; null while it has not.</param>
/// <param name="Commands">Commands and answers to challenges sent.</param>
/// <param name="Refused">Replies of the classes 4 and 5.</param>
/// <param name="Accepted">Messages accepted.</param>
/// <param name="Errors">Findings of severity error.</param>
/// <param name="Warnings">Findings of severity warning.</param>
/// <param name="Remarks">Findings of severity info.</param>
readonly record struct KeptSummary(KeptOutcome? Ended, int Commands, int Refused, int Accepted, int Errors, int Warnings, int Remarks)
{
    /// <summary>The name of the header field.</summary>
    public const string Field = "summary";

    /// <summary>Room for the longest text: the field is written over in its place while the conversation goes on.</summary>
    public const int Room = 160;

    static readonly (KeptOutcome Outcome, string Word)[] Words =
    [
        (KeptOutcome.Quit, "quit"), (KeptOutcome.Left, "left"), (KeptOutcome.ServerClosed, "server-closed"),
        (KeptOutcome.NoConnection, "no-connection"), (KeptOutcome.TlsFailed, "tls-failed"), (KeptOutcome.TimedOut, "timed-out"),
    ];

    /// <summary>With one more entry.</summary>
    public KeptSummary With(Entry entry)
    {
        var counted = this;
        foreach (var finding in entry.Findings)
        {
            counted = finding.Severity switch
            {
                Severity.Error => counted with { Errors = counted.Errors + 1 },
                Severity.Warning => counted with { Warnings = counted.Warnings + 1 },
                Severity.Info => counted with { Remarks = counted.Remarks + 1 },
            };
        }

        return entry switch
        {
            // A connection made again: it goes on.
            Entry.Connecting => counted with { Ended = null },
            Entry.Command => counted with { Commands = Commands + 1 },
            Entry.Reply reply => counted.With(reply),
            // The first failure in time decides, and why stands before the close that it brings.
            Entry.Failed failed => counted with { Ended = Ended is null or KeptOutcome.ServerClosed ? Of(failed.Kind) : Ended },
            Entry.Closed closed => counted with { Ended = Ended ?? Of(closed) },
            _ => counted,
        };
    }

    KeptSummary With(Entry.Reply reply) => reply switch
    {
        { Value.Class: ReplyClass.Transient or ReplyClass.Permanent } => this with { Refused = Refused + 1 },
        { Value.Class: ReplyClass.Success, To: { Verb: Verb.EndOfData } or { Verb: Verb.Bdat, IsLastChunk: true } } => this with { Accepted = Accepted + 1 },
        _ => this,
    };

    /// <summary>The field's value, of always the same length.</summary>
    public string Render() => FormattableString.Invariant(
        $"{WordOf(Ended)} commands={Commands} refused={Refused} accepted={Accepted} errors={Errors} warnings={Warnings} remarks={Remarks}").PadRight(Room);

    /// <summary>Reads the field; null where there is none that can be read.</summary>
    public static KeptSummary? Read(string? value)
    {
        if (value is null)
        {
            return null;
        }

        var words = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int Count(string name)
        {
            var word = Array.Find(words, word => word.StartsWith(name + "=", StringComparison.Ordinal));
            return word is not null && int.TryParse(word.AsSpan(name.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;
        }

        KeptOutcome? ended = null;
        foreach (var (outcome, word) in Words)
        {
            ended = words.Length > 0 && words[0] == word ? outcome : ended;
        }

        return new(ended, Count("commands"), Count("refused"), Count("accepted"), Count("errors"), Count("warnings"), Count("remarks"));
    }

    static string WordOf(KeptOutcome? ended)
    {
        foreach (var (outcome, word) in Words)
        {
            if (outcome == ended)
            {
                return word;
            }
        }

        return "open";
    }

    static KeptOutcome Of(FailureKind kind) => kind switch
    {
        FailureKind.Connect => KeptOutcome.NoConnection,
        FailureKind.Tls => KeptOutcome.TlsFailed,
        FailureKind.Timeout => KeptOutcome.TimedOut,
        _ => KeptOutcome.ServerClosed,
    };

    static KeptOutcome Of(Entry.Closed closed) => closed.Clean ? KeptOutcome.Quit : closed.By == Direction.Client ? KeptOutcome.Left : KeptOutcome.ServerClosed;
}
