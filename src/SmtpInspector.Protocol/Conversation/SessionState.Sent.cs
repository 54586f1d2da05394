using System.Text;
using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Conversation;

public sealed partial record SessionState
{
    /// <summary>The state after the client sent a command.</summary>
    /// <param name="verb">Its verb.</param>
    /// <param name="content">The line without its ending.</param>
    /// <param name="at">When.</param>
    public SessionState AfterCommand(Verb verb, ReadOnlyMemory<byte> content, TimeSpan? at)
    {
        // A transcript may leave the handshake out. The client that goes on after the 220 has made it.
        var state = Phase == Phase.Handshake ? AfterHandshake() : this;
        var bdat = verb == Verb.Bdat ? CommandParser.Parse(content, []) as Command.Bdat : null;
        state = state.Enqueue(new Pending(verb, content, at, IsLastChunk: bdat is { IsLast: true }));
        return verb switch
        {
            Verb.Auth => state with
            {
                Auth = AuthOf(content.Span),
                AwaitsAuthAnswer = false,
                FailedAuth = null,
            },
            Verb.Bdat => state.AfterBdat(bdat?.Size ?? 0),
            Verb.Data => state with
            {
                FailedAuth = null,
                Transaction = state.Transaction is { } open ? open with { UsesData = true } : null,
            },
            Verb.Unknown when state.FailedAuth is { } failed => state with { FailedAuth = failed with { Answers = failed.Answers + 1 } },
            Verb.Unknown => state,
            _ => state.FailedAuth is null ? state : state with { FailedAuth = null },
        };
    }

    /// <summary>The state after the client answered a challenge, or cancelled with <c>*</c>.</summary>
    public SessionState AfterAuthAnswer(ReadOnlyMemory<byte> content, TimeSpan? at) =>
        Enqueue(new Pending(Verb.Auth, content, at, IsAuthAnswer: true)) with
        {
            AwaitsAuthAnswer = false,
            Auth = Auth is { } auth ? auth with { Answers = auth.Answers + 1 } : null,
        };

    /// <summary>The state after the line of one dot.</summary>
    public SessionState AfterEndOfData(TimeSpan? at)
    {
        // RFC 2033 §4.2: in LMTP each recipient that was accepted gets a reply of its own.
        var replies = Lmtp && Transaction is { RecipientCount: > 0 } open ? open.RecipientCount : 1;
        var state = this with { Content = ContentMode.None };
        for (var i = 0; i < replies; i++)
        {
            state = state.Enqueue(new Pending(Verb.EndOfData, default, at));
        }

        return state;
    }

    /// <summary>The state after <paramref name="octets"/> more octets of the running chunk.</summary>
    public SessionState AfterChunkOctets(long octets)
    {
        var remaining = ChunkRemaining - octets;
        return this with
        {
            ChunkRemaining = remaining,
            Content = remaining > 0 ? ContentMode.Chunk : ContentMode.None,
        };
    }

    SessionState AfterBdat(long size) => this with
    {
        FailedAuth = null,
        ChunkRemaining = size,
        Content = size > 0 ? ContentMode.Chunk : ContentMode.None,
        Transaction = Transaction is { } open ? open with { UsesBdat = true, ChunkOctets = open.ChunkOctets + size } : null,
    };

    static AuthExchange AuthOf(ReadOnlySpan<byte> content)
    {
        Span<Range> words = stackalloc Range[3];
        var text = Encoding.UTF8.GetString(content);
        var count = text.AsSpan().SplitAny(words, " \t", StringSplitOptions.RemoveEmptyEntries);
        return new AuthExchange(
            count > 1 ? text[words[1]].ToUpperInvariant() : "",
            HadInitialResponse: count > 2,
            Answers: 0);
    }
}
