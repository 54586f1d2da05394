using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Judgement;

namespace SmtpInspector.Protocol.Comparison;

/// <summary>Puts the entries of a conversation together to exchanges: what was said with what was answered, pipelined or not.</summary>
sealed class Exchanges
{
    readonly List<Exchange> _all = [];
    // What has to be answered yet, in order.
    readonly List<(Verb Verb, Exchange Exchange)> _open = [];
    (Verb Verb, Exchange Exchange)? _answered;

    /// <summary>The exchanges in the order in which they began. Notes and steering belong to none.</summary>
    public static IReadOnlyList<Exchange> Of(IReadOnlyList<Entry> entries)
    {
        var exchanges = new Exchanges();
        for (var i = 0; i < entries.Count; i++)
        {
            exchanges.Add(i, entries[i]);
        }

        return exchanges._all;
    }

    void Add(int index, Entry entry)
    {
        switch (entry)
        {
            case Entry.Connecting or Entry.Connected:
                (Greeting() ?? Begin(ExchangeKind.Connection, Verb.Connection)).Add(index, entry);
                break;
            case Entry.Tls:
                Begin(ExchangeKind.Tls, null).Add(index, entry);
                break;
            case Entry.Injected:
                Begin(ExchangeKind.Unsolicited, null).Add(index, entry);
                break;
            case Entry.Command command:
                Begin(ExchangeKind.Command, command.Verb).Add(index, entry);
                break;
            case Entry.Data { IsChunk: true } when _all is [.., { Command.Verb: Verb.Bdat } bdat]:
                bdat.Add(index, entry);
                break;
            case Entry.Data:
                Begin(ExchangeKind.Message, Verb.EndOfData).Add(index, entry);
                break;
            case Entry.Reply reply:
                Answered(reply).Add(index, entry);
                break;
            case Entry.Closed or Entry.Failed:
                // Why it ended and that it was closed is one thing, in whichever order it is told.
                (_all is [.., { Kind: ExchangeKind.Ending } ending] ? ending : Begin(ExchangeKind.Ending, null)).Add(index, entry);
                break;
        }
    }

    Exchange Begin(ExchangeKind kind, Verb? toAnswer)
    {
        var exchange = new Exchange(kind);
        _all.Add(exchange);
        if (toAnswer is { } verb)
        {
            _open.Add((verb, exchange));
        }

        return exchange;
    }

    Exchange? Greeting() => _all is [.., { Kind: ExchangeKind.Connection, Replies: [] } connection] ? connection : null;

    Exchange Answered(Entry.Reply reply)
    {
        if (reply.To is not { Verb: var verb })
        {
            return Begin(ExchangeKind.Unsolicited, null);
        }

        var place = _open.FindIndex(open => open.Verb == verb);
        if (place >= 0)
        {
            _answered = _open[place];
            _open.RemoveRange(0, place + 1);
            return _answered.Value.Exchange;
        }

        // RFC 2033 §4.2: in LMTP the end of the message has a reply for each recipient.
        if (_answered is { } last && last.Verb == verb)
        {
            return last.Exchange;
        }

        // An excerpt that begins with a reply.
        var exchange = Begin(verb == Verb.Connection ? ExchangeKind.Connection : ExchangeKind.Unsolicited, null);
        _answered = (verb, exchange);
        return exchange;
    }
}
