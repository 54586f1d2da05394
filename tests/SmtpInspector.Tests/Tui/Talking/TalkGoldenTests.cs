namespace SmtpInspector.Tests.Tui.Talking;

/// <summary>How a conversation looks.</summary>
public class TalkGoldenTests
{
    const string Transcript = """
        # SMTP transcript 1
        peer: mail.example.org:587
        tls: none

        S: 220 mail.example.org ESMTP
        C: EHLO client.example
        S: 250-mail.example.org
        S: 250-SIZE 10240000
        S: 250-ENHANCEDSTATUSCODES
        S: 250 8BITMIME
        C: MAIL FROM:<a@client.example> SIZE=1200
        S: 250 ok
        C: RCPT TO: <nobody@example.org>
        S: 550 5.1.1 <nobody@example.org>: no such user
        C: RCPT TO:<b@example.org>
        S: 451 4.3.0 try again later

        """;

    [Theory, MemberData(nameof(Goldens.Variants), MemberType = typeof(Goldens))]
    public void A_conversation(string variant) => Goldens.Assert("conversation", variant, ScreenHarness.Talking(Transcript).Type("RCPT TO:<c@"));
}
