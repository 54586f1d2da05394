namespace SmtpInspector.Tests.Practice;

/// <summary>What each profile is there to show, as conversations inside TLS that begin behind the greeting.</summary>
public class OtherProfilesTests
{
    const string Transaction = "C: MAIL FROM:<someone@example.org>\nS: 250 2.1.0 Ok\nC: RCPT TO:<you@example.net>\nS: 250 2.1.5 Ok\nC: DATA\nS: 354 *\n";

    /// <summary>A profile, what is shown, whether the client logs in first, and the conversation.</summary>
    public static TheoryData<string, string, bool, string> Conversations => new()
    {
        { "postfix", "mail for its own domain from anyone", false, "C: EHLO a.example\nS: 250*\nS: 250*\nS: 250*\nS: 250*\nS: 250*\nS: 250*\nS: 250*\nS: 250*\nS: 250*\nS: 250*\nS: 250 CHUNKING\nC: MAIL FROM:<x@a.example>\nS: 250 2.1.0 Ok\nC: RCPT TO:<anyone@example.org>\nS: 250 2.1.5 Ok" },
        { "postfix", "no relaying for strangers", false, "C: MAIL FROM:<x@a.example>\nS: 250 2.1.0 Ok\nC: RCPT TO:<you@example.net>\nS: 554 5.7.1 <you@example.net>: Relay access denied" },
        { "postfix", "relaying for who logged in", true, "C: MAIL FROM:<x@a.example>\nS: 250 2.1.0 Ok\nC: RCPT TO:<you@example.net>\nS: 250 2.1.5 Ok" },
        { "postfix", "an unknown mailbox", false, "C: MAIL FROM:<>\nS: 250 *\nC: RCPT TO:<nobody@example.org>\nS: 550 5.1.1 <nobody@example.org>: Recipient address rejected: User unknown in local recipient table" },
        { "postfix", "DSN's parameters", false, "C: MAIL FROM:<x@a.example> RET=HDRS ENVID=1\nS: 250 *\nC: RSET\nS: 250 *\nC: MAIL FROM:<x@a.example> RET=ALL\nS: 501 *\nC: MAIL FROM:<x@a.example> FROB=1\nS: 555 5.5.4 Unsupported option: FROB" },
        { "postfix", "UTF-8 with its parameter only", false, "C: MAIL FROM:<\u00fc@a.example>\nS: 501 *\nC: MAIL FROM:<\u00fc@a.example> SMTPUTF8\nS: 250 2.1.0 Ok" },
        { "postfix", "a placeholder that a client writes stays what it is", false, "C: VRFY {user}{id}\nS: 252 2.0.0 *{id}" },

        { "gmail", "a path without brackets", true, "C: MAIL FROM: a@gmail.com\nS: 555-5.5.2 *\nS: 555-5.5.2 *\nS: 555 5.5.2 *" },
        { "gmail", "everything before AUTH", false, "C: EHLO a.example\nS: 250*\nS: 250*\nS: 250*\nS: 250*\nS: 250*\nS: 250*\nS: 250*\nS: 250 *\nC: MAIL FROM:<a@gmail.com>\nS: 530-5.7.0 Authentication Required.*\nS: 530 5.7.0 *" },
        { "gmail", "a refused token", false, "C: EHLO a.example\nS: 250*\nS: 250*\nS: 250*\nS: 250*\nS: 250*\nS: 250*\nS: 250*\nS: 250 *\nC: AUTH XOAUTH2 {b64:user=a auth=Bearer b}\nS: 334 *\nC:\nS: 535-5.7.8 *\nS: 535 5.7.8 *\nC: NOOP\nS: 250 2.0.0 OK *" },

        { "exchange", "only as the own mailbox", true, "C: MAIL FROM:<boss@contoso.com>\nS: 250 2.1.0 Sender OK\nC: RCPT TO:<you@example.net>\nS: 250 2.1.5 Recipient OK\nC: DATA\nS: 354 *\nC: hello\nC: .\nS: 554 5.2.252 SendAsDenied; someone@contoso.com not allowed to send as boss@contoso.com" },
        { "exchange", "no PLAIN", false, "C: EHLO a.example\nS: 250*\nS: 250*\nS: 250*\nS: 250*\nS: 250*\nS: 250-AUTH LOGIN XOAUTH2\nS: 250*\nS: 250*\nS: 250*\nS: 250 *\nC: AUTH PLAIN {plain}\nS: 504 5.7.4 Unrecognized authentication type" },

        { "legacy", "no EHLO, but HELO", false, "C: EHLO a.example\nS: 500 Syntax error, command unrecognized\nC: HELO a.example\nS: 250 legacy.example" },
        { "legacy", "no parameters", false, "C: HELO a.example\nS: 250 *\nC: MAIL FROM:<a@b.example> SIZE=10\nS: 501 *\nC: MAIL FROM:<a@b.example>\nS: 250 OK" },
        { "legacy", "nothing that came later", false, "C: STARTTLS\nS: 500 *\nC: AUTH PLAIN\nS: 500 *\nC: BDAT 0 LAST\nS: 500 *\nC: VRFY a\nS: 502 *" },

        { "strict", "a space behind the colon", true, "C: MAIL FROM: <someone@example.org>\nS: 501 5.5.4 No space is allowed after the colon: *" },
        { "strict", "missing brackets", true, "C: MAIL FROM:someone@example.org\nS: 501 5.5.4 The address stands in angle brackets: *" },
        { "strict", "a bad name", false, "C: EHLO a_b..example\nS: 501 5.5.4 *" },
        { "strict", "arguments where none belong", true, "C: QUIT now\nS: 501 5.5.4 *\n* open\nC: RSET now\nS: 501 *" },
        { "strict", "a source route", true, "C: MAIL FROM:<@relay.example:someone@example.org>\nS: 553 5.1.0 *" },
        { "strict", "a local-part of 65 octets", true, "C: MAIL FROM:<aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@example.org>\nS: 501 5.1.0 Path too long" },
        { "strict", "a parameter that is not offered", true, "C: MAIL FROM:<someone@example.org> SMTPUTF8\nS: 555 5.5.4 Parameter not recognized: SMTPUTF8" },
        { "strict", "octets over 127 without BODY", true, Transaction + "C: \u00fc\nC: .\nS: 554 5.6.1 *" },
        { "strict", "a line over 1000 octets", true, Transaction + "C: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx{x*}\nC: .\nS: 554 5.6.0 *" },
        { "strict", "another sender than the account", true, "C: MAIL FROM:<boss@example.org>\nS: 250 *\nC: RCPT TO:<you@example.net>\nS: 250 *\nC: DATA\nS: 354 *\nC: hello\nC: .\nS: 550 5.7.1 someone@example.org may not send as boss@example.org" },

        // RFC 5321 §2.4, §4.1.1.9, §4.1.1.3, §4.5.5, §3.3: these it must take.
        { "strict", "any case, NOOP with words, Postmaster, the null reverse-path", true, "C: noop and words\nS: 250 2.0.0 Ok\nC: mail from:<>\nS: 250 *\nC: rcpt to:<Postmaster>\nS: 250 *" },
        { "strict", "a message without a header", true, Transaction + "C: hello\nC: .\nS: 250 2.0.0 Ok: *" },
    };

