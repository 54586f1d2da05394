using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;
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
    public static Conversation Start(SessionState state) => new(state);

    Conversation(SessionState state) => State = state;

    /// <summary>What all versions of a conversation share, and no other.</summary>
    public object Identity { get; } = new();

    /// <summary>What is complete.</summary>
    public Log<TranscriptItem> Items { get; private set; } = Log<TranscriptItem>.Empty;

    /// <summary>What is known of each of those without having it.</summary>
    public Log<ItemFacts> Facts { get; private set; } = Log<ItemFacts>.Empty;

    /// <summary>The numbers of the items with which mail transactions begin.</summary>
    public Log<int> Transactions { get; private set; } = Log<int>.Empty;

    /// <summary>The number of the newest item of content; null before there is one.</summary>
    public int? NewestContent { get; private set; }

    /// <summary>The credentials in it as words.</summary>
    public SecretWords SecretWords { get; private set; } = SecretWords.None;

    /// <summary>All that happened, to be saved or played back.</summary>
    public Log<Happened> Events { get; private set; } = Log<Happened>.Empty;

    /// <summary>Where it stands.</summary>
    public SessionState State { get; private set; }

    /// <summary>The handshake that holds; null in the clear.</summary>
    public TlsSession? Tls { get; private set; }

    /// <summary>The host that was dialled; empty before.</summary>
    public string Host { get; private set; } = "";

    /// <summary>The port that was dialled; 0 before, and for a Unix-domain socket.</summary>
    public int Port { get; private set; }

    /// <summary>How many commands were sent.</summary>
    public int Commands { get; private set; }

    /// <summary>How many findings of severity error there are.</summary>
    public int Errors { get; private set; }

    /// <summary>How many findings of severity warning there are.</summary>
    public int Warnings { get; private set; }

    /// <summary>The time of the newest event that has one.</summary>
    public TimeSpan Now { get; private set; }

    /// <summary>Whether there is, as far as is known, a connection.</summary>
    public bool IsOpen { get; private set; }

    // Lines of a reply that is not complete, and of a command whose end was not sent.
    Log<ShownLine> OpenReply { get; set; } = NoLines;

    Log<ShownLine> OpenCommand { get; set; } = NoLines;

    /// <summary>The lines of content that goes on; none where none does.</summary>
    public Log<ShownLine> OpenContent { get; private set; } = NoLines;

    SessionState? OpenedContentIn { get; set; }

    /// <summary>Whether a mail transaction has begun and nothing has ended it.</summary>
    public bool IsInTransaction { get; private set; }

    /// <summary>Whether going through all items would keep the screen waiting.</summary>
    public bool IsLong => Items.Count > MostAtOnce;

    /// <summary>How many items are gone through while the screen waits: a few dozen milliseconds' worth.</summary>
    public const int MostAtOnce = 20_000;

    /// <summary>How many items there are, those that are not complete included.</summary>
    public int Count => Items.Count + (OpenContent.Count > 0 ? 1 : 0) + (OpenCommand.Count > 0 ? 1 : 0) + (OpenReply.Count > 0 ? 1 : 0);

    /// <summary>The entry of the newest item that is whole; null where there is none.</summary>
    public Entry? NewestEntry
    {
        get
        {
            for (var i = Items.Count - 1; i >= 0; i--)
            {
                if (Items[i].Entry is { } entry)
                {
                    return entry;
                }
            }

            return null;
        }
    }

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
    public Conversation Hear(Heard heard) => Hear([heard]);

    /// <summary>The conversation after all that was heard next.</summary>
    public Conversation Hear(params ReadOnlySpan<Heard> all)
    {
        // One copy for all of them: nobody else has it yet.
        var next = this with { };
        foreach (var heard in all)
        {
            next.Take(heard);
        }

        return next;
    }

    /// <summary>The same with what it lists kept elsewhere.</summary>
    /// <param name="items">All of <see cref="Items"/>.</param>
    /// <param name="facts">All of <see cref="Facts"/>.</param>
    /// <param name="transactions">All of <see cref="Transactions"/>.</param>
    /// <param name="events">All of <see cref="Events"/>.</param>
    /// <param name="openContent">All of <see cref="OpenContent"/>; null where there is none.</param>
    public Conversation Kept(IWalked<TranscriptItem> items, IWalked<ItemFacts> facts, IWalked<int> transactions, IWalked<Happened> events, IWalked<ShownLine>? openContent) =>
        this with
        {
            SecretWords = SecretWords.With(OpenContent),
            Items = Log<TranscriptItem>.Behind(items),
            Facts = Log<ItemFacts>.Behind(facts),
            Transactions = Log<int>.Behind(transactions),
            Events = Log<Happened>.Behind(events),
            OpenContent = openContent is null ? NoLines : Log<ShownLine>.Behind(openContent),
        };

    void Take(Heard heard)
    {
        State = heard.After;
        if (heard.Event is { } happened)
        {
            Now = happened.At ?? Now;
            Events = Events.Add(new Happened(happened, heard.Secrets));
            Take(happened, heard);
        }

        for (var i = 0; i < heard.Entries.Count; i++)
        {
            Take(heard.Entries[i], heard);
        }
    }

    void Take(ConversationEvent happened, Heard heard)
    {
        switch (happened)
        {
            case ConversationEvent.Line line:
                Take(line, heard);
                break;
            case ConversationEvent.Connecting connecting:
                (Host, Port, Tls) = (connecting.Host, connecting.Port, null);
                break;
            case ConversationEvent.Connected:
                IsOpen = true;
                break;
            case ConversationEvent.Closed:
                IsOpen = false;
                break;
        }
    }

    void Take(ConversationEvent.Line line, Heard heard)
    {
        var shown = new ShownLine(line.Wire, line.At, heard.Secrets, line.Own);
        if (line.Wire.Direction == Direction.Server)
        {
            OpenReply = OpenReply.Add(shown);
        }
        else if (heard.Before.Content == ContentMode.None)
        {
            OpenCommand = OpenCommand.Add(shown);
        }
        else
        {
            OpenContent = OpenContent.Add(shown);
            OpenedContentIn ??= heard.Before;
        }
    }

    void Take(Entry entry, Heard heard)
    {
        Errors += CountOf(entry, Protocol.Findings.Severity.Error);
        Warnings += CountOf(entry, Protocol.Findings.Severity.Warning);
        switch (entry)
        {
            case Entry.Reply reply:
                Add(ItemKind.Reply, entry, LinesOf(reply), reply.Before, heard.After);
                OpenReply = NoLines;
                break;
            case Entry.Command command:
                Add(ItemKind.Command, entry, LinesOf(command), command.Before, heard.After);
                OpenCommand = NoLines;
                Commands++;
                break;
            case Entry.Data:
                Add(ItemKind.Content, entry, OpenContent, OpenedContentIn ?? heard.Before, heard.After);
                (OpenContent, OpenedContentIn) = (NoLines, null);
                break;
            case Entry.Injected injected:
                Add(ItemKind.Event, entry, NoLines.Add(new ShownLine(injected.Wire, injected.At, injected.Secrets)), heard.Before, heard.After);
                OpenReply = NoLines;
                break;
            case Entry.Tls tls:
                Tls = tls.Session;
                Add(ItemKind.Event, entry, NoLines, heard.Before, heard.After);
                break;
            default:
                Add(ItemKind.Event, entry, NoLines, heard.Before, heard.After);
                break;
        }
    }

    void Add(ItemKind kind, Entry entry, Log<ShownLine> lines, SessionState before, SessionState after)
    {
        var item = new TranscriptItem(Items.Count, kind, entry, lines, before, after, Tls);
        var facts = ItemFacts.Of(kind, entry);
        if (facts.EndsMail)
        {
            IsInTransaction = false;
        }
        else if (BeginsMail(item, facts))
        {
            IsInTransaction = true;
            Transactions = Transactions.Add(item.Number);
        }

        NewestContent = kind == ItemKind.Content ? item.Number : NewestContent;
        SecretWords = SecretWords.With(lines);
        Facts = Facts.Add(facts);
        Items = Items.Add(item);
    }

    // An excerpt may begin within a transaction: then it begins with what is the first to show it.
    bool BeginsMail(TranscriptItem item, ItemFacts facts) => facts.ConcernsMail && (item.Entry switch
    {
        Entry.Command { Verb: Verb.Mail } => true,
        Entry.Command { Verb: Verb.Rcpt } => !IsInTransaction,
        Entry.Command { Verb: Verb.Bdat } => !IsInTransaction && item.After.LastSent is { IsLastChunk: true },
        _ => item.Kind == ItemKind.Content && !IsInTransaction,
    });

    // The lines as they came, with their times, where they are those of the entry; an entry that waited brings its own.
    Log<ShownLine> LinesOf(Entry.Reply reply)
    {
        if (AreOpen(reply.Value.Lines))
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

    // Pieces and lines may happen to be as many; a credential's place in one is none in the other.
    bool AreOpen(IReadOnlyList<ReplyLine> lines)
    {
        var are = OpenReply.Count == lines.Count;
        for (var i = 0; are && i < lines.Count; i++)
        {
            are = OpenReply[i].Wire.Offset == lines[i].Wire.Offset && OpenReply[i].Wire.Bytes.Length == lines[i].Wire.Bytes.Length;
        }

        return are;
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
