using System.Globalization;
using System.Text;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Comparison;

/// <summary>One step of a conversation: what the client did, and what the server answered.</summary>
public sealed class Exchange
{
    readonly List<int> _entries = [];
    readonly List<Entry.Reply> _replies = [];
    CommandMeaning? _meaning;

    internal Exchange(ExchangeKind kind) => Kind = kind;

    /// <summary>What it is.</summary>
    public ExchangeKind Kind { get; }

    /// <summary>The places of its entries in the list that was compared.</summary>
    public IReadOnlyList<int> Entries => _entries;

    /// <summary>The command; null where it is none.</summary>
    public Entry.Command? Command { get; private set; }

    /// <summary>The content that was sent; null where there was none.</summary>
    public Entry.Data? Content { get; private set; }

    /// <summary>The replies, mostly one.</summary>
    public IReadOnlyList<Entry.Reply> Replies => _replies;

    /// <summary>The handshake; null where it is none.</summary>
    public TlsSession? Tls { get; private set; }

    /// <summary>The close; null where it is none.</summary>
    public Entry.Closed? Closed { get; private set; }

    /// <summary>The failure; null where there was none.</summary>
    public Entry.Failed? Failed { get; private set; }

    /// <summary>When it began, since the connection attempt; null where unknown.</summary>
    public TimeSpan? At { get; private set; }

    /// <summary>How long the server took for its last reply; null where unknown.</summary>
    public TimeSpan? Took => _replies.Count > 0 ? _replies[^1].Took : null;

    /// <summary>Whether a server has to answer it.</summary>
    public bool ExpectsReply => Kind is ExchangeKind.Connection or ExchangeKind.Command || (Kind == ExchangeKind.Message && Content is { IsComplete: true });

    /// <summary>What the client did, credentials replaced. May hold any character: it is not yet fit for a terminal.</summary>
    public string Title => Kind switch
    {
        ExchangeKind.Connection => "connection",
        ExchangeKind.Tls => "TLS handshake",
        ExchangeKind.Command => Encoding.UTF8.GetString(Command!.RedactedContent.Span),
        ExchangeKind.Message => "message",
        ExchangeKind.Unsolicited => "not asked for",
        ExchangeKind.Ending => "end",
    };

    /// <summary>What came of it, in the words that are compared: "250 2.1.5", "no reply", "TLS 1.3", "closed by the server".</summary>
    public string Outcome => Kind switch
    {
        ExchangeKind.Tls => Tls!.Protocol,
        ExchangeKind.Ending when Failed is { } failed => $"failed: {failed.Kind.ToString().ToLowerInvariant()}",
        ExchangeKind.Ending => $"closed by the {(Closed!.By == Direction.Client ? "client" : "server")}{(Closed.Clean ? "" : ", not after QUIT")}",
        _ when _replies.Count > 0 => string.Join(", ", _replies.Select(CodeOf)),
        ExchangeKind.Unsolicited => "plaintext before TLS",
        _ => ExpectsReply ? "no reply" : "",
    };

    /// <summary>What the command says, however it is written.</summary>
    internal CommandMeaning Meaning => _meaning ??= CommandMeaning.Of(this);

    /// <summary>A reply as it is compared: code and enhanced status code.</summary>
    internal static string CodeOf(Entry.Reply reply)
    {
        var code = reply.Value.Code?.ToString("000", CultureInfo.InvariantCulture) ?? "malformed";
        return reply.Value.Enhanced is { } enhanced ? $"{code} {enhanced}" : code;
    }

    internal void Add(int index, Entry entry)
    {
        _entries.Add(index);
        At ??= entry.At;
        switch (entry)
        {
            case Entry.Command command:
                Command = command;
                break;
            case Entry.Data data:
                Content = data;
                break;
            case Entry.Reply reply:
                _replies.Add(reply);
                break;
            case Entry.Tls tls:
                Tls = tls.Session;
                break;
            case Entry.Closed closed:
                Closed ??= closed;
                break;
            case Entry.Failed failed:
                Failed ??= failed;
                break;
        }
    }
}
