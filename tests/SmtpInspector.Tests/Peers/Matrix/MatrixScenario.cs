namespace SmtpInspector.Tests.Peers.Matrix;

/// <summary>One conversation that every real server is taken through: what it answers is judged, not compared.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Door">Which of the server's ports.</param>
/// <param name="Script">The client's lines, as a transcript; a placeholder for credentials is filled in by the program.</param>
/// <param name="Options">Further options of the program.</param>
sealed record MatrixScenario(string Name, MatrixDoor Door, string Script, params string[] Options)
{
    /// <summary>The extension without which there is nothing to try; null where none is needed.</summary>
    public string? Needs { get; init; }

    const string Envelope = """
        C: EHLO client.test
        C: MAIL FROM:<sender@client.test>
        C: RCPT TO:<user@loop.test>
        C: DATA

        """;

    const string Header = """
        C: From: sender@client.test
        C: To: user@loop.test
        C: Date: Sun, 22 Nov 2026 09:41:07 +0000
        C: Message-ID: <1@client.test>
        C: Subject: hello
        C:

        """;

    /// <summary>All of them. Each ends with the QUIT that the program sends.</summary>
    public static IReadOnlyList<MatrixScenario> All { get; } =
    [
        new("implicit TLS", MatrixDoor.Implicit, Message()),
        new("STARTTLS", MatrixDoor.StartTls, Message()),
        new("STARTTLS by hand, with an argument, and inside TLS", MatrixDoor.StartTlsByHand, """
            C: EHLO client.test
            C: STARTTLS now
            C: STARTTLS
            C: EHLO client.test
            C: STARTTLS
            C: NOOP

            """),
        new("AUTH PLAIN", MatrixDoor.Implicit, Message(), "--auth", "plain"),
        new("AUTH LOGIN", MatrixDoor.Implicit, Message(), "--auth", "login"),
        new("AUTH CRAM-MD5", MatrixDoor.Implicit, Message(), "--auth", "cram-md5"),
        new("AUTH wrong, cancelled, broken, empty, unknown", MatrixDoor.Implicit, """
            C: EHLO client.test
            C: AUTH PLAIN AG5vYm9keQB3cm9uZw==
            C: AUTH PLAIN
            C: *
            C: AUTH LOGIN
            C: !!!
            C: AUTH PLAIN =
            C: AUTH FROBNICATE
            C: AUTH
            C: NOOP

            """),
        new("AUTH twice and in a transaction", MatrixDoor.Implicit, """
            C: AUTH PLAIN AHVzZXIAc2VjcmV0
            C: MAIL FROM:<sender@client.test>
            C: AUTH PLAIN AHVzZXIAc2VjcmV0
            C: RSET

            """, "--auth", "plain"),
        new("8BITMIME", MatrixDoor.Plain, """
            C: EHLO client.test
            C: MAIL FROM:<sender@client.test> BODY=8BITMIME
            C: RCPT TO:<user@loop.test>
            C: DATA

            """ + Header + "C: Grüße\nC: .\n"),
        new("SMTPUTF8", MatrixDoor.Plain, """
            C: EHLO client.test
            C: MAIL FROM:<sénder@client.test> SMTPUTF8
            C: RCPT TO:<üser@loop.test>
            C: RSET
            C: MAIL FROM:<sénder@client.test>
            C: RSET
            C: VRFY üser SMTPUTF8

            """),
        new("PIPELINING", MatrixDoor.Plain, """
            C: EHLO client.test
            * no-wait
            C: MAIL FROM:<sender@client.test>
            * no-wait
            C: RCPT TO:<nobody@loop.test>
            * no-wait
            C: RCPT TO:<user@loop.test>
            C: DATA

            """ + Header + """
            C: hello
            C: .
            * no-wait
            C: RSET
            C: NOOP

            """) { Needs = "PIPELINING" },
        new("CHUNKING", MatrixDoor.Plain, """
            C: EHLO client.test
            C: MAIL FROM:<sender@client.test>
            C: RCPT TO:<user@loop.test>
            C: BDAT 16
            C: Subject: chunk
            C: BDAT 8 LAST
            C:
            C: body
            C: MAIL FROM:<sender@client.test>
            C: RCPT TO:<user@loop.test>
            C: BDAT 0 LAST
            C: BDAT 5
            C: abc
            C: RSET

            """) { Needs = "CHUNKING" },
        new("DSN", MatrixDoor.Plain, """
            C: EHLO client.test
            C: MAIL FROM:<sender@client.test> RET=HDRS ENVID=QQ314159
            C: RCPT TO:<user@loop.test> NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;user@loop.test
            C: RCPT TO:<user@loop.test> NOTIFY=NEVER,SUCCESS
            C: RSET
            C: MAIL FROM:<> RET=SOME
            C: RSET

            """),
        new("VRFY, EXPN, HELP, NOOP, RSET, ETRN", MatrixDoor.Plain, """
            C: VRFY user
            C: EHLO client.test
            C: VRFY user@loop.test
            C: VRFY nobody@loop.test
            C: VRFY
            C: EXPN list@loop.test
            C: EXPN
            C: HELP
            C: HELP MAIL
            C: NOOP with an argument
            C: RSET
            C: ETRN loop.test

            """),
        new("refusals at each step", MatrixDoor.Plain, """
            C: EHLO client.test
            C: MAIL FROM:<refused@client.test>
            C: RSET
            C: MAIL FROM:<sender@client.test>
            C: RCPT TO:<nobody@loop.test>
            C: RCPT TO:<later@loop.test>
            C: DATA
            C: RSET

            """),
        new("a message refused", MatrixDoor.Plain, Message("refused")),
        new("commands out of order", MatrixDoor.Plain, """
            C: MAIL FROM:<sender@client.test>
            C: RCPT TO:<user@loop.test>
            C: DATA
            C: EHLO client.test
            C: RCPT TO:<user@loop.test>
            C: DATA
            C: MAIL FROM:<sender@client.test>
            C: MAIL FROM:<sender@client.test>
            C: DATA
            C: BDAT 0 LAST
            C: EHLO client.test
            C: HELO client.test

            """),
        new("commands out of form", MatrixDoor.Plain, """
            C: FROBNICATE
            C:
            C: EHLO
            C: HELO
            C: EHLO under_score
            C: EHLO [127.0.0.1]
            C: MAIL FROM: <sender@client.test>
            C: RSET
            C: MAIL FROM:sender@client.test
            C: RSET
            C: MAIL FROM:<sender@client.test> FROBNICATE=1
            C: MAIL FROM:<sender@client.test> SIZE=x
            C: MAIL
            C: MAIL FROM:<sender@client.test>
            C: RCPT TO:<user@loop.test> FROBNICATE
            C: RCPT TO:<>
            C: RCPT TO:<@a.test:user@loop.test>
            C: RCPT TO:<Postmaster>
            C: RCPT
            C: RSET now
            C: DATA now
            C: QUIT now

            """),
        new("HELO", MatrixDoor.Plain, Message().Replace("EHLO", "HELO", StringComparison.Ordinal)),
        new("LHLO", MatrixDoor.Plain, "C: LHLO client.test\n"),
        new("a size over the limit", MatrixDoor.Plain, """
            C: EHLO client.test
            C: MAIL FROM:<sender@client.test> SIZE=999999999
            C: RSET

            """),
        new("long lines", MatrixDoor.Plain, $"""
            C: EHLO client.test
            C: NOOP {new string('x', 1000)}
            C: NOOP {new string('x', 5000)}
            C: MAIL FROM:<{new string('x', 300)}@client.test>
            C: RSET
            C: VRFY {new string('y', 600)}

            """ + Envelope.Replace("C: EHLO client.test\n", "", StringComparison.Ordinal) + Header + $"C: {new string('z', 2000)}\nC: .\n"),
        new("octets that do not belong", MatrixDoor.Plain, """
            C: EHLO client.test
            C%: NOOP %00%01%0D%0A
            C%: NOOP bare LF%0A
            C%: VRFY %FF%FE%0D%0A
            C: NOOP

            """),
        new("a message of 30 MB", MatrixDoor.Plain, Envelope + Header + string.Concat(Enumerable.Repeat($"C: {new string('m', 998)}\n", 30_000)) + "C: .\n"),
        new("a thousand recipients", MatrixDoor.Plain, """
            C: EHLO client.test
            C: MAIL FROM:<sender@client.test>

            """ + string.Concat(Enumerable.Range(1, 1000).Select(number => FormattableString.Invariant($"C: RCPT TO:<user+{number}@loop.test>\n"))) + "C: DATA\n" + Header + "C: hello\nC: .\n"),
    ];

    static string Message(string subject = "hello") =>
        Envelope + Header.Replace("hello", subject, StringComparison.Ordinal) + "C: A line, and one with a dot:\nC: ..\nC: .\n";
}