    [Theory, MemberData(nameof(Conversations))]
    public void A_profile_shows_what_it_is_there_for(string profile, string what, bool loggedIn, string conversation)
    {
        Assert.NotEmpty(what);
        using var dialogue = PracticeDialogue.With(profile, []);
        dialogue.Forget();
        if (loggedIn)
        {
            dialogue.Send("EHLO client.example.com");
            var reply = profile == "exchange"
                ? dialogue.Send("AUTH XOAUTH2 {b64:auth=Bearer {password}\u0001}")
                : dialogue.Send("AUTH PLAIN {plain}");
            Assert.StartsWith("235 ", reply, StringComparison.Ordinal);
            dialogue.Forget();
        }

        dialogue.Play(conversation.Replace("{x*}", new string('x', 1000), StringComparison.Ordinal));
    }

    [Fact]
    public void A_strict_server_takes_no_bare_line_feed_in_a_message()
    {
        using var dialogue = PracticeDialogue.With("strict", []);
        dialogue.Send("EHLO client.example.com");
        dialogue.Send("AUTH PLAIN {plain}");
        dialogue.Forget();
        dialogue.Play(Transaction);
        dialogue.SendRaw("hello\n");
        dialogue.Send("world");
        Assert.StartsWith("554 5.6.0 ", dialogue.Send("."), StringComparison.Ordinal);
    }
}
