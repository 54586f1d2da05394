using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Judgement;

namespace SmtpInspector.Tests.Practice;

/// <summary>The SES profile, as conversations: what Amazon documents, what its users' transcripts show, and the RFCs where neither speaks.</summary>
public class SesProfileTests
{
    const string Greeting = "S: 220 email-smtp.amazonaws.com ESMTP SimpleEmailService-d-* *\n";

    const string Hello = """
        C: EHLO client.example.com
        S: 250-email-smtp.amazonaws.com
        S: 250-8BITMIME
        S: 250-SIZE 10485760
        S: 250-AUTH PLAIN LOGIN
        S: 250 Ok

        """;

    const string Transaction = """
        C: MAIL FROM:<test@ses-example.com>
        S: 250 Ok
        C: RCPT TO:<success@simulator.amazonses.com>
        S: 250 Ok
        C: DATA
        S: 354 End data with <CR><LF>.<CR><LF>

        """;

    /// <summary>A title, and a conversation inside TLS that begins with the greeting.</summary>
    public static TheoryData<string, string> InsideTls => new()
    {
        { "the documented session", Hello + """
            C: AUTH LOGIN
            S: 334 VXNlcm5hbWU6
            C: {b64:{user}}
            S: 334 UGFzc3dvcmQ6
            C: {b64:{password}}
            S: 235 Authentication successful.

            """ + Transaction + """
            C: Subject: hello
            C:
            C: hello
            C: .
            S: 250 Ok 0000????????????-????????-????-????-????-????????????-000000
            C: QUIT
            S: 221 Bye
            * closed
            """.Replace("?", "*", StringComparison.Ordinal) },
        { "PLAIN without an initial response", Hello + "C: AUTH PLAIN\nS: 334 \nC: {plain}\nS: 235 Authentication successful." },
        { "PLAIN with an initial response", Hello + "C: AUTH PLAIN {plain}\nS: 235 Authentication successful." },
        { "PLAIN with the user as authorization identity", Hello + "C: AUTH PLAIN {b64:{user}\\0{user}\\0{password}}\nS: 235 Authentication successful." },
        { "PLAIN with another authorization identity", Hello + "C: AUTH PLAIN {b64:root\\0{user}\\0{password}}\nS: 535 Authentication Credentials Invalid" },
        { "LOGIN with the user name as initial response", Hello + "C: AUTH LOGIN {b64:{user}}\nS: 334 UGFzc3dvcmQ6\nC: {b64:{password}}\nS: 235 Authentication successful." },
        { "mechanisms in any case", Hello + "C: auth plain {plain}\nS: 235 Authentication successful." },
        { "the raw secret key", Hello + "C: AUTH PLAIN {b64:\\0{user}\\0{secret}}\nS: 535 Authentication Credentials Invalid" },
        { "a wrong password", Hello + "C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: {b64:{user}}\nS: 334 UGFzc3dvcmQ6\nC: {b64:guess}\nS: 535 Authentication Credentials Invalid\nC: NOOP\nS: 250 Ok" },
        { "a user name with the newline of echo", Hello + "C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: {b64:{user}\\n}\nS: 334 UGFzc3dvcmQ6\nC: {b64:{password}}\nS: 535 Authentication Credentials Invalid" },
        { "a PLAIN message without NUL", Hello + "C: AUTH PLAIN {b64:{user}:{password}}\nS: 535 Authentication Credentials Invalid" },
        { "an empty initial response", Hello + "C: AUTH PLAIN =\nS: 535 Authentication Credentials Invalid" },
        { "a cancelled exchange", Hello + "C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: *\nS: 501 Authentication cancelled\nC: NOOP\nS: 250 Ok" },
        { "an answer that is not base64", Hello + "C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: alice!\nS: 501 Cannot decode the response: not base64\nC: NOOP\nS: 250 Ok" },
        { "an answer without its padding", Hello + "C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: YQ\nS: 501 Cannot decode the response: not base64" },
        { "an initial response that is not base64", Hello + "C: AUTH PLAIN !\nS: 501 Cannot decode the response: not base64" },
        { "a mechanism that is not on offer", Hello + "C: AUTH CRAM-MD5\nS: 504 Unrecognized authentication type" },
        { "AUTH without a mechanism", Hello + "C: AUTH\nS: 501 Syntax: AUTH mechanism [initial-response]" },
        { "AUTH before EHLO", "C: AUTH PLAIN {plain}\nS: 503 Send EHLO first" },
        { "AUTH twice", "* login\nC: AUTH PLAIN {plain}\nS: 503 Already authenticated" },
        { "MAIL before AUTH", Hello + "C: MAIL FROM:<test@ses-example.com>\nS: 530 Authentication required" },
        { "MAIL before EHLO", "C: MAIL FROM:<test@ses-example.com>\nS: 530 Authentication required" },
        { "RCPT, DATA, VRFY, EXPN, HELP before AUTH", "C: RCPT TO:<a@b>\nS: 530 Authentication required\nC: DATA\nS: 530 Authentication required\nC: VRFY a\nS: 530 Authentication required\nC: EXPN a\nS: 530 Authentication required\nC: HELP\nS: 530 Authentication required" },
        { "NOOP, RSET, QUIT at any time", "C: NOOP\nS: 250 Ok\nC: NOOP and more\nS: 250 Ok\nC: RSET\nS: 250 Ok\nC: QUIT\nS: 221 Bye\n* closed" },
        { "trailing white space", "C: RSET \nS: 250 Ok\nC: QUIT \nS: 221 Bye\n* closed" },
        { "STARTTLS inside TLS", "C: STARTTLS\nS: 503 TLS is already active" },
        { "HELO", "C: HELO client.example.com\nS: 250 email-smtp.amazonaws.com" },
        { "EHLO and HELO without a name", "C: EHLO\nS: 501 Syntax: EHLO hostname\nC: HELO\nS: 501 Syntax: HELO hostname" },
        { "EHLO with octets over 127", "C: EHLO \u00fc.example\nS: 501 Syntax: EHLO hostname" },
        { "an unknown command", "C: HELLO\nS: 500 Command not recognized" },
        { "an empty line", "C:\nS: 500 Command not recognized" },
        { "arguments where none belong", "* login\nC: RSET now\nS: 501 Syntax: RSET takes no argument\nC: QUIT now\nS: 501 Syntax: QUIT takes no argument\n* open" },
        { "VRFY, EXPN, HELP", "* login\nC: VRFY someone\nS: 252 *\nC: VRFY\nS: 501 Syntax: VRFY address\nC: EXPN list\nS: 502 Command not implemented\nC: HELP\nS: 214 *" },
        { "extensions that are not offered", "* login\nC: BDAT 3 LAST\nS: 502 Command not implemented\nC: ETRN example.com\nS: 502 Command not implemented" },
        { "MAIL without brackets and with a space, as the developer guide writes it", "* login\nC: MAIL FROM: test@ses-example.com\nS: 250 Ok\nC: RCPT TO: success@simulator.amazonses.com\nS: 250 Ok" },
        { "MAIL with parameters", "* login\nC: mail from:<test@ses-example.com> size=100 body=8bitmime AUTH=<>\nS: 250 Ok" },
        { "the null reverse-path", "* login\nC: MAIL FROM:<>\nS: 250 Ok" },
        { "a source route", "* login\nC: MAIL FROM:<@a.example,@b.example:test@ses-example.com>\nS: 250 Ok" },
        { "a quoted local-part", "* login\nC: MAIL FROM:<\"a > b\"@ses-example.com>\nS: 250 Ok" },
        { "MAIL that is no MAIL FROM", "* login\nC: MAIL test@ses-example.com\nS: 501 Syntax: MAIL FROM:<address>\nC: MAIL FROM:\nS: 501 Syntax: MAIL FROM:<address>\nC: MAIL FROM:<test@ses-example.com\nS: 501 Syntax: MAIL FROM:<address>\nC: MAIL FROM:<a@b.example>SIZE=1\nS: 501 Syntax: MAIL FROM:<address>" },
        { "a sender that is no mailbox", "* login\nC: MAIL FROM:<test>\nS: 553 <test> Invalid email address\nC: MAIL FROM:<a b@ses-example.com>\nS: 553 <a b@ses-example.com> Invalid email address\nC: MAIL FROM:<a@b..example>\nS: 553 <a@b..example> Invalid email address" },
        { "an address that is not ASCII", "* login\nC: MAIL FROM:<\u00fc@ses-example.com>\nS: 501 Syntax: MAIL FROM:<address>" },
        { "an unknown parameter", "* login\nC: MAIL FROM:<test@ses-example.com> RET=HDRS\nS: 555 MAIL parameter not recognized\nC: MAIL FROM:<test@ses-example.com>\nS: 250 Ok\nC: RCPT TO:<a@b.example> NOTIFY=NEVER\nS: 555 RCPT parameter not recognized" },
        { "bad parameter values", "* login\nC: MAIL FROM:<test@ses-example.com> SIZE=ten\nS: 501 Syntax error in a MAIL parameter\nC: MAIL FROM:<test@ses-example.com> BODY=BINARYMIME\nS: 501 Syntax error in a MAIL parameter\nC: MAIL FROM:<test@ses-example.com> SIZE=1 SIZE=2\nS: 501 Syntax error in a MAIL parameter" },
        { "a declared size over the limit", "* login\nC: MAIL FROM:<test@ses-example.com> SIZE=10485760\nS: 250 Ok\nC: RSET\nS: 250 Ok\nC: MAIL FROM:<test@ses-example.com> SIZE=10485761\nS: 552 Message is too long.\nC: MAIL FROM:<test@ses-example.com> SIZE=99999999999999999999\nS: 552 Message is too long." },
        { "MAIL twice", "* login\nC: MAIL FROM:<test@ses-example.com>\nS: 250 Ok\nC: MAIL FROM:<test@ses-example.com>\nS: 503 Sender already specified" },
        { "AUTH during a transaction is refused as the second one", "* login\nC: MAIL FROM:<test@ses-example.com>\nS: 250 Ok\nC: AUTH PLAIN {plain}\nS: 503 Already authenticated" },
        { "RCPT without MAIL, DATA without MAIL or RCPT", "* login\nC: RCPT TO:<a@ses-example.com>\nS: 503 Need MAIL command first\nC: DATA\nS: 503 Need MAIL command first\nC: MAIL FROM:<test@ses-example.com>\nS: 250 Ok\nC: DATA\nS: 503 Need RCPT command first" },
        { "DATA with an argument", "* login\nC: MAIL FROM:<test@ses-example.com>\nS: 250 Ok\nC: RCPT TO:<a@ses-example.com>\nS: 250 Ok\nC: DATA now\nS: 501 Syntax: DATA takes no argument" },
        { "RCPT syntax", "* login\nC: MAIL FROM:<test@ses-example.com>\nS: 250 Ok\nC: RCPT <a@b.example>\nS: 501 Syntax: RCPT TO:<address>\nC: RCPT TO:<a>\nS: 553 <a> address unknown\nC: RCPT TO:<>\nS: 553 <> address unknown\nC: RCPT TO:<Postmaster>\nS: 250 Ok" },
        { "RSET, EHLO and HELO forget the transaction", "* login\nC: MAIL FROM:<test@ses-example.com>\nS: 250 Ok\nC: RSET\nS: 250 Ok\nC: MAIL FROM:<test@ses-example.com>\nS: 250 Ok\nC: HELO again.example\nS: 250 email-smtp.amazonaws.com\nC: RCPT TO:<a@b.example>\nS: 503 Need MAIL command first" },
        { "a second message", "* login\n" + Transaction + "C: .\nS: 250 Ok *\n" + Transaction + "C: .\nS: 250 Ok *" },
        { "an unverified sender", "* login\nC: MAIL FROM:<me@example.com>\nS: 250 Ok\nC: RCPT TO:<success@simulator.amazonses.com>\nS: 250 Ok\nC: DATA\nS: 354 *\nC: .\nS: 554 Message rejected: Email address is not verified. The following identities failed the check in region US-EAST-1: me@example.com\nC: MAIL FROM:<test@ses-example.com>\nS: 250 Ok" },
        { "unverified recipients", "* login\nC: MAIL FROM:<me@example.com>\nS: 250 Ok\nC: RCPT TO:<you@example.net>\nS: 250 Ok\nC: RCPT TO:<other@ses-example.com>\nS: 250 Ok\nC: RCPT TO:<YOU@example.net>\nS: 250 Ok\nC: DATA\nS: 354 *\nC: .\nS: 554 Message rejected: Email address is not verified. The following identities failed the check in region US-EAST-1: me@example.com, you@example.net" },
        { "the null reverse-path is not verified", "* login\nC: MAIL FROM:<>\nS: 250 Ok\nC: RCPT TO:<success@simulator.amazonses.com>\nS: 250 Ok\nC: DATA\nS: 354 *\nC: .\nS: 554 *: <>" },
        { "the idle time-out", "* idle\nS: 451 4.4.2 Timeout waiting for data from client.\n* closed" },
        { "the idle time-out in content", "* login\n" + Transaction + "C: half a message\n* idle\nS: 451 4.4.2 Timeout waiting for data from client.\n* closed" },
        { "too many connections, on demand", "C: EHLO too-many-connections.fault.example\nS: 421 Too many concurrent SMTP connections\n* closed" },
        { "temporary authentication failure", Hello + "C: AUTH PLAIN {b64:\\0auth-failure@fault.example\\0x}\nS: 454 Temporary authentication failure\nC: AUTH PLAIN {plain}\nS: 235 *" },
        { "temporary service failure at LOGIN", Hello + "C: AUTH LOGIN {b64:auth-service-failure@fault.example}\nS: 334 UGFzc3dvcmQ6\nC: {b64:x}\nS: 454 Temporary service failure" },
        { "account not subscribed", Hello + "C: AUTH PLAIN {b64:\\0not-subscribed@fault.example\\0x}\nS: 535 Account not subscribed to SES" },
    };

