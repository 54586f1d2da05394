using static SmtpInspector.Tests.Peers.ServerStep;

namespace SmtpInspector.Tests.Hostile;

/// <summary>Well-formed replies that mean nothing where they stand: too many, too early, too late, to the wrong command.</summary>
static partial class HostileRows
{
    static HostileRow[] Meanings =>
    [
        Noop("two replies to one command", 0, "reply-unsolicited", "250 ok\r\n250 ok again\r\n"),
        Noop("a refusal behind the reply", 1, "reply-unsolicited", "250 ok\r\n550 5.7.1 or rather not\r\n"),
        Noop("three replies to one command", 0, "reply-unsolicited", "250 one\r\n250 two\r\n250 three\r\n"),
        Noop("354 to NOOP", 0, "reply-code-unlisted", "354 go on\r\n"),
        Noop("334 to NOOP", 0, "reply-code-unlisted", "334 go on\r\n"),
        Noop("235 to NOOP", 0, "reply-code-unlisted", "235 come in\r\n"),
        Noop("220 to NOOP", 0, "reply-code-unlisted", "220 mx.example.com again\r\n"),
        Noop("502 to NOOP", 1, "required-command-refused", "502 no\r\n"),
        Noop("an enhanced code of another class", 0, "enhanced-class-mismatch", "250 5.1.1 ok\r\n"),
        new("a refusal for a greeting", 1, "", "QUIT\n", [Say("554 mx.example.com no"), .. Farewell]),
        new("421 for a greeting", 1, "", Ehlo, [Say("421 mx.example.com busy"), HearTheRest()]) { Heard = "" },
        new("250 for a greeting", 0, "reply-code-unlisted", Ehlo, [Say("250 mx.example.com"), Hear("EHLO"), SayExactly(Hello), .. Farewell]),
        new("a greeting of words", 1, "reply-malformed", "NOOP\n", [Say("welcome"), .. Answer("NOOP", "250 ok"), .. Farewell]),
        new("a greeting of POP3", 1, "reply-malformed", "NOOP\n", [Say("+OK POP3 ready"), .. Answer("NOOP", "-ERR"), .. Answer("QUIT", "+OK"), HearTheRest()]) { Says = "POP3" },
        new("a greeting of SSH", 1, "reply-malformed", "NOOP\n", [Say("SSH-2.0-OpenSSH_9.2"), .. Answer("NOOP", "Protocol mismatch."), .. Answer("QUIT", "bye"), HearTheRest()]) { Says = "SSH" },
        new("a greeting without a domain", 0, "greeting-without-domain reply-text-missing", Ehlo, [Say("220"), Hear("EHLO"), SayExactly(Hello), .. Farewell]),
        new("a greeting in many lines", 0, "", Ehlo, [SayExactly("220-mx.example.com\r\n220-be nice\r\n220 welcome\r\n"), Hear("EHLO"), SayExactly(Hello), .. Farewell]),
        new("EHLO answered with nothing but 250", 0, "ehlo-domain-missing reply-text-missing", Ehlo, [Say(Greeting), .. Answer("EHLO", "250"), .. Farewell]),
        new("keywords that are none", 0, "ehlo-keyword-syntax", Ehlo, [.. Introduced("250-mx.example.com\r\n250--\r\n250-=\r\n250-SIZE\u0009\r\n250 a_b\r\n"), .. Farewell]),
        new("a keyword twice", 0, "ehlo-keyword-duplicate", Ehlo, [.. Introduced("250-mx.example.com\r\n250-8BITMIME\r\n250 8BITMIME\r\n"), .. Farewell]),
        new("a keyword nobody registered", 0, "ehlo-unregistered", Ehlo, [.. Introduced("250-mx.example.com\r\n250 FROBNICATE\r\n"), .. Farewell]),
        new("a SIZE beyond all numbers", 0, "", Ehlo, [.. Introduced("250-mx.example.com\r\n250 SIZE 99999999999999999999999999\r\n"), .. Farewell]),
        new("five thousand keywords", 0, "ehlo-unregistered", Ehlo, [.. Introduced("250-mx.example.com\r\n" + string.Concat(Enumerable.Range(0, 5000).Select(i => $"250-FROB{i}\r\n")) + "250 8BITMIME\r\n"), .. Farewell]),
        new("extensions listed to HELO", 0, "helo-extended-reply", "HELO me.example\n", [Say(Greeting), Hear("HELO"), SayExactly("250-mx.example.com\r\n250 8BITMIME\r\n"), .. Farewell]),
        new("capabilities that change", 0, "capability-changed", Ehlo + Ehlo, [.. Introduced("250-mx.example.com\r\n250-8BITMIME\r\n250 SIZE 1000\r\n"), Hear("EHLO"), SayExactly("250-mx.example.com\r\n250 SIZE 5\r\n"), .. Farewell]),
        new("a capability that it refuses", 1, "capability-refused", Ehlo + "EXPN x\n", [.. Introduced("250-mx.example.com\r\n250 EXPN\r\n"), .. Answer("EXPN", "502 no"), .. Farewell]),
        new("EHLO answered before it is sent", 5, "reply-missing reply-unsolicited", Ehlo, [SayExactly(Greeting + "\r\n" + Hello), Hear("EHLO"), HearTheRest()]) { Options = ["--timeout", "1"] },
        new("every reply one command early", 5, "reply-missing reply-unsolicited", Ehlo + "NOOP\n", [.. Introduced(Hello + "250 early\r\n"), Hear("NOOP"), HearTheRest()]) { Options = ["--timeout", "1"] },
        new("354 to everything", 0, "command-out-of-order reply-code-unlisted", Ehlo + "MAIL FROM:<a@b.example>\nDATA\n.\nNOOP\n", [Say(Greeting), AnswerEverything("354 go on\r\n")]),
        new("250 to everything", 1, "reply-code-unlisted", Ehlo + Message + "NOOP\n", [Say(Greeting), AnswerEverything("250 mx.example.com\r\n")]) { Says = "skipped" },
        new("500 to everything", 1, "command-out-of-order required-command-refused", Ehlo + Message, [Say(Greeting), AnswerEverything("500 no\r\n")]) { Says = "skipped" },
        new("two replies to everything", 0, "reply-code-unlisted reply-unsolicited", Ehlo + "NOOP\nRSET\n", [Say(Greeting), AnswerEverything("250 mx.example.com\r\n250 mx.example.com\r\n")]) { IsCut = true },
        new("nonsense to everything", 1, "command-out-of-order reply-malformed", Ehlo + Message, [Say(Greeting), AnswerEverything("frobnicate\r\n")]) { Says = "skipped" },
        new("250 in place of 354", 1, "reply-code-unlisted", Ehlo + Message, [.. Introduced(), .. Answer("MAIL", "250 ok"), .. Answer("RCPT", "250 ok"), .. Answer("DATA", "250 ok"), .. Farewell]) { Says = "skipped" },
        new("a verdict before the message", 1, "reply-unsolicited", Ehlo + Message, [.. Introduced(), .. Answer("MAIL", "250 ok"), .. Answer("RCPT", "250 ok"), Hear("DATA"), SayExactly("354 go\r\n250 taken\r\n"), HearUntil("."), Say("552 too much"), .. Farewell]),
        // The rest is typed when the refusal is on the screen: what answers the dot would otherwise be anybody's guess.
        new("a refusal in the midst of the message", 1, "reply-unsolicited", Ehlo + Beginning,
            [.. Introduced(), .. Answer("MAIL", "250 ok"), .. Answer("RCPT", "250 ok"), .. Answer("DATA", "354 go"), HearUntil(""), Say("552 stop"), HearUntil("."), Say("250 ok"), .. Farewell]) { Then = new("stop", "Hello.\n.\n") },
        new("354 to the dot", 0, "reply-code-unlisted", Ehlo + Message, [.. Introduced(), .. Answer("MAIL", "250 ok"), .. Answer("RCPT", "250 ok"), .. Answer("DATA", "354 go"), HearUntil("."), Say("354 go on"), .. Farewell]),
        new("221 to QUIT and no close", 0, "", Ehlo, [.. Introduced(), .. Answer("QUIT", "221 bye"), HearTheRest()]) { Heard = "EHLO me.example\r\nQUIT\r\n" },
        new("421 to QUIT and no close", 1, "", Ehlo, [.. Introduced(), .. Answer("QUIT", "421 bye"), HearTheRest()]),
        new("500 to QUIT", 1, "required-command-refused", Ehlo, [.. Introduced(), .. Answer("QUIT", "500 no"), HearTheRest()]),
        new("221 to NOOP and no close", 0, "reply-code-unlisted", Ehlo + "NOOP\nRSET\n", [.. Introduced(), .. Answer("NOOP", "221 bye"), .. Answer("RSET", "250 ok"), .. Farewell]),
        new("421 to NOOP and no close", 1, "", Ehlo + "NOOP\nRSET\n", [.. Introduced(), .. Answer("NOOP", "421 bye"), HearTheRest()]) { Heard = "EHLO me.example\r\nNOOP\r\n" },
        new("521 to EHLO", 1, "reply-code-unlisted", Ehlo + "NOOP\n", [Say(Greeting), .. Answer("EHLO", "521 no mail here"), .. Answer("NOOP", "250 ok"), .. Farewell]),
    ];
}
