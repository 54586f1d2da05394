namespace SmtpInspector.Tests.Lints.Server;

/// <summary>The conversations the RFCs show, as they print them but for the pages' edges.</summary>
static class RfcExamples
{
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
