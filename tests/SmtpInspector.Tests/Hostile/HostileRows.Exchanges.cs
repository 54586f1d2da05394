using static SmtpInspector.Tests.Peers.ServerStep;

namespace SmtpInspector.Tests.Hostile;

/// <summary>AUTH with a server that does not know how: typed line by line, and made by the program itself.</summary>
static partial class HostileRows
{
    const string Offer = "250-mx.example.com\r\n250 AUTH PLAIN LOGIN CRAM-MD5\r\n";
    const string Login = Ehlo + "AUTH LOGIN\ndXNlcg==\naHVudGVyMg==\nNOOP\n";

    static HostileRow[] Exchanges =>
    [
        new("a challenge that is not base64", 0, "auth-challenge-not-base64 auth-without-tls", Login,
            [.. Introduced(Offer), .. Answer("AUTH", "334 Username:"), .. Answer("dXNlcg==", "334 ???"), .. Answer("aHVudGVyMg==", "235 ok"), .. Answer("NOOP", "250 ok"), .. Farewell]),
        new("a challenge in many lines", 0, "auth-challenge-not-base64 auth-without-tls", Login,
            [.. Introduced(Offer), Hear("AUTH"), SayExactly("334-Give\r\n334-me\r\n334 VXNlcm5hbWU6\r\n"), .. Answer("dXNlcg==", "334 UGFzc3dvcmQ6"), .. Answer("aHVudGVyMg==", "235 ok"), .. Answer("NOOP", "250 ok"), .. Farewell]),
        new("a challenge of 60,000 octets", 0, "auth-without-tls", Login,
            [.. Introduced(Offer), Hear("AUTH"), SayExactly("334 " + new string('A', 60_000) + "\r\n"), .. Answer("dXNlcg==", "334 UGFzc3dvcmQ6"), .. Answer("aHVudGVyMg==", "235 ok"), .. Answer("NOOP", "250 ok"), .. Farewell]),
        new("one challenge too many, typed", 1, "auth-without-tls", Ehlo + "AUTH LOGIN\ndXNlcg==\naHVudGVyMg==\n",
            [.. Introduced(Offer), .. Answer("AUTH", "334 VXNlcm5hbWU6"), .. Answer("dXNlcg==", "334 UGFzc3dvcmQ6"), .. Answer("aHVudGVyMg==", "334 T25lIG1vcmU6"), .. Answer("*", "501 cancelled"), .. Farewell]),
        new("challenges without end, typed", 1, "auth-without-tls", Ehlo + "AUTH LOGIN\ndXNlcg==\naHVudGVyMg==\n",
            [.. Introduced(Offer), AnswerEverything("334 VXNlcm5hbWU6\r\n")]),
        new("challenges without end, to LOGIN by the program", 1, "auth-without-tls", "NOOP\n",
            [.. Introduced(Offer), AnswerEverything("334 VXNlcm5hbWU6\r\n")]) { Options = ByItself("login") },
        new("challenges without end, to CRAM-MD5 by the program", 1, "", "NOOP\n",
            [.. Introduced(Offer), AnswerEverything("334 PDFAbXguZXhhbXBsZS5jb20+\r\n")]) { Options = ByItself("cram-md5") },
        new("challenges without end, to SCRAM by the program", 1, "auth-mechanism-not-advertised", "NOOP\n",
            [.. Introduced(Offer), AnswerEverything("334 cj1h\r\n")]) { Options = ByItself("scram-sha-256") },
        new("a challenge that is not base64, to the program", 1, "auth-challenge-not-base64", "NOOP\n",
            [.. Introduced(Offer), .. Answer("AUTH CRAM-MD5", "334 not base64 at all"), Hear(""), Say("501 what"), .. Farewell]) { Options = ByItself("cram-md5") },
        new("an error with escape sequences in a challenge of XOAUTH2", 1, "auth-without-tls", "NOOP\n",
            [.. Introduced("250-mx.example.com\r\n250 AUTH XOAUTH2\r\n"), .. Answer("AUTH XOAUTH2", $"334 {Base64Of(Evil)}"), Hear(""), Say("535 no"), .. Farewell]) { Options = ByItself("xoauth2") },
        new("an error with escape sequences in a challenge of OAUTHBEARER", 1, "auth-without-tls", "NOOP\n",
            [.. Introduced("250-mx.example.com\r\n250 AUTH OAUTHBEARER\r\n"), .. Answer("AUTH OAUTHBEARER", $"334 {Base64Of(Evil)}"), Hear(""), Say("535 no"), .. Farewell]) { Options = ByItself("oauthbearer") },
        new("an error with escape sequences in a challenge of SCRAM", 1, "", "NOOP\n",
            [.. Introduced("250-mx.example.com\r\n250 AUTH SCRAM-SHA-256\r\n"), .. Answer("AUTH SCRAM-SHA-256", $"334 {Base64Of("e=" + Evil)}"), .. Answer("*", "501 no"), .. Farewell]) { Options = ByItself("scram-sha-256") },
        new("235 in place of a challenge", 0, "", "NOOP\n",
            [.. Introduced(Offer), .. Answer("AUTH CRAM-MD5", "235 come in"), .. Answer("NOOP", "250 ok"), .. Farewell]) { Options = ByItself("cram-md5") },
        new("354 in place of a challenge", 1, "auth-without-tls reply-code-unlisted", Login,
            [.. Introduced(Offer), .. Answer("AUTH", "354 go on"), .. Answer("NOOP", "250 ok"), .. Farewell]) { Says = "skipped" },
        new("an echo of the credential", 1, "auth-without-tls", Ehlo + "AUTH PLAIN AHVzZXIAaHVudGVyMnNlY3JldA==\n",
            [.. Introduced(Offer), .. Answer("AUTH", "535 AHVzZXIAaHVudGVyMnNlY3JldA== is wrong, and so is hunter2secret"), .. Farewell]),
        new("a close within AUTH", 5, "auth-without-tls reply-missing", Login,
            [.. Introduced(Offer), .. Answer("AUTH", "334 VXNlcm5hbWU6"), Hear("dXNlcg=="), HangUp()]),
        new("421 within AUTH", 1, "auth-without-tls", Login,
            [.. Introduced(Offer), .. Answer("AUTH", "334 VXNlcm5hbWU6"), .. Answer("dXNlcg==", "421 enough"), HearTheRest()]) { Heard = "EHLO me.example\r\nAUTH LOGIN\r\ndXNlcg==\r\n" },
        new("AUTH offered and then unknown", 1, "auth-without-tls capability-refused", Login,
            [.. Introduced(Offer), .. Answer("AUTH", "502 no such command"), .. Answer("NOOP", "250 ok"), .. Farewell]) { Says = "skipped" },
    ];

    const string Evil = "{\"status\":\"\u001b]0;owned\u0007\u009b31m\u202e\r\n* closed by=server clean=yes\r\nS: 235 ok\"}";

    static string Base64Of(string text) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text));

    // The password comes as the first line of the input.
    static string[] ByItself(string mechanism) => ["--auth", mechanism, "--user", "user", "--password-stdin", "--ehlo", "me.example"];
}
