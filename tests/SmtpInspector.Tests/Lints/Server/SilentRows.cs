using SmtpInspector.Tests.Peers;
using static SmtpInspector.Tests.Lints.Server.Judged;
using static SmtpInspector.Tests.Lints.Server.RfcExamples;

namespace SmtpInspector.Tests.Lints.Server;

/// <summary>Correct conversations, and oddities of widespread servers that break nothing: no error, no warning.</summary>
static class SilentRows
{
    const string Mail = "C: MAIL FROM:<a@example.com>\nS: 250 OK\n";
    const string Rcpt = "C: RCPT TO:<b@example.com>\nS: 250 OK\n";
    const string Content = "Date: Sun, 22 Nov 2026 09:41:07 +0000\nFrom: <a@example.com>\nMessage-ID: <1@example.com>\n\nHello.\n.\n";
    const string Message = "C: DATA\nS: 354 go\n" + Content;
    const string Quit = "C: QUIT\nS: 221 bye\n* closed by=server clean=yes\n";
    const string Tls = "# SMTP transcript 1\ntls: implicit\n\n";

    public static readonly (string Name, string Transcript)[] All =
    [
        ("554 to RCPT for policy", Introduced + Mail + "C: RCPT TO:<b@example.com>\nS: 554 not you\n" + Quit),
        ("451 to RCPT for policy", Introduced + Mail + "C: RCPT TO:<b@example.com>\nS: 451 greylisted\n" + Quit),
        ("554 to DATA for policy", Introduced + Mail + Rcpt + "C: DATA\nS: 554 not you\n" + Quit),
        ("451 to DATA for policy", Introduced + Mail + Rcpt + "C: DATA\nS: 451 later\n" + Quit),
        ("450 to DATA", Introduced + Mail + Rcpt + "C: DATA\nS: 450 later\n" + Quit),
        ("550 after the dot", Introduced + Mail + Rcpt + "C: DATA\nS: 354 go\n" + Content + "S: 550 no\n" + Quit),
        ("504 to MAIL", Introduced + "C: MAIL FROM:<a@example.com>\nS: 504 no\n" + Quit),
        ("an empty challenge", Auth + "C: AUTH PLAIN\nS%: 334 %0D%0A\nC: AGEAYg==\nS: 235 welcome\n" + Quit),
        ("a challenge of 900 octets and its answer", Tls + Ehlo("250 AUTH GSSAPI") + "C: AUTH GSSAPI\nS: 334 " + new string('A', 900) + "\nC: " + new string('B', 900) + "\nS: 235 welcome\n" + Quit),
        ("a greeting of 421", "S: 421 too busy\n* closed by=server\n"),
        ("a greeting of 421 with a domain", "S: 421 mail.example.com too busy\n* closed by=server\n"),
        ("a greeting of 554", "S: 554 no SMTP service here\nC: QUIT\nS: 221 bye\n* closed by=server clean=yes\n"),
        ("a greeting of 554 and 503 to all else", "S: 554 no SMTP service here\nC: EHLO client.example.com\nS: 503 bad sequence of commands\nC: QUIT\nS: 221 bye\n"),
        ("a greeting of 521 and the close", "S: 521 mail.example.com does not accept mail\n* closed by=server\n"),
        ("220 Go ahead after STARTTLS", Ehlo("250 STARTTLS") + "C: STARTTLS\nS: 220 Go ahead\n* tls protocol=\"TLS 1.3\" cipher=x verified=yes\nC: EHLO client.example.com\nS: 250-mail.example.com\nS: 250 SIZE\n" + Quit),
        ("220 Go ahead where enhanced codes are offered", Ehlo("250-ENHANCEDSTATUSCODES", "250 STARTTLS") + "C: STARTTLS\nS: 220 Go ahead\n"),
        ("the old AUTH=", Ehlo("250-AUTH PLAIN LOGIN", "250-AUTH=PLAIN LOGIN", "250 SIZE") + Quit),
        ("SIZE without a value", Ehlo("250 SIZE") + "C: MAIL FROM:<a@example.com> SIZE=999999999\nS: 250 OK\n"),
        ("SIZE 0", Ehlo("250-SIZE 0", "250 HELP") + "C: MAIL FROM:<a@example.com> SIZE=999999999\nS: 250 OK\n"),
        ("SES, to its idle time-out", Tls + "S: [0.1] 220 email-smtp.amazonaws.com ESMTP SimpleEmailService-d-N8DNVJOVF 1hh7w7XwCXyEHPypK4v6\nC: [0.2] EHLO client.example.com\nS: [0.3] 250-email-smtp.amazonaws.com\nS: [0.3] 250-8BITMIME\nS: [0.3] 250-SIZE 10485760\nS: [0.3] 250-AUTH PLAIN LOGIN\nS: [0.3] 250 Ok\nS: [10.3] 451 4.4.2 Timeout waiting for data from client.\n* [10.3] closed by=server clean=no\n"),
        ("SES, a whole message", Tls + "S: 220 email-smtp.amazonaws.com ESMTP SimpleEmailService-d-N8DNVJOVF 1hh7w7XwCXyEHPypK4v6\nC: EHLO client.example.com\nS: 250-email-smtp.amazonaws.com\nS: 250-8BITMIME\nS: 250-SIZE 10485760\nS: 250-AUTH PLAIN LOGIN\nS: 250 Ok\nC: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: QUtJQUlPU0ZPRE5ON0VYQU1QTEU=\nS: 334 UGFzc3dvcmQ6\nC: Qk1YaFVZbHU1WjNnU1hWUU9SeGxWYTdYUGF6OTFhR1dkZkh4dmtPWmRXWjI=\nS: 235 Authentication successful.\nC: MAIL FROM:<test@ses-example.com>\nS: 250 Ok\nC: RCPT TO:<success@simulator.amazonses.com>\nS: 250 Ok\nC: DATA\nS: 354 End data with <CR><LF>.<CR><LF>\n" + Content + "S: 250 Ok 0000012345678e09-123a4cdc-b56c-78dd-b90e-d123be456789-000000\nC: QUIT\nS: 221 Bye\n"),
        ("two spaces after the enhanced code", Enhanced + "C: MAIL FROM:<a@example.com>\nS: 250 2.1.0  OK d2e1a72fcca58 - gsmtp\n"),
        ("Gmail", Tls + "S: 220 smtp.gmail.com ESMTP d2e1a72fcca58-7242a8 - gsmtp\nC: EHLO client.example.com\nS: 250-smtp.gmail.com at your service, [203.0.113.5]\nS: 250-SIZE 35882577\nS: 250-8BITMIME\nS: 250-AUTH LOGIN PLAIN XOAUTH2 PLAIN-CLIENTTOKEN OAUTHBEARER XOAUTH\nS: 250-ENHANCEDSTATUSCODES\nS: 250-PIPELINING\nS: 250-CHUNKING\nS: 250 SMTPUTF8\nC: AUTH PLAIN AGEAYg==\nS: 535-5.7.8 Username and Password not accepted. For more information, go to\nS: 535 5.7.8  https://support.google.com/mail/?p=BadCredentials d2e1a72fcca58 - gsmtp\nC: QUIT\nS: 221 2.0.0 closing connection d2e1a72fcca58 - gsmtp\n"),
        ("VRFY, HELP and NOOP before EHLO", Greeted + "C: VRFY postmaster\nS: 252 perhaps\nC: HELP\nS: 214 help yourself\nC: NOOP\nS: 250 OK\n" + Quit),
        ("RSET and EXPN before EHLO", Greeted + "C: RSET\nS: 250 OK\nC: EXPN staff\nS: 550 no\n" + Quit),
        ("QUIT with a trailing space", Introduced + "C%: QUIT %0D%0A\nS: 221 bye\n"),
        ("BDAT in a pipelined group", Ehlo("250-PIPELINING", "250 CHUNKING") + "C: MAIL FROM:<a@example.com>\nC: RCPT TO:<b@example.com>\nC: BDAT 7\nC: Hello\nC: BDAT 0 LAST\nS: 250 OK\nS: 250 OK\nS: 250 OK\nS: 250 OK\n" + Quit),
        ("AUTH PLAIN with initial response in a pipelined group", Tls + Ehlo("250-PIPELINING", "250 AUTH PLAIN") + "C: AUTH PLAIN AGEAYg==\nC: MAIL FROM:<a@example.com>\nC: RCPT TO:<b@example.com>\nS: 235 welcome\nS: 250 OK\nS: 250 OK\n" + Quit),
        ("content that begins a group", Ehlo("250 PIPELINING") + "C: MAIL FROM:<a@example.com>\nC: RCPT TO:<b@example.com>\nC: DATA\nS: 250 OK\nS: 250 OK\nS: 354 go\n" + Content + "C: MAIL FROM:<a@example.com>\nC: RCPT TO:<b@example.com>\nC: DATA\nS: 250 accepted\nS: 250 OK\nS: 250 OK\nS: 354 go\n" + Content + "S: 250 accepted\n" + Quit),
        ("content without any header field", Introduced + Mail + Rcpt + "C: DATA\nS: 354 go\nBlah blah blah...\n...etc.\n.\nS: 250 OK\n" + Quit),
        ("RFC 5321 D.1", Transcript("rfc5321-d1")),
        ("RFC 5321 D.2", Transcript("rfc5321-d2")),
        ("RFC 5321 D.3, step 1", Transcript("rfc5321-d3-to-relay")),
        ("RFC 5321 D.3, step 2", Transcript("rfc5321-d3-to-destination")),
        ("RFC 5321 D.4", Transcript("rfc5321-d4")),
        ("verbs and keywords in lower case", Greeted + "C: ehlo client.example.com\nS: 250-mail.example.com\nS: 250-size 1000\nS: 250 8bitmime\nC: mail from:<a@example.com> size=10 body=8bitmime\nS: 250 ok\nC: rcpt to:<b@example.com>\nS: 250 ok\nC: rset\nS: 250 ok\nC: quit\nS: 221 bye\n"),
        ("verbs and keywords in mixed case", Greeted + "C: eHlO client.example.com\nS: 250-mail.example.com\nS: 250-Size 1000\nS: 250 StartTls\nC: Mail From:<a@example.com> Size=10\nS: 250 ok\nC: Rcpt To:<b@example.com>\nS: 250 ok\nC: Quit\nS: 221 bye\n"),
        ("a null reverse-path", Introduced + "C: MAIL FROM:<>\nS: 250 OK\n" + Rcpt + Quit),
        ("Postmaster without a domain", Introduced + Mail + "C: RCPT TO:<Postmaster>\nS: 250 OK\n" + Quit),
        ("251 to RCPT", Introduced + Mail + "C: RCPT TO:<b@example.com>\nS: 251 will forward to <c@example.com>\n" + Quit),
        ("a bare 250", Introduced + "C: MAIL FROM:<a@example.com>\nS: 250\n" + Quit),
        ("354 without text", Introduced + Mail + Rcpt + "C: DATA\nS: 354\n" + Content + "S: 250\n" + Quit),
        ("a greeting of several lines", "S: 220-mail.example.com ESMTP Exim 4.96 #2 Sun, 22 Nov 2026 09:41:07 +0000\nS: 220-We do not authorize the use of this system to transport unsolicited,\nS: 220 and/or bulk e-mail.\nC: QUIT\nS: 221 mail.example.com closing connection\n"),
        ("a masked greeting line behind the name", "S: 220 mail.example.com ***********\nC: QUIT\nS: 221 bye\n"),
        ("Exchange", "S: 220 EX01.corp.example.com Microsoft ESMTP MAIL Service ready at Sun, 22 Nov 2026 09:41:07 +0000\nC: EHLO client.example.com\nS: 250-EX01.corp.example.com Hello [192.0.2.7]\nS: 250-SIZE 37748736\nS: 250-PIPELINING\nS: 250-DSN\nS: 250-ENHANCEDSTATUSCODES\nS: 250-STARTTLS\nS: 250-X-ANONYMOUSTLS\nS: 250-AUTH NTLM\nS: 250-X-EXPS GSSAPI NTLM\nS: 250-8BITMIME\nS: 250-BINARYMIME\nS: 250-CHUNKING\nS: 250 XRDST\nC: MAIL FROM:<a@example.com>\nS: 250 2.1.0 Sender OK\nC: RCPT TO:<b@example.com>\nS: 250 2.1.5 Recipient OK\nC: DATA\nS: 354 Start mail input; end with <CRLF>.<CRLF>\n" + Content + "S: 250 2.6.0 <1@example.com> [InternalId=12345] Queued mail for delivery\nC: QUIT\nS: 221 2.0.0 Service closing transmission channel\n"),
        ("Postfix", "S: 220 mail.example.com ESMTP Postfix (Debian/GNU)\nC: EHLO client.example.com\nS: 250-mail.example.com\nS: 250-PIPELINING\nS: 250-SIZE 10240000\nS: 250-VRFY\nS: 250-ETRN\nS: 250-STARTTLS\nS: 250-AUTH PLAIN LOGIN\nS: 250-AUTH=PLAIN LOGIN\nS: 250-ENHANCEDSTATUSCODES\nS: 250-8BITMIME\nS: 250-DSN\nS: 250-SMTPUTF8\nS: 250-CHUNKING\nS: 250 XCLIENT NAME ADDR PROTO HELO\nC: VRFY postmaster\nS: 252 2.0.0 postmaster\nC: MAIL FROM:<a@example.com>\nS: 250 2.1.0 Ok\nC: RCPT TO:<nobody@example.com>\nS: 550 5.1.1 <nobody@example.com>: Recipient address rejected: User unknown in local recipient table\nC: QUIT\nS: 221 2.0.0 Bye\n* closed by=server clean=yes\n"),
        ("Exim", "S: 220 mail.example.com ESMTP Exim 4.98 Sun, 22 Nov 2026 09:41:07 +0000\nC: EHLO client.example.com\nS: 250-mail.example.com Hello client.example.com [192.0.2.7]\nS: 250-SIZE 52428800\nS: 250-LIMITS MAILMAX=1000 RCPTMAX=50000\nS: 250-8BITMIME\nS: 250-PIPELINING\nS: 250-PIPECONNECT\nS: 250-CHUNKING\nS: 250-STARTTLS\nS: 250-PRDR\nS: 250 HELP\nC: HELP\nS: 214-Commands supported:\nS: 214 AUTH STARTTLS HELO EHLO MAIL RCPT DATA BDAT NOOP QUIT RSET HELP VRFY\nC: QUIT\nS: 221 mail.example.com closing connection\n"),
        ("sendmail", "S: 220 mail.example.com ESMTP Sendmail 8.17.1/8.17.1; Sun, 22 Nov 2026 09:41:07 GMT\nC: EHLO client.example.com\nS: 250-mail.example.com Hello client.example.com [192.0.2.7], pleased to meet you\nS: 250-ENHANCEDSTATUSCODES\nS: 250-PIPELINING\nS: 250-EXPN\nS: 250-VERB\nS: 250-8BITMIME\nS: 250-SIZE\nS: 250-DSN\nS: 250-ETRN\nS: 250-DELIVERBY\nS: 250 HELP\nC: HELP\nS: 214-2.0.0 This is sendmail version 8.17.1\nS: 214-2.0.0 Topics:\nS: 214 2.0.0 End of HELP info\nC: EXPN staff\nS: 550 5.1.1 staff... User unknown\nC: ETRN example.com\nS: 250 2.0.0 Queuing for node example.com started\nC: QUIT\nS: 221 2.0.0 mail.example.com closing connection\n"),
        ("qmail", "S: 220 mail.example.com ESMTP\nC: EHLO client.example.com\nS: 250-mail.example.com\nS: 250-PIPELINING\nS: 250 8BITMIME\nC: MAIL FROM:<a@example.com>\nS: 250 ok\nC: RCPT TO:<b@example.com>\nS: 250 ok\nC: DATA\nS: 354 go ahead\n" + Content + "S: 250 ok 1700000000 qp 12345\nC: VRFY b\nS: 252 send some mail, i'll try my best\nC: HELP\nS: 214 qmail home page: https://cr.yp.to/qmail.html\nC: QUIT\nS: 221 mail.example.com\n"),
        ("530 before AUTH", Introduced + "C: MAIL FROM:<a@example.com>\nS: 530 5.7.0 Authentication Required\n" + Quit),
        ("530 before TLS", Ehlo("250 STARTTLS") + "C: MAIL FROM:<a@example.com>\nS: 530 Must issue a STARTTLS command first\n" + Quit),
        ("421 in mid-session", Introduced + Mail + "S: 421 shutting down\n* closed by=server\n"),
        ("421 to a command", Introduced + "C: NOOP\nS: 421 shutting down\n* closed by=server\n"),
        ("421 while commands are outstanding", Ehlo("250 PIPELINING") + "C: MAIL FROM:<a@example.com>\nC: RCPT TO:<b@example.com>\nS: 421 shutting down\n* closed by=server\n"),
        ("an excerpt that begins with a reply", "S: 250 OK\nC: QUIT\nS: 221 bye\n"),
        ("an excerpt that begins with a challenge", "S: 334 VXNlcm5hbWU6\nC: YQ==\nS: 334 UGFzc3dvcmQ6\nC: Yg==\nS: 235 welcome\n" + Quit),
        ("an excerpt that begins with an empty challenge", "S: 334 \nC: AGEAYg==\nS: 235 welcome\n" + Quit),
        ("an excerpt that begins with 354", "S: 354 go\nC: Hello.\nC: .\nS: 250 OK\n" + Quit),
        ("an excerpt that begins with 354, and content without markers", "S: 354 go\n" + Content + "S: 250 OK\n" + Quit),
        ("an excerpt that begins with STARTTLS", "C: STARTTLS\nS: 220 Go ahead\nC: EHLO client.example.com\nS: 250-mail.example.com\nS: 250 SIZE\n" + Quit),
        ("HELO with a reply of prose", Greeted + "C: HELO client.example.com\nS: 250-mail.example.com Hello client.example.com\nS: 250 pleased to meet you\n" + Quit),
        ("LMTP with a reply for each recipient", "S: 220 mail.example.com LMTP Postfix\nC: LHLO client.example.com\nS: 250-mail.example.com\nS: 250 PIPELINING\n" + Mail + Rcpt + "C: RCPT TO:<c@example.com>\nS: 250 OK\n" + Message + "S: 250 delivered\nS: 452 mailbox full\n" + Quit),
        ("QUIT before EHLO", Greeted + Quit),
        ("RFC 3207's example", Rfc3207),
        ("RFC 2034's example", Rfc2034),
    ];

    static string Transcript(string name) => File.ReadAllText(Path.Combine(Repository.Folder, "transcripts", name + ".smtp"));

    static string Ehlo(params string[] lines) =>
        Greeted + "C: EHLO client.example.com\nS: 250-mail.example.com\n" + string.Concat(lines.Select(line => $"S: {line}\n"));
}
