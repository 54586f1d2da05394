using System.Text;
using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Conversation;

public sealed partial record SessionState
{
    /// <summary>The state after the client sent a command.</summary>
    /// <param name="verb">Its verb.</param>
    /// <param name="content">The line without its ending.</param>
    /// <param name="at">When.</param>
    /// <param name="shown">The same without credentials; null where it holds none.</param>
    /// <param name="endsInCrLf">Whether the line ends in CR LF.</param>
    public SessionState AfterCommand(Verb verb, ReadOnlyMemory<byte> content, TimeSpan? at, ReadOnlyMemory<byte>? shown = null, bool endsInCrLf = true)
    {
        // A transcript may leave the handshake out. The client that goes on after the 220 has made it.
        var state = Phase == Phase.Handshake ? AfterHandshake() : this;
        var bdat = verb == Verb.Bdat ? CommandParser.Parse(content, []) as Command.Bdat : null;
        var size = bdat?.Size ?? 0;

        var auth = verb == Verb.Auth ? AuthOf((shown ?? content).Span) : state.Auth;

        // One copy of the state for every command, so each property says by itself which command changes it.
        return state with
        {
            Outstanding = IsOfClientOnly ? state.Outstanding
                : state.Outstanding.Enqueue(new Pending(verb, content, at, IsLastChunk: bdat is { IsLast: true }) { Shown = shown ?? content, EndsInCrLf = endsInCrLf }),
            Phase = IsOfClientOnly && verb == Verb.StartTls ? Phase.Handshake : state.Phase,
            ClientHasSpoken = true,
            Auth = auth,
            AwaitsAuthAnswer = verb == Verb.Auth ? IsOfClientOnly && auth is { IsComplete: false } : state.AwaitsAuthAnswer,
            BrokenAuth = verb == Verb.Unknown && state.BrokenAuth is { } broken ? broken with { Answers = broken.Answers + 1 } : null,
            HasQuit = verb == Verb.Quit || state.HasQuit,
            HasSeenAuth = verb == Verb.Auth || state.HasSeenAuth,
            ChunkRemaining = verb == Verb.Bdat ? size : state.ChunkRemaining,
            Content = verb == Verb.Data && IsOfClientOnly ? ContentMode.Data
                : verb != Verb.Bdat ? state.Content : size > 0 ? ContentMode.Chunk : ContentMode.None,
            Transaction = state.Transaction is not { } open ? null : verb switch
            {
                Verb.Data => open with { UsesData = true },
                Verb.Bdat => open with { UsesBdat = true, ChunkOctets = open.ChunkOctets + size },
                _ => open,
            },
        };
    }

    /// <summary>The state after the client answered a challenge, or cancelled with <c>*</c>.</summary>
    public SessionState AfterAuthAnswer(ReadOnlyMemory<byte> content, TimeSpan? at)
    {
        var auth = Auth is { } begun ? begun with { Answers = begun.Answers + 1 } : null;
        return this with
        {
            Outstanding = IsOfClientOnly ? Outstanding : Outstanding.Enqueue(new Pending(Verb.Auth, content, at, IsAuthAnswer: true)),
            ClientHasSpoken = true,
            AwaitsAuthAnswer = IsOfClientOnly && !content.Span.SequenceEqual("*"u8) && auth is { IsComplete: false },
            Auth = auth,
        };
    }

    /// <summary>The state after the line of one dot.</summary>
    public SessionState AfterEndOfData(TimeSpan? at)
    {
        // RFC 2033 §4.2: in LMTP each recipient that was accepted gets a reply of its own.
        var replies = Lmtp && Transaction is { RecipientCount: > 0 } open ? open.RecipientCount : 1;
        var outstanding = Outstanding;
        for (var i = 0; i < replies && !IsOfClientOnly; i++)
        {
            outstanding = outstanding.Enqueue(new Pending(Verb.EndOfData, default, at));
        }

        return this with { Content = ContentMode.None, Outstanding = outstanding, ClientHasSpoken = true };
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