    /// <summary>A title, the fault's recipient, and the verdict on a message to it.</summary>
    public static TheoryData<string, string> Verdicts => new()
    {
        { "daily-quota@fault.example", "454 Throttling failure: Daily message quota exceeded" },
        { "sending-rate+label@fault.example", "454 Throttling failure: Maximum sending rate exceeded" },
        { "service-failure@FAULT.example", "451 Temporary service failure" },
        { "access-denied@fault.example", "554 Access denied: User arn:aws:iam::123456789012:user/practice is not authorized to perform ses:SendRawEmail on resource arn:aws:ses:us-east-1:123456789012:identity/test@ses-example.com" },
        { "success@simulator.amazonses.com", "250 Ok *" },
        { "bounce@simulator.amazonses.com", "250 Ok *" },
        { "complaint@simulator.amazonses.com", "250 Ok *" },
        { "ooto@simulator.amazonses.com", "250 Ok *" },
        { "suppressionlist@simulator.amazonses.com", "250 Ok *" },
        { "bounce+label1@simulator.amazonses.com", "250 Ok *" },
        { "Success@Simulator.AmazonSES.com", "250 Ok *" },
        { "someone@ses-example.com", "250 Ok *" },
        { "someone@mail.ses-example.com", "250 Ok *" },
        { "someone@notses-example.com", "554 Message rejected: *: someone@notses-example.com" },
        { "nobody@simulator.amazonses.com", "554 Message rejected: *: nobody@simulator.amazonses.com" },
        { "Postmaster", "554 Message rejected: *: Postmaster" },
    };

