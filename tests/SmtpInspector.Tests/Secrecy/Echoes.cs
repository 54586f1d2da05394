using System.Text;
using SmtpInspector.Protocol.Sasl;
using SmtpInspector.Tests.Peers;
using static SmtpInspector.Tests.Peers.ServerStep;

namespace SmtpInspector.Tests.Secrecy;

/// <summary>A server that writes the secret wherever a server writes anything, and a user who types it where it does not belong.</summary>
static class Echoes
{
    static readonly string Secret = Octets.Text(Encoding.UTF8.GetBytes(Exchange.Secret));

    static readonly string Plain = Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{Exchange.User}\0{Exchange.Secret}"));

    /// <summary>What is typed, and what the server says to it; {0} stands for the secret in one of its forms.</summary>
    static readonly (string Typed, string Said)[] Talk =
    [
        ("EHLO me.example", "250-{0}\r\n250-{0}\r\n250-X{0}\r\n250-{0}  {0}\r\n250--{0}\r\n250-AUTH PLAIN {0}\r\n250-AUTH={0}\r\n250-SIZE {0}\r\n250-XCLIENT {0}\r\n250 {0}=\r\n"),
        ("EHLO me.example", "250-mx.example.com {0}\r\n250-{0}more\r\n250 AUTH PLAIN LOGIN {0}more\r\n"),
        ("HELO me.example", "250-{0}\r\n250-AUTH {0}\r\n250 SIZE {0}\r\n"),
        ("EHLO me.example", "250-mx.example.com\r\n250-ENHANCEDSTATUSCODES\r\n250 PIPELINING\r\n"),
        ("NOOP", "{0}\r\n"),
        ("NOOP", "250{0}\r\n"),
        ("NOOP", "250 {0}\r\n"),
        ("NOOP", "250 2.{0} x\r\n"),
        ("NOOP", "250-5.7.{0}\r\n250 2.0.0 {0}\r\n"),
        ("NOOP", "251-{0}\r\n{0}\r\n\u0001{0}\r\n250 2.0.0 ok\r\n"),
        ("NOOP", "250 2.0.0 ok\r\n550 5.7.1 {0}\r\n"),
        ("NOOP", "334 {0}\r\n"),
        ($"NOOP {Secret}", "500 5.5.1 {0}\r\n"),
        ($"{Secret}", "500 5.5.2 {0}?\r\n"),
        ($"{Secret} {Secret}", "502 5.5.2 {0}?\r\n"),
        ($"AUTH {Secret}", "504 5.5.4 {0}\r\n"),
        ($"AUTH {Plain}", "504 5.5.4 {0}\r\n"),
        ($"VRFY {Secret}", "252 2.1.5 {0}\r\n"),
        ($"VRYF PLAIN {Plain}", "500 5.5.2 {0}\r\n"),
        ($"EHLO {Secret}", "250-mx.example.com {0}\r\n250 8BITMIME\r\n"),
        ($"MAIL FROM:{Secret}", "501 5.5.4 <{0}>\r\n"),
        ($"MAIL FROM:<a@b.example> AUTH={Secret} X={Secret} {Secret}=1", "555 5.5.4 <{0}>\r\n"),
        ($"MAIL FROM:<{Secret}@b.example>", "250 2.1.0 <{0}> ok\r\n"),
        ($"RCPT TO:<{Secret}@d.example>", "550-5.1.1 <{0}>\r\n550 5.1.1 no {0}\r\n"),
        ($"RCPT TO:<\"{Secret}\"@d.example>", "250 2.1.5 <{0}> ok\r\n"),
        ("RCPT TO:<c@d.example>", "250 2.1.5 <{0}> ok\r\n"),
        ("DATA", "354 {0}\r\n"),
        (Content, "250 2.0.0 queued as {0}\r\n"),
        ("STARTTLS", "220 2.0.0 {0}\r\n250 {0}\r\n"),
    ];

