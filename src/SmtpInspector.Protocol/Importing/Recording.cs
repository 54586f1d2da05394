using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Importing;

/// <summary>One conversation of a recording, as far as the recording tells it.</summary>
sealed class Recording
{
    readonly List<Happening> _happenings = [];
    readonly int[] _lines = new int[2];

    /// <summary>What happened, in order.</summary>
    public IReadOnlyList<Happening> Happenings => _happenings;

    /// <summary>The server, as host:port; null where the recording does not say.</summary>
    public string? Peer { get; set; }

    /// <summary><c>implicit</c>, <c>starttls</c>, <c>none</c>; null where it is not said outright.</summary>
    public string? Tls { get; set; }

    /// <summary>When it began, as a transcript's header has it; null where the recording does not say.</summary>
    public string? Date { get; set; }

    /// <summary>Whether the recording lacks what the messages say.</summary>
    public bool LacksContent { get; set; }

    /// <summary>Whether the times are no finer than a second.</summary>
    public bool HasCoarseTimes { get; set; }

    /// <summary>Whether a handshake would be seen, had there been one.</summary>
    public bool ShowsTls { get; set; }

    /// <summary>Whether anything went over the wire, or could not.</summary>
    public bool IsConversation { get; private set; }

    /// <summary>How many lines of a side the recording has.</summary>
    public int LinesOf(Direction direction) => _lines[(int)direction];

    /// <summary>One thing more happened.</summary>
    public void Add(Happening happening)
    {
        _happenings.Add(happening);
        IsConversation |= happening is not Happening.Event { Value: not ConversationEvent.Failed };
        if (DirectionOf(happening) is { } direction)
        {
            _lines[(int)direction]++;
        }
    }

    /// <summary>The line said last was not said after all.</summary>
    public void TakeBack(Happening said)
    {
        _happenings.RemoveAt(_happenings.LastIndexOf(said));
        _lines[(int)DirectionOf(said)!]--;
    }

    /// <summary>Whether only the server's side was recorded, as of a program whose input was a pipe.</summary>
    public bool IsOfServerOnly => LinesOf(Direction.Client) == 0 && LinesOf(Direction.Server) > 1;

    /// <summary>Whether the client says STARTTLS in it.</summary>
    public bool HasStartTls => _happenings.Exists(happening =>
        DirectionOf(happening) == Direction.Client && Verbs.Of(ContentOf(happening).Span.TrimEnd("\r\n"u8)) == Verb.StartTls);

    /// <summary>Whether a line has a time.</summary>
    public bool HasTimes => _happenings.Exists(happening => happening is Happening.Line { At: not null } or Happening.Octets { At: not null });

    /// <summary>How TLS came about; null where the recording does not tell.</summary>
    public string? TlsMode()
    {
        var handshake = _happenings.FindIndex(happening => happening is Happening.Event { Value: ConversationEvent.TlsStarted });
        return Tls
            ?? (HasStartTls ? "starttls"
            : handshake < 0 ? ShowsTls ? "none" : null
            : _happenings.FindIndex(happening => DirectionOf(happening) is not null) < handshake ? "starttls"
            : "implicit");
    }

    /// <summary>Whose octets a happening is; null where it is none.</summary>
    public static Direction? DirectionOf(Happening happening) => happening switch
    {
        Happening.Line line => line.Direction,
        Happening.Octets octets => octets.Direction,
        _ => null,
    };

    /// <summary>The octets of a happening as far as they are known; empty where it is none.</summary>
    public static ReadOnlyMemory<byte> ContentOf(Happening happening) => happening switch
    {
        Happening.Line line => line.Content,
        Happening.Octets octets => octets.Value,
        _ => default,
    };
}