    /// <summary>Conversations on the port with STARTTLS, from the first EHLO.</summary>
    public static TheoryData<string, string> OnTheStartTlsPort => new()
    {
        { "EHLO before and after TLS", """
            C: EHLO client.example.com
            S: 250-email-smtp.amazonaws.com
            S: 250-8BITMIME
            S: 250-SIZE 10485760
            S: 250-STARTTLS
            S: 250-AUTH PLAIN LOGIN
            S: 250 Ok
            C: STARTTLS
            S: 220 Ready to start TLS
            * tls

            """ + Hello + "C: AUTH PLAIN {plain}\nS: 235 Authentication successful." },
        { "everything but NOOP, EHLO, STARTTLS and QUIT before TLS", "C: HELO a.example\nS: 530 Must issue a STARTTLS command first\nC: AUTH PLAIN {plain}\nS: 530 Must issue a STARTTLS command first\nC: MAIL FROM:<a@b.example>\nS: 530 Must issue a STARTTLS command first\nC: RCPT TO:<a@b.example>\nS: 530 Must issue a STARTTLS command first\nC: DATA\nS: 530 Must issue a STARTTLS command first\nC: RSET\nS: 530 Must issue a STARTTLS command first\nC: VRFY a\nS: 530 Must issue a STARTTLS command first\nC: HELP\nS: 530 Must issue a STARTTLS command first\nC: NOOP\nS: 250 Ok\nC: QUIT\nS: 221 Bye\n* closed" },
        { "what was said in the clear is forgotten", "C: EHLO client.example.com\nS: 250-*\nS: 250-*\nS: 250-*\nS: 250-*\nS: 250-*\nS: 250 Ok\nC: STARTTLS\nS: 220 *\n* tls\nC: AUTH PLAIN {plain}\nS: 503 Send EHLO first\nC: STARTTLS\nS: 503 TLS is already active" },
        { "STARTTLS with an argument", "C: STARTTLS now\nS: 501 Syntax: STARTTLS takes no argument" },
        { "STARTTLS refused for now, on demand", "C: EHLO tls-unavailable.fault.example\nS: 250-*\nS: 250-*\nS: 250-*\nS: 250-*\nS: 250-*\nS: 250 Ok\nC: STARTTLS\nS: 454 TLS not available due to temporary reason\n* open" },
    };

