namespace SmtpInspector.Tests.Lints.Client;

public class MustStaySilentTests
{
    /// <summary>Conversations that are right, so that the client's side has neither error nor warning.</summary>
    public static TheoryData<string, string> Conversations => new()
    {
        {
            "RFC 5321 D.1, a typical transaction",
            """
            S: 220 foo.com Simple Mail Transfer Service Ready
            C: EHLO bar.com
            S: 250-foo.com greets bar.com
            S: 250-8BITMIME
            S: 250-SIZE
            S: 250-DSN
            S: 250 HELP
            C: MAIL FROM:<Smith@bar.com>
            S: 250 OK
            C: RCPT TO:<Jones@foo.com>
            S: 250 OK
            C: RCPT TO:<Green@foo.com>
            S: 550 No such user here
            C: RCPT TO:<Brown@foo.com>
            S: 250 OK
            C: DATA
            S: 354 Start mail input; end with <CRLF>.<CRLF>
            C: Blah blah blah...
            C: ...etc. etc. etc.
            C: .
            S: 250 OK
            C: QUIT
            S: 221 foo.com Service closing transmission channel
            """
        },
        {
            "RFC 5321 D.2, an aborted transaction",
            """
            S: 220 foo.com Simple Mail Transfer Service Ready
            C: EHLO bar.com
            S: 250-foo.com greets bar.com
            S: 250-8BITMIME
            S: 250-SIZE
            S: 250-DSN
            S: 250 HELP
            C: MAIL FROM:<Smith@bar.com>
            S: 250 OK
            C: RCPT TO:<Jones@foo.com>
            S: 250 OK
            C: RCPT TO:<Green@foo.com>
            S: 550 No such user here
            C: RSET
            S: 250 OK
            C: QUIT
            S: 221 foo.com Service closing transmission channel
            """
        },
        {
            "RFC 5321 D.4, VRFY before the transaction",
            """
            S: 220 foo.com Simple Mail Transfer Service Ready
            C: EHLO bar.com
            S: 250-foo.com greets bar.com
            S: 250-8BITMIME
            S: 250-SIZE
            S: 250-DSN
            S: 250-VRFY
            S: 250 HELP
            C: VRFY Crispin
            S: 250 Mark Crispin <Admin.MRC@foo.com>
            C: MAIL FROM:<EAK@bar.com>
            S: 250 OK
            C: RCPT TO:<Admin.MRC@foo.com>
            S: 250 OK
            C: DATA
            S: 354 Start mail input; end with <CRLF>.<CRLF>
            C: Blah blah blah...
            C: .
            S: 250 OK
            C: QUIT
            S: 221 foo.com Service closing transmission channel
            """
        },
        {
            "SES, AUTH LOGIN and two messages",
            """
            S: 220 email-smtp.amazonaws.com ESMTP SimpleEmailService-d-N8DNVJOVF 1hh7w7XwCXyEHPypK4v6
            C: EHLO client.example.com
            S: 250-email-smtp.amazonaws.com
            S: 250-8BITMIME
            S: 250-SIZE 10485760
            S: 250-AUTH PLAIN LOGIN
            S: 250 Ok
            C: AUTH LOGIN
            S: 334 VXNlcm5hbWU6
            C: QUtJQTEyMzQ1Njc4OTBBQkNERUY=
            S: 334 UGFzc3dvcmQ6
            C: Qk1YaFVZbHU1WjNnU1hWUU9SeGxWYTdYUGF6OTFhR1dkZkh4dmtPWmRXWjI=
            S: 235 Authentication successful.
            C: MAIL FROM:<test@ses-example.com>
            S: 250 Ok
            C: RCPT TO:<success@simulator.amazonses.com>
            S: 250 Ok
            C: DATA
            S: 354 End data with <CR><LF>.<CR><LF>
            C: Subject: x
            C:
            C: .
            S: 250 Ok 0000012345678e09-123a4cdc-b56c-78dd-b90e-d123be456789-000000
            C: MAIL FROM:<test@ses-example.com>
            S: 250 Ok
            C: QUIT
            S: 221 Bye
            """
        },
        {
            "NOOP, HELP, VRFY, EXPN, RSET before EHLO",
            """
            S: 220 foo.com
            C: NOOP
            S: 250 OK
            C: HELP
            S: 214 RFC 5321
            C: VRFY postmaster
            S: 252 OK
            C: EXPN staff
            S: 502 no
            C: RSET
            S: 250 OK
            C: QUIT 
            S: 221 bye
            """
        },
        {
            "STARTTLS, and EHLO again",
            """
            S: 220 foo.com
            C: EHLO bar.com
            S: 250-foo.com
            S: 250 STARTTLS
            C: STARTTLS
            S: 220 Go ahead
            C: EHLO bar.com
            S: 250-foo.com
            S: 250 AUTH PLAIN
            C: AUTH PLAIN
            S: 334 
            C: AHUAcA==
            S: 235 ok
            C: MAIL FROM:<> AUTH=<>
            S: 250 ok
            """
        },
        {
            "AUTH offered in the old form only",
            """
            S: 220 foo.com
            C: EHLO bar.com
            S: 250-foo.com
            S: 250 AUTH=PLAIN LOGIN
            C: auth plain AHUAcA==
            S: 235 ok
            """
        },
        {
            "RFC 2920, a pipelined group and content before the next",
            """
            S: 220 innosoft.com SMTP service ready
            C: EHLO dbc.mtview.ca.us
            S: 250-innosoft.com
            S: 250 PIPELINING
            C: MAIL FROM:<mrose@dbc.mtview.ca.us>
            C: RCPT TO:<ned@innosoft.com>
            C: RCPT TO:<dan@innosoft.com>
            C: DATA
            S: 250 sender <mrose@dbc.mtview.ca.us> OK
            S: 250 recipient <ned@innosoft.com> OK
            S: 250 recipient <dan@innosoft.com> OK
            S: 354 enter mail, end with line containing only "."
            C: x
            C: .
            C: RSET
            C: MAIL FROM:<mrose@dbc.mtview.ca.us>
            C: RCPT TO:<ned@innosoft.com>
            C: QUIT
            S: 250 message sent
            S: 250 reset
            S: 250 sender OK
            S: 250 recipient OK
            S: 221 goodbye
            """
        },
        {
            "RFC 2920, all recipients refused within a group",
            """
            S: 220 innosoft.com SMTP service ready
            C: EHLO dbc.mtview.ca.us
            S: 250-innosoft.com
            S: 250 PIPELINING
            C: MAIL FROM:<mrose@dbc.mtview.ca.us>
            C: RCPT TO:<nsb@thumper.bellcore.com>
            C: DATA
            S: 250 sender <mrose@dbc.mtview.ca.us> OK
            S: 550 remote mail to <nsb@thumper.bellore.com> not allowed
            S: 554 no valid recipients given
            C: QUIT
            S: 221 goodbye
            """
        },
        {
            "RFC 3030 §4.2, BDAT in a pipelined group",
            """
            S: 220 cnri.reston.va.us SMTP service ready
            C: EHLO ymir.claremont.edu
            S: 250-cnri.reston.va.us says hello
            S: 250-PIPELINING
            S: 250-BINARYMIME
            S: 250 CHUNKING
            C: MAIL FROM:<ned@ymir.claremont.edu> BODY=BINARYMIME
            C: RCPT TO:<gvaudre@cnri.reston.va.us>
            C: RCPT TO:<jstewart@cnri.reston.va.us>
            S: 250 <ned@ymir.claremont.edu>... Sender and BINARYMIME ok
            S: 250 <gvaudre@cnri.reston.va.us>... Recipient ok
            S: 250 <jstewart@cnri.reston.va.us>... Recipient ok
            C: BDAT 3
            C%: abc
            C: BDAT 2
            C: 
            C: BDAT 0 LAST
            S: 250 3 octets received
            S: 250 2 octets received
            S: 250 Message OK, 5 octets received
            C: QUIT
            S: 221 Goodbye
            """
        },
        {
            "BDAT right behind RCPT in the same group",
            """
            S: 220 foo.com
            C: EHLO bar.com
            S: 250-foo.com
            S: 250-PIPELINING
            S: 250 CHUNKING
            C: MAIL FROM:<>
            C: RCPT TO:<Postmaster>
            C: BDAT 2 LAST
            C:
            C: MAIL FROM:<>
            S: 250 ok
            S: 250 ok
            S: 250 ok
            S: 250 ok
            """
        },
        {
            "AUTH PLAIN with its initial response begins a group",
            """
            S: 220 foo.com
            C: EHLO bar.com
            S: 250-foo.com
            S: 250-PIPELINING
            S: 250 AUTH PLAIN
            C: AUTH PLAIN AHUAcA==
            C: MAIL FROM:<a@bar.com>
            C: RCPT TO:<b@foo.com>
            S: 235 ok
            S: 250 ok
            S: 250 ok
            """
        },
        {
            "verbs and keywords in any case",
            """
            S: 220 foo.com
            C: ehlo BAR.com
            S: 250-foo.com
            S: 250-size 0
            S: 250-8bitmime
            S: 250-Pipelining
            S: 250 auth login
            C: mail from:<A@b.example> size=99999999999 body=8bitmime
            C: rcpt to:<b@c.example>
            C: data
            S: 250 ok
            S: 250 ok
            S: 354 go
            C: .
            S: 250 ok
            C: Auth Login
            S: 334 VXNlcm5hbWU6
            C: dQ==
            S: 334 UGFzc3dvcmQ6
            C: *
            S: 501 cancelled
            C: qUIT
            S: 221 bye
            """
        },
        {
            "a 900-octet challenge and its answer, and an empty answer",
            $"""
            S: 220 foo.com
            C: EHLO bar.com
            S: 250-foo.com
            S: 250 AUTH GSSAPI
            C: AUTH GSSAPI
            S: 334 {new string('A', 900)}
            C: {new string('A', 900)}
            S: 334 
            C:
            S: 334 
            C: Cg==
            S: 235 ok
            """
        },
        {
            "an excerpt whose beginning is missing",
            """
            C: MAIL FROM:<a@b.example> SIZE=5 BODY=8BITMIME
            S: 504 not today
            C: RCPT TO:<a@b.example> NOTIFY=NEVER
            S: 554 policy
            C: DATA
            S: 451 later
            C: STARTTLS
            S: 220 Go ahead
            """
        },
        {
            "HELO after a refused EHLO",
            """
            S: 220 foo.com
            C: EHLO bar.com
            S: 502 what?
            C: HELO bar.com
            S: 250 foo.com
            C: MAIL FROM:<>
            S: 250 ok
            C: RCPT TO:<@a.example,@b.example:c@d.example>
            S: 251 forwarded
            C: DATA
            S: 354 go
            C: .
            S: 250 ok
            """
        },
        {
            "UTF-8 with SMTPUTF8, in one group",
            """
            S: 220 foo.com
            C: EHLO bar.com
            S: 250-foo.com
            S: 250-PIPELINING
            S: 250-8BITMIME
            S: 250 SMTPUTF8
            C: VRFY jürgen
            S: 252 ok
            C: MAIL FROM:<jürgen@bücher.example> SMTPUTF8
            C: RCPT TO:<ügen@bar.com>
            S: 250 ok
            S: 250 ok
            """
        },
        {
            "LMTP",
            """
            S: 220 foo.edu LMTP server ready
            C: LHLO foo.edu
            S: 250-foo.edu
            S: 250-PIPELINING
            S: 250 SIZE
            C: MAIL FROM:<chris@bar.com>
            C: RCPT TO:<pat@foo.edu>
            C: RCPT TO:<green@foo.edu>
            C: DATA
            S: 250 OK
            S: 250 OK
            S: 250 OK
            S: 354 go
            C: .
            C: QUIT
            S: 250 OK
            S: 452 later
            S: 221 bye
            """
        },
        {
            "a mail after one whose DATA was refused",
            """
            S: 220 foo.com
            C: EHLO bar.com
            S: 250 foo.com
            C: MAIL FROM:<a@bar.com>
            S: 250 ok
            C: RCPT TO:<b@foo.com>
            S: 250 ok
            C: DATA
            S: 451 later
            C: MAIL FROM:<a@bar.com>
            S: 250 ok
            C: EHLO bar.com
            S: 250 foo.com
            C: MAIL FROM:<a@bar.com>
            S: 250 ok
            """
        },
        {
            "private commands and parameters the server offers",
            """
            S: 220 foo.com
            C: EHLO bar.com
            S: 250-foo.com
            S: 250-XVERP
            S: 250 XFORWARD NAME ADDR
            C: XFORWARD NAME=spike.example
            S: 250 ok
            C: MAIL FROM:<a@bar.com> XVERP
            S: 250 ok
            """
        },
    };

    [Theory, MemberData(nameof(Conversations))]
    public void A_right_conversation_has_no_error_and_no_warning(string name, string conversation)
    {
        Assert.NotEmpty(name);
        Assert.All(Judged.Commands(conversation), found => Assert.Contains(" info ", found, StringComparison.Ordinal));
    }
}