    /// <summary>Secrets in fields that are judged by their words.</summary>
    static string Content => string.Join('\n',
        $"From: {Secret}@b.example", $"To: <{Secret}", $"Date: {Secret}", $"Message-ID: {Secret}", $"Subject: =?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(Exchange.Secret))}?=",
        $"X-{Secret} : x", $"Content-Type: text/{Secret}; {Secret}", $"Content-Disposition: {Secret} {Secret}", $"Content-Transfer-Encoding: {Secret}", "", Secret, ".");

    /// <summary>A mechanism's exchange with such a server, in one form of the secret, made by the program.</summary>
    public static Exchange ByTheProgram(string mechanism, string form) => new(
        $"{mechanism} by the program with a server that says {form} all the time",
        Secret + "\n" + string.Join('\n', Talk.Select(line => line.Typed)) + "\nQUIT\n",
        ["--tls", "none", "--auth", mechanism.ToLowerInvariant(), "--user", Exchange.User, "--password-stdin", "--ehlo", "me.example"],
        [
            SayExactly($"220-{form}\r\n220 {form}\r\n"), Hear("EHLO"),
            SayExactly($"250-{form}\r\n250-{form}\r\n250-AUTH {string.Join(' ', SaslMechanisms.Names)} {form}\r\n250-STARTTLS\r\n250 {form}\r\n"),
            .. Exchange.ChallengesOf(mechanism).SelectMany(challenge => (ServerStep[])[Hear(""), SayExactly($"334-{form}\r\n334 {challenge}\r\n")]),
            Hear(""), SayExactly($"235-{form}\r\n235 2.7.0 {form}\r\n"), .. Replies(form),
        ],
        []);

    /// <summary>The same with the answers typed by hand: what was not sent yet nobody can know.</summary>
    public static Exchange Typed(string mechanism, string form)
    {
        var answers = Exchange.AnswersOf(mechanism);
        string[] challenges = Exchange.ChallengesOf(mechanism);
        return new(
            $"{mechanism} typed with a server that says {form} from then on",
            string.Join('\n', (string[])["EHLO me.example", $"AUTH {mechanism}", .. answers, .. Talk.Select(line => line.Typed)]) + "\nQUIT\n",
            ["--tls", "none"],
            [
                Say("220 mx.example.com"), Hear("EHLO"), SayExactly($"250-mx.example.com\r\n250-STARTTLS\r\n250 AUTH {string.Join(' ', SaslMechanisms.Names)}\r\n"),
                .. answers.Select((_, i) => challenges[Math.Min(i, challenges.Length - 1)]).SelectMany(challenge => (ServerStep[])[Hear(""), Say($"334 {challenge}")]),
                Hear(""), SayExactly($"235-{form}\r\n235 2.7.0 {form}\r\n"), .. Replies(form),
            ],
            answers);
    }

    /// <summary>A server that gives its reason with the secret, or breaks off in the midst of it.</summary>
    public static IEnumerable<Exchange> Ends(string form) =>
        from said in (string[])["421 4.7.0 {0}\r\n", "550 5.7.1 {0}\r\n", "250-{0}\r\n250-{0}", "{0}"]
        select new Exchange(
            $"\"{said}\" and a close, of {form}",
            $"EHLO me.example\nAUTH PLAIN {Plain}\nNOOP\nNOOP\n",
            ["--tls", "none"],
            [Say("220 mx.example.com"), Hear("EHLO"), SayExactly("250-mx.example.com\r\n250 AUTH PLAIN\r\n"), Hear("AUTH"), Say("235 ok"), Hear("NOOP"), SayExactly(string.Format(null, said, form)), HangUp()],
            [Plain]);

    static IEnumerable<ServerStep> Replies(string form) =>
        Talk.SelectMany(line => (ServerStep[])[line.Typed.StartsWith("From:", StringComparison.Ordinal) ? HearUntil(".") : Hear(""), SayExactly(string.Format(null, line.Said, form))]).Append(AnswerEverything($"500 5.5.1 {form}\r\n"));
}
