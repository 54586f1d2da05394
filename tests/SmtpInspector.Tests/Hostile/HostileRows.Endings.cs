using SmtpInspector.Tests.Peers;
using static SmtpInspector.Tests.Peers.ServerStep;

namespace SmtpInspector.Tests.Hostile;

/// <summary>A connection that ends at every step, in every way, and a server that says nothing more at every step.</summary>
static partial class HostileRows
{
    /// <summary>How far the conversation went when the server had enough, and what is then found besides the end itself.</summary>
    static readonly (string Where, ServerStep[] Steps)[] Places =
    [
        ("before the greeting", []),
        ("within the greeting", [SayExactly("220-mx.exam")]),
        ("before the reply to EHLO", [Say(Greeting), Hear("EHLO")]),
        ("within a line of the reply to EHLO", [Say(Greeting), Hear("EHLO"), SayExactly("250-mx.example.com\r\n250-8BIT")]),
        ("between two lines of the reply to EHLO", [Say(Greeting), Hear("EHLO"), SayExactly("250-mx.example.com\r\n")]),
        ("before the reply to DATA", [.. Introduced(), .. Answer("MAIL", "250 ok"), .. Answer("RCPT", "250 ok"), Hear("DATA")]),
        ("before the reply to the message", [.. Introduced(), .. Answer("MAIL", "250 ok"), .. Answer("RCPT", "250 ok"), .. Answer("DATA", "354 go"), HearUntil(".")]),
        ("before the reply to QUIT", [.. Introduced(), .. Answer("MAIL", "250 ok"), .. Answer("RCPT", "250 ok"), .. Answer("DATA", "354 go"), HearUntil("."), Say("250 taken"), Hear("QUIT")]),
    ];

    static readonly (string Name, ServerStep[] Steps)[] Ends =
    [
        ("a close", [HangUp()]),
        ("a half-close", [HalfClose(), HearTheRest()]),

        // A reset that is quicker than the client fails its attempt to connect, which is another misfortune.
        ("a reset", [Shown("connected"), Reset()]),
    ];

    static IEnumerable<HostileRow> Endings =>
        from place in Places
        from end in Ends
        select new HostileRow($"{end.Name} {place.Where}", 5, "reply-missing", Ehlo + Message, [.. place.Steps, .. end.Steps]);

    static HostileRow[] Silences =>
    [
        .. from place in Places
           select new HostileRow($"silence {place.Where}", 5, "reply-missing", Ehlo + Message, [.. place.Steps, HearTheRest()]) { Options = ["--timeout", "1"] },
        new("a reply that comes too late", 5, "reply-missing", Ehlo + "NOOP\n", [.. Introduced(), Hear("NOOP"), Pause(3000), Say("250 late"), HearTheRest()]) { Options = ["--timeout", "1"], IsCut = true },
        new("a reply that trickles and never ends", 5, "reply-missing", Ehlo + "NOOP\n", [.. Introduced(), Hear("NOOP"), SayInPieces("250-" + new string('x', 200), 1, 20)]) { Options = ["--timeout", "1"], IsCut = true },
        new("lines that trickle and never end", 5, "reply-missing", Ehlo + "NOOP\n", [.. Introduced(), Hear("NOOP"), SayInPieces(string.Concat(Enumerable.Repeat("250-x\r\n", 60)), 7, 50)]) { Options = ["--timeout", "1"], IsCut = true },
    ];
}