    [Theory, MemberData(nameof(InsideTls))]
    public void The_profile_answers_inside_tls(string title, string conversation)
    {
        Assert.NotEmpty(title);
        using var dialogue = new PracticeDialogue();
        dialogue.Play(Greeting + conversation);
        TheJudgeBlamesNothingOnTheServer(dialogue, implicitTls: true);
    }

    [Theory, MemberData(nameof(OnTheStartTlsPort))]
    public void The_profile_answers_where_tls_comes_with_starttls(string title, string conversation)
    {
        Assert.NotEmpty(title);
        using var dialogue = new PracticeDialogue(implicitTls: false);
        dialogue.Play(Greeting + conversation);
        TheJudgeBlamesNothingOnTheServer(dialogue, implicitTls: false);
    }

    [Theory, MemberData(nameof(Verdicts))]
    public void The_recipient_decides_the_verdict_on_the_message(string recipient, string verdict)
    {
        using var dialogue = new PracticeDialogue();
        dialogue.LogIn();
        dialogue.Play($"C: MAIL FROM:<test@ses-example.com>\nS: 250 Ok\nC: RCPT TO:<{recipient}>\nS: 250 Ok\nC: DATA\nS: 354 *\nC: hello\nC: .\nS: {verdict}");
        TheJudgeBlamesNothingOnTheServer(dialogue, implicitTls: true);
    }

    /// <summary>The program's own judge, on what the practice server said: information at most.</summary>
    static void TheJudgeBlamesNothingOnTheServer(PracticeDialogue dialogue, bool implicitTls)
    {
        var judge = new ConversationJudge(SessionState.Start(implicitTls));
        var entries = new List<Entry>();
        foreach (var happened in dialogue.Events)
        {
            entries.AddRange(judge.Apply(happened));
        }

        entries.AddRange(judge.Finish());
        Assert.Contains(entries, entry => entry is Entry.Reply);
        Assert.Empty(
            from entry in entries
            where entry is Entry.Reply or Entry.Closed
            from finding in entry.Findings
            where finding.Severity != Severity.Info
            select $"{finding.Rule}: {finding.Message}");
    }
}
