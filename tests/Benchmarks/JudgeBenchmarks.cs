using System.Text;
using BenchmarkDotNet.Attributes;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Lints.Server;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Benchmarks;

/// <summary>What judging costs, for each exchange of a command and its reply. The aim: 300,000 a second, under 1 KB each.</summary>
[MemoryDiagnoser]
public class JudgeBenchmarks
{
    const int Exchanges = 1000;

    readonly ConversationEvent[] _opening =
    [
        Server("220 mail.example.com ESMTP"),
        Client("EHLO client.example.com"),
        Server("250-mail.example.com"),
        Server("250-PIPELINING"),
        Server("250-SIZE 10240000"),
        Server("250-ENHANCEDSTATUSCODES"),
        Server("250-8BITMIME"),
        Server("250 DSN"),
    ];

    readonly ConversationEvent[] _transaction =
    [
        Client("MAIL FROM:<alice@example.com> SIZE=1000"),
        Server("250 2.1.0 Ok"),
        Client("RCPT TO:<bob@example.com>"),
        Server("250 2.1.5 Ok"),
        Client("NOOP"),
        Server("250 2.0.0 Ok"),
        Client("RSET"),
        Server("250 2.0.0 Ok"),
    ];

    readonly ConversationEvent[] _odd =
    [
        Client("MAIL FROM: <alice@example.com> SIZE=1000"),
        Server("250 Ok"),
        Client("NOOP"),
        Server("251 4.0.0 Ok"),
    ];

    readonly SessionState _state = SessionState.Start(tls: true) with { Phase = Phase.Greeted, Offers = Offers.Of(Reply("250-mail.example.com", "250 ENHANCEDSTATUSCODES")) };
    readonly Pending _mail = new(Verb.Mail, Encoding.ASCII.GetBytes("MAIL FROM:<alice@example.com>"), null);
    readonly Pending _ehlo = new(Verb.Ehlo, Encoding.ASCII.GetBytes("EHLO client.example.com"), null);
    readonly Reply _ok = Reply("250 2.1.0 Ok");
    readonly Reply _offers = Reply("250-mail.example.com", "250-PIPELINING", "250-SIZE 10240000", "250-VRFY", "250-ETRN", "250-STARTTLS", "250-AUTH PLAIN LOGIN", "250-ENHANCEDSTATUSCODES", "250-8BITMIME", "250 DSN");
    readonly List<Finding> _findings = [];

    /// <summary>Commands and replies in which nothing is wrong, through the whole judge.</summary>
    [Benchmark(OperationsPerInvoke = Exchanges)]
    public int RightExchanges() => Judge(_transaction);

    /// <summary>The same with something to say of each.</summary>
    [Benchmark(OperationsPerInvoke = Exchanges)]
    public int OddExchanges() => Judge(_odd);

    /// <summary>The server rules alone, on a reply of one line.</summary>
    [Benchmark]
    public int OneReply()
    {
        _findings.Clear();
        ServerLints.CheckReply(_state, _mail, _ok, _findings);
        return _findings.Count;
    }

    /// <summary>The server rules alone, on an EHLO reply of ten lines.</summary>
    [Benchmark]
    public int OneEhloReply()
    {
        _findings.Clear();
        ServerLints.CheckReply(_state, _ehlo, _offers, _findings);
        return _findings.Count;
    }

    int Judge(ConversationEvent[] events)
    {
        var judge = new ConversationJudge(SessionState.Start(tls: true));
        var entries = 0;
        foreach (var happened in _opening)
        {
            entries += judge.Apply(happened).Count;
        }

        for (var exchange = 0; exchange < Exchanges; exchange += events.Length / 2)
        {
            foreach (var happened in events)
            {
                entries += judge.Apply(happened).Count;
            }
        }

        return entries;
    }

    static ConversationEvent.Line Client(string line) => new(null, Wire(Direction.Client, line));

    static ConversationEvent.Line Server(string line) => new(null, Wire(Direction.Server, line));

    static Reply Reply(params string[] lines) => new(Array.ConvertAll(lines, line => ReplyLine.Parse(Wire(Direction.Server, line))));

    static WireLine Wire(Direction direction, string line) => new(direction, 0, Encoding.ASCII.GetBytes(line + "\r\n"));
}
