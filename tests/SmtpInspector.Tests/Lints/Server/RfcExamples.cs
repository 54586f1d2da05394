namespace SmtpInspector.Tests.Lints.Server;

/// <summary>The conversations the RFCs show, as they print them but for the pages' edges.</summary>
static class RfcExamples
{
    /// <summary>RFC 5321 §D.1.</summary>
    public const string Rfc5321D1 = """
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
        """;

    /// <summary>RFC 5321 §D.2.</summary>
    public const string Rfc5321D2 = """
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
        """;

    /// <summary>RFC 5321 §D.3, from source to relay.</summary>
    public const string Rfc5321D3Step1 = """
        S: 220 foo.com Simple Mail Transfer Service Ready
        C: EHLO bar.com
        S: 250-foo.com greets bar.com
        S: 250-8BITMIME
        S: 250-SIZE
        S: 250-DSN
        S: 250 HELP
        C: MAIL FROM:<JQP@bar.com>
        S: 250 OK
        C: RCPT TO:<Jones@XYZ.COM>
        S: 250 OK
        C: DATA
        S: 354 Start mail input; end with <CRLF>.<CRLF>
        C: Date: Thu, 21 May 1998 05:33:29 -0700
        C: From: John Q. Public <JQP@bar.com>
        C: Subject: The Next Meeting of the Board
        C: To: Jones@xyz.com
        C:
        C: Bill:
        C: The next meeting of the board of directors will be
        C: on Tuesday.
        C: John.
        C: .
        S: 250 OK
        C: QUIT
        S: 221 foo.com Service closing transmission channel
        """;

    /// <summary>RFC 5321 §D.3, from relay to destination.</summary>
    public const string Rfc5321D3Step2 = """
        S: 220 xyz.com Simple Mail Transfer Service Ready
        C: EHLO foo.com
        S: 250 xyz.com is on the air
        C: MAIL FROM:<JQP@bar.com>
        S: 250 OK
        C: RCPT TO:<Jones@XYZ.COM>
        S: 250 OK
        C: DATA
        S: 354 Start mail input; end with <CRLF>.<CRLF>
        C: Received: from bar.com by foo.com ; Thu, 21 May 1998
        C:     05:33:29 -0700
        C: Date: Thu, 21 May 1998 05:33:22 -0700
        C: From: John Q. Public <JQP@bar.com>
        C: Subject:  The Next Meeting of the Board
        C: To: Jones@xyz.com
        C:
        C: Bill:
        C: The next meeting of the board of directors will be
        C: on Tuesday.
        C:                         John.
        C: .
        S: 250 OK
        C: QUIT
        S: 221 foo.com Service closing transmission channel
        """;

    /// <summary>RFC 5321 §D.4.</summary>
    public const string Rfc5321D4 = """
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
        C: ...etc. etc. etc.
        C: .
        S: 250 OK
        C: QUIT
        S: 221 foo.com Service closing transmission channel
        """;

    /// <summary>RFC 3207 §5.</summary>
    public const string Rfc3207 = """
        S: <waits for connection on TCP port 25>
        C: <opens connection>
        S: 220 mail.imc.org SMTP service ready
        C: EHLO mail.example.com
        S: 250-mail.imc.org offers a warm hug of welcome
        S: 250-8BITMIME
        S: 250-STARTTLS
        S: 250 DSN
        C: STARTTLS
        S: 220 Go ahead
        C: <starts TLS negotiation>
        C & S: <negotiate a TLS session>
        C & S: <check result of negotiation>
        C: EHLO mail.example.com
        S: 250-mail.imc.org touches your hand gently for a moment
        S: 250-8BITMIME
        S: 250 DSN
        """;

    /// <summary>RFC 2034 §6.</summary>
    public const string Rfc2034 = """
        S: <wait for connection on TCP port 25>
        C: <open connection to server>
        S: 220 dbc.mtview.ca.us SMTP service ready
        C: EHLO ymir.claremont.edu
        S: 250-dbc.mtview.ca.us says hello
        S: 250 ENHANCEDSTATUSCODES
        C: MAIL FROM:<ned@ymir.claremont.edu>
        S: 250 2.1.0 Originator <ned@ymir.claremont.edu> ok
        C: RCPT TO:<mrose@dbc.mtview.ca.us>
        S: 250 2.1.5 Recipient <mrose@dbc.mtview.ca.us> ok
        C: RCPT TO:<nosuchuser@dbc.mtview.ca.us>
        S: 550 5.1.1 Mailbox "nosuchuser" does not exist
        C: RCPT TO:<remoteuser@isi.edu>
        S: 551-5.7.1 Forwarding to remote hosts disabled
        S: 551 5.7.1 Select another host to act as your forwarder
        C: DATA
        S: 354 Send message, ending in CRLF.CRLF.
         ...
        C: .
        S: 250 2.6.0 Message accepted
        C: QUIT
        S: 221 2.0.0 Goodbye
        """;
}
