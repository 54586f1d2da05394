using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Tui.Transcript;

/// <summary>
/// A conversation as the screen knows it: a fold over what was heard. Live, from a file and played back differ only in who tells it.
/// </summary>
sealed record Conversation
{
    static readonly Log<ShownLine> NoLines = Log<ShownLine>.Empty;

    /// <summary>Nothing has happened yet.</summary>
    /// <param name="state">The state it starts in.</param>
    public static Conversation Start(SessionState state) => new() { State = state };

    /// <summary>What is complete.</summary>
    public Log<TranscriptItem> Items { get; private init; } = Log<TranscriptItem>.Empty;

    /// <summary>All that happened, to be saved or played back.</summary>
    public Log<Happened> Events { get; private init; } = Log<Happened>.Empty;

    /// <summary>Where it stands.</summary>
    public required SessionState State { get; init; }

    /// <summary>The handshake that holds; null in the clear.</summary>
    public TlsSession? Tls { get; private init; }

    /// <summary>The host that was dialled; empty before.</summary>
    public string Host { get; private init; } = "";

    /// <summary>The port that was dialled; 0 before, and for a Unix-domain socket.</summary>
    public int Port { get; private init; }

    /// <summary>How many commands were sent.</summary>
    public int Commands { get; private init; }

    /// <summary>How many findings of severity error there are.</summary>
    public int Errors { get; private init; }

    /// <summary>How many findings of severity warning there are.</summary>
    public int Warnings { get; private init; }

    /// <summary>The time of the newest event that has one.</summary>
    public TimeSpan Now { get; private init; }

    /// <summary>Whether there is, as far as is known, a connection.</summary>
    public bool IsOpen { get; private init; }

    /// <summary>Lines of a reply that is not complete, of a command whose end was not sent, of content that goes on.</summary>
    Log<ShownLine> OpenReply { get; init; } = NoLines;

    Log<ShownLine> OpenCommand { get; init; } = NoLines;

    Log<ShownLine> OpenContent { get; init; } = NoLines;

    SessionState? OpenedContentIn { get; init; }

    /// <summary>How many items there are, those that are not complete included.</summary>
    public int Count => Items.Count + (OpenContent.Count > 0 ? 1 : 0) + (OpenCommand.Count > 0 ? 1 : 0) + (OpenReply.Count > 0 ? 1 : 0);

    /// <summary>An item; those that are not complete stand behind the others.</summary>
    public TranscriptItem this[int index]
    {
        get
        {
            if (index < Items.Count)
            {
                return Items[index];
            }

            var open = index - Items.Count;
            if (OpenContent.Count > 0 && open-- == 0)
            {
                return new TranscriptItem(index, ItemKind.Content, null, OpenContent, OpenedContentIn ?? State, State, Tls);
            }

            return OpenCommand.Count > 0 && open == 0
                ? new TranscriptItem(index, ItemKind.Command, null, OpenCommand, State, State, Tls)
                : new TranscriptItem(index, ItemKind.Reply, null, OpenReply, State, State, Tls);
        }
    }

    /// <summary>The conversation after the next thing that was heard.</summary>
    public Conversation Hear(Heard heard)
    {
        var next = this with
        {
            State = heard.After,
            Now = heard.Event?.At ?? Now,
            Events = heard.Event is { } happened ? Events.Add(new Happened(happened, heard.Secrets)) : Events,
        };
        next = heard.Event switch
        {
            ConversationEvent.Line line => next.WithLine(line, heard),
            ConversationEvent.Connecting connecting => next with { Host = connecting.Host, Port = connecting.Port, Tls = null },
            ConversationEvent.Connected => next with { IsOpen = true },
            ConversationEvent.Closed => next with { IsOpen = false },
            _ => next,
        };
        foreach (var entry in heard.Entries)
        {
            next = next.WithEntry(entry, heard);
        }

        return next;
    }

    Conversation WithLine(ConversationEvent.Line line, Heard heard)
    {
        var shown = new ShownLine(line.Wire, line.At, heard.Secrets, line.Own);
        if (line.Wire.Direction == Direction.Server)
        {
            return this with { OpenReply = OpenReply.Add(shown) };
        }

        return heard.Before.Content == ContentMode.None
            ? this with { OpenCommand = OpenCommand.Add(shown) }
            : this with { OpenContent = OpenContent.Add(shown), OpenedContentIn = OpenedContentIn ?? heard.Before };
    }

    Conversation WithEntry(Entry entry, Heard heard)
    {
        var next = this with { Errors = Errors + CountOf(entry, Protocol.Findings.Severity.Error), Warnings = Warnings + CountOf(entry, Protocol.Findings.Severity.Warning) };
        return entry switch
        {
            Entry.Reply reply => next.With(ItemKind.Reply, entry, LinesOf(reply), reply.Before, heard.After) with { OpenReply = NoLines },
            Entry.Command command => next.With(ItemKind.Command, entry, LinesOf(command), command.Before, heard.After) with
            {
                OpenCommand = NoLines,
                Commands = Commands + 1,
            },
            Entry.Data => next.With(ItemKind.Content, entry, OpenContent, OpenedContentIn ?? heard.Before, heard.After) with
            {
                OpenContent = NoLines,
                OpenedContentIn = null,
            },
            Entry.Injected injected => next.With(ItemKind.Event, entry, NoLines.Add(new ShownLine(injected.Wire, injected.At, [])), heard.Before, heard.After) with
            {
                OpenReply = NoLines,
            },
            Entry.Tls tls => (next with { Tls = tls.Session }).With(ItemKind.Event, entry, NoLines, heard.Before, heard.After),
            _ => next.With(ItemKind.Event, entry, NoLines, heard.Before, heard.After),
        };
    }

    Conversation With(ItemKind kind, Entry entry, Log<ShownLine> lines, SessionState before, SessionState after) =>
        this with { Items = Items.Add(new TranscriptItem(Items.Count, kind, entry, lines, before, after, Tls)) };

    // The lines as they came, with their times, where they are those of the entry; an entry that waited brings its own.
    Log<ShownLine> LinesOf(Entry.Reply reply)
    {
        if (OpenReply.Count == reply.Value.Lines.Count)
        {
            return Redacted(reply);
        }

        var lines = NoLines;
        for (var i = 0; i < reply.Value.Lines.Count; i++)
        {
            lines = lines.Add(new ShownLine(reply.Value.Lines[i].Wire, reply.At, reply.Secrets.Count > i ? reply.Secrets[i] : []));
        }

        return lines;
    }

    Log<ShownLine> Redacted(Entry.Reply reply)
    {
        var lines = NoLines;
        for (var i = 0; i < OpenReply.Count; i++)
        {
            lines = lines.Add(OpenReply[i] with { Secrets = reply.Secrets.Count > i ? reply.Secrets[i] : OpenReply[i].Secrets });
        }

        return lines;
    }

    // Pieces are one command: its credentials are known of the whole.
    static Log<ShownLine> LinesOf(Entry.Command command) => NoLines.Add(new ShownLine(command.Wire, command.At, command.Secrets, command.Own));

    static int CountOf(Entry entry, Protocol.Findings.Severity severity)
    {
        var count = 0;
        foreach (var finding in entry.Findings)
        {
            count += finding.Severity == severity ? 1 : 0;
        }

        return count;
    }
}
