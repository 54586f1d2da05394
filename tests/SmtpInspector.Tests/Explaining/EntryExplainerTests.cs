using System.Text;
using FsCheck.Xunit;
using SmtpInspector.Protocol.Explaining;
using SmtpInspector.Protocol.Knowledge;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Show;
using SmtpInspector.Tests.Knowledge;
using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Explaining;

public class EntryExplainerTests
{
    const string Greeting = "S: 220 mx.example.org ESMTP\n";
    const string Hello = Greeting + "C: EHLO client.example\nS: 250-mx.example.org\nS: 250-SIZE 1000\nS: 250-PIPELINING\nS: 250-AUTH PLAIN LOGIN\nS: 250-FROBNICATE 7\nS: 250 STARTTLS\n";
    const string Mail = Hello + "C: MAIL FROM:<ann@a.example>\nS: 250 2.1.0 Ok\n";
    const string Rcpt = Mail + "C: RCPT TO:<bob@b.example>\nS: 250 2.1.5 Ok\n";
    const string Data = Rcpt + "C: DATA\nS: 354 Go ahead\nC: Subject: x\nC:\nC: hello\nC: .\n";
    const string Clear = "# SMTP transcript 1\ntls: none\n\n";
    const string Inside = "# SMTP transcript 1\ntls: implicit\n\n";

    /// <summary>A conversation, and what is said of its last line: which section, and words in it.</summary>
    public static TheoryData<string, SectionKind, string> LastLines => new()
    {
        { Greeting, SectionKind.What, "The greeting, 220: service ready." },
        { Greeting, SectionKind.Here, "calls itself mx.example.org" },
        { Greeting, SectionKind.Next, "The client: EHLO," },
        { Inside + Greeting, SectionKind.Here, "TLS stood before it." },
        { "S: 220 mx.example.org ESMTP Postfix\n", SectionKind.What, "The greeting, 220, of Postfix" },
        { "S: 554 no\n", SectionKind.Here, "will not serve you" },
        { "S: 554 no\n", SectionKind.Next, "only QUIT makes sense" },
        { Greeting + "C: EHLO client.example\n", SectionKind.What, "EHLO: say hello" },
        { Clear + Greeting + "C: EHLO client.example\n", SectionKind.Here, "in the clear, where anyone on the way can read it" },
        { Greeting + "C: EHLO client.example\n", SectionKind.Next, "EHLO gets one reply. The server: 250" },
        { Greeting + "C: EHLO\n", SectionKind.Here, "gives no name" },
        { Rcpt + "C: EHLO client.example\n", SectionKind.Here, "throws it away" },
        { Greeting + "C: HELO client.example\n", SectionKind.Here, "no TLS, no AUTH, no SIZE" },
        { Greeting + "C: EHLO a.example\nS: 500 what\n", SectionKind.Here, "HELO is left" },
        { Hello.Replace("S: 250 STARTTLS", "S: 250 SIZE 5", StringComparison.Ordinal), SectionKind.Here, "messages of up to 5 octets." },
        { Greeting + "C: EHLO a.example\nS: 250-mx.example.org\nS: 250 CHUNKING\n", SectionKind.What, "CHUNKING, a line of the reply to EHLO" },
        { Greeting + "C: EHLO a.example\nS: 250-mx.example.org\nS: 250 FROBNICATE\n", SectionKind.What, "no extension known here" },
        { Hello + "C: MAIL FROM:<ann@a.example> SIZE=10 BODY=8BITMIME\n", SectionKind.Here, "SIZE=10: how many octets the message has." },
        { Hello + "C: MAIL FROM:<ann@a.example> SIZE=10 BODY=8BITMIME\n", SectionKind.Here, "8BITMIME was not offered." },
        { Hello + "C: MAIL FROM:<ann@a.example> FROB=1\n", SectionKind.Here, "FROB=1: a parameter of no extension" },
        { Hello + "C: MAIL FROM:<ann@a.example>\n", SectionKind.Here, "a message from ann@a.example is begun" },
        { Hello + "C: MAIL FROM:<ann@a.example>\n", SectionKind.Here, "has not logged in, though AUTH is offered" },
        { Hello + "C: MAIL FROM:<>\n", SectionKind.Here, "itself a report" },
        { Hello + "C: MAIL FROM: ann@a.example\n", SectionKind.Here, "No space is allowed after the colon" },
        { Mail, SectionKind.Here, "A message from ann@a.example is begun." },
        { Mail, SectionKind.Next, "There is a sender: recipients follow." },
        { Hello + "C: MAIL FROM:<ann@a.example>\nS: 550 5.7.1 no\n", SectionKind.Here, "No message is begun." },
        { Mail + "C: RCPT TO:<bob@b.example>\n", SectionKind.Here, "bob@b.example would be the first recipient of the message from ann@a.example" },
        { Rcpt + "C: RCPT TO:<cid@c.example>\n", SectionKind.Here, "1 recipient is accepted already" },
        { Hello + "C: RCPT TO:<bob@b.example>\n", SectionKind.Here, "no message was begun" },
        { Rcpt, SectionKind.Here, "bob@b.example is taken. There is 1 recipient now." },
        { Rcpt + "C: RCPT TO:<cid@c.example>\nS: 550 5.1.1 who\n", SectionKind.Here, "can still go to the one that was taken" },
        { Mail + "C: RCPT TO:<cid@c.example>\nS: 450 4.2.1 later\n", SectionKind.Here, "No recipient is taken so far." },
        { Mail + "C: RCPT TO:<cid@c.example>\nS: 251 elsewhere\n", SectionKind.Here, "success, as 250" },
        { Rcpt + "C: DATA\n", SectionKind.Here, "has 1 recipient: with a 354 its content follows" },
        { Mail + "C: RCPT TO:<cid@c.example>\nS: 550 no\nC: DATA\n", SectionKind.Here, "Every recipient was refused" },
        { Mail + "C: DATA\n", SectionKind.Here, "there is no recipient" },
        { Rcpt + "C: DATA\nS: 354 go\n", SectionKind.Here, "up to a line of one dot; nothing in it is a command. It goes to 1 recipient." },
        { Rcpt + "C: DATA\nS: 354 go\n", SectionKind.Next, "The client: lines of the message, a dot alone." },
        { Rcpt + "C: DATA\nS: 554 no\n", SectionKind.Here, "its lines would be taken for commands" },
        { Data, SectionKind.What, "The content of the message: 3 lines" },
        { Data, SectionKind.Here, "from ann@a.example to 1 recipient" },
        { Data + "S: 250 2.0.0 Ok\n", SectionKind.Here, "has taken the message for 1 recipient and is responsible" },
        { Data + "S: 451 4.3.0 later\n", SectionKind.Here, "the client keeps it and tries again later" },
        { Data + "S: 554 5.7.1 no\n", SectionKind.Here, "will not take it like this" },
        { Data + "* closed by=server clean=no\n", SectionKind.Here, "The verdict on the message never came" },
        { Rcpt + "C: BDAT 5 LAST\n", SectionKind.Here, "5 octets of content follow at once" },
        { Rcpt + "C: RSET\n", SectionKind.Here, "throws away the message from ann@a.example to 1 recipient" },
        { Hello + "C: RSET\n", SectionKind.Here, "nothing to throw away" },
        { Rcpt + "C: QUIT\n", SectionKind.Here, "which is not sent" },
        { Hello + "C: QUIT\nS: 221 bye\n", SectionKind.Next, "the close of the connection" },
        { Hello + "C: NOOP\n", SectionKind.Here, "nothing but a reply" },
        { Hello + "C: FROB\n", SectionKind.What, "FROB: no command" },
        { Hello + "C:\n", SectionKind.What, "An empty line" },
        { Clear + Hello + "C: STARTTLS\n", SectionKind.Here, "So far everything went in the clear" },
        { Clear + Greeting + "C: EHLO a.example\nS: 250 mx\nC: STARTTLS\n", SectionKind.Here, "somebody in between" },
        { Clear + Hello + "C: STARTTLS\nS: 220 go\n", SectionKind.Here, "The handshake comes next" },
        { Clear + Hello + "C: STARTTLS\nS: 454 no\n", SectionKind.Here, "There is no TLS." },
        { Clear + Hello + "C: STARTTLS\nS: 220 go\nS: 250 mx\n", SectionKind.What, "in the clear between the 220 to STARTTLS and the handshake" },
        { Clear + Hello + "C: STARTTLS\nS: 220 go\n* tls protocol=\"TLS 1.3\" cipher=X verified=yes\n", SectionKind.Here, "Both sides forget what was said in the clear" },
        { Clear + Hello + "C: STARTTLS\nS: 220 go\n* tls protocol=\"TLS 1.3\" cipher=X verified=no problem=\"It expired.\"\n", SectionKind.Here, "does NOT verify" },
        { Clear + Hello + "C: STARTTLS\nS: 220 go\n* tls protocol=\"TLS 1.3\" cipher=X verified=yes\nC: EHLO a.example\n", SectionKind.Here, "no longer counts" },
        { Clear + Hello + "C: AUTH PLAIN AGEAYg==\n", SectionKind.Here, "in the clear, and base64 hides nothing" },
        { Inside + Hello + "C: AUTH LOGIN\n", SectionKind.Here, "LOGIN: user name and password" },
        { Inside + Hello + "C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\n", SectionKind.Here, "says \"Username:\": the next line is the user name" },
        { Inside + Hello + "C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: YQ==\n", SectionKind.What, "The user name in base64" },
        { Inside + Hello + "C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: YQ==\nS: 334 UGFzc3dvcmQ6\nC: Yg==\n", SectionKind.What, "The password in base64" },
        { Inside + Hello + "C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: *\n", SectionKind.What, "A star: the client cancels AUTH." },
        { Inside + Hello + "C: AUTH CRAM-MD5\n", SectionKind.Here, "The server offered PLAIN, LOGIN." },
        { Inside + Hello + "C: AUTH PLAIN AGEAYg==\nS: 235 ok\n", SectionKind.Here, "logged in for the rest of the session" },
        { Inside + Hello + "C: AUTH PLAIN AGEAYg==\nS: 535 5.7.8 no\n", SectionKind.Here, "What to do" },
        { Inside + Hello + "C: AUTH PLAIN AGEAYg==\nS: 454 4.7.0 no\n", SectionKind.Here, "Nothing is said about the password" },
        { Hello + "C: NOOP\nS: 299 what\n", SectionKind.Here, "No RFC lists 299 for NOOP: a client goes by the first digit, 2: done." },
        { Hello + "C: NOOP\nS: hello\n", SectionKind.What, "no reply" },
        { Hello + "C: NOOP\nS: 421 4.3.2 bye\n", SectionKind.Here, "The server ends the conversation" },
        { Hello + "S: 250 again\n", SectionKind.What, "answers no command" },
        { Hello + "C: NOOP\nC: NOOP\n", SectionKind.Here, "sent before the reply to NOOP was there: PIPELINING was offered" },
        { Hello + "* closed by=server clean=no\n", SectionKind.Here, "it should have said 421" },
        { Hello + "C: QUIT\nS: 221 bye\n* closed by=server clean=yes\n", SectionKind.Next, "the connection is closed" },
        { "* error kind=timeout message=\"no greeting\"\n", SectionKind.What, "No answer in time: no greeting" },
        { "* connecting host=mail.example port=587\n", SectionKind.Here, "STARTTLS turns TLS on" },
        { "* connected address=192.0.2.1:25\n", SectionKind.Here, "The server speaks first" },
        { "# SMTP transcript 1\n\nS: [0.0] 220 mx\nC: [1.0] NOOP\nS: [6.5] 250 ok\n", SectionKind.Here, "It came 5.5 s after" },
        { "S: 220 email-smtp.amazonaws.com ESMTP SimpleEmailService\nC: DATA\nS: 530 Authentication required\n", SectionKind.Provider, "What to do" },
        { Hello + "C: DATA\nS: 554 5.7.1 <bob@b.example>: Relay access denied\n", SectionKind.Provider, "If this is Postfix" },
    };

    public static TheoryData<string> Samples =>
        [.. Directory.EnumerateFiles(Folder, "*.smtp", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file)).Order(StringComparer.Ordinal)];

    static string Folder => Path.Combine(Repository.Folder, "transcripts");

    [Theory, MemberData(nameof(LastLines))]
    public void The_last_line_is_explained_by_what_came_before_it(string transcript, SectionKind kind, string words)
    {
        var places = Places(Encoding.UTF8.GetBytes(transcript));
        var place = places[^1];
        IsWhole(place.Explain(0));
        var section = place.Explain(place.Lines.Count > 0 ? place.Lines[^1] : 0).Section(kind);
        Assert.NotNull(section);

        // A reply to EHLO as a whole, and its last line by itself: the row names one of them.
        var whole = place.Explain(0).Section(kind)!;
        var text = Text(section) + "\n" + Text(whole);
        Assert.Contains(words, text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Samples))]
    public void Every_entry_of_every_sample_is_explained_line_by_line(string sample)
    {
        var places = Places(File.ReadAllBytes(Path.Combine(Folder, sample)));
        Assert.NotEmpty(places);
        Assert.All(places, place => Assert.All([0, .. place.Lines], line => IsWhole(place.Explain(line))));
    }

    [Property]
    public void Whatever_octets_are_said_they_are_explained(byte[][] lines)
    {
        var transcript = new StringBuilder("S: 220 x\nC: EHLO a\nS: 250 x\n");
        for (var i = 0; i < lines.Length; i++)
        {
            transcript.Append(i % 2 == 0 ? "C%: " : "S%: ").Append(string.Concat(lines[i].Select(octet => $"%{octet:X2}"))).Append("%0D%0A\n");
        }

        Assert.All(Places(Encoding.ASCII.GetBytes(transcript.ToString())), place => IsWhole(place.Explain(0)));
    }

    [Fact]
    public void A_credential_gets_into_no_explanation()
    {
        var transcript = Inside + Hello + "C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: c2VjcmV0LXVzZXI=\nS: 334 UGFzc3dvcmQ6\nC: c2VjcmV0LXdvcmQ=\nS: 535 no\nC: AUTH PLAIN AHNlY3JldC11c2VyAHNlY3JldC13b3Jk\nS: 235 ok\n";
        var said = string.Concat(Places(Encoding.UTF8.GetBytes(transcript)).SelectMany(place => PlacePrinter.Lines(place, 0, 80)));
        Assert.DoesNotContain("c2Vjcm", said, StringComparison.Ordinal);
        Assert.DoesNotContain("AHNlY3", said, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("* connecting host=email-smtp.eu-west-1.amazonaws.com port=465\n", Provider.AmazonSes)]
    [InlineData("S: 220 smtp.gmail.com ESMTP x - gsmtp\n", Provider.Gmail)]
    [InlineData("S: 220 mx.example.org ESMTP Exim 4.96\nC: NOOP\nS: 250 OK\n", Provider.Exim)]
    [InlineData("S: 220 mx.example.org ESMTP\nC: EHLO a.example\nS: 250 x.prod.outlook.com Hello\n", Provider.ExchangeOnline)]
    [InlineData("S: 220 mx.example.org ESMTP\n", null)]
    public void Who_speaks_is_told_by_host_greeting_and_name(string transcript, Provider? provider) =>
        Assert.Equal(provider, Places(Encoding.UTF8.GetBytes(transcript))[^1].Provider);

    [Fact]
    public void A_line_belongs_to_the_entry_it_is_part_of()
    {
        var places = Places(Encoding.UTF8.GetBytes("# a comment\n" + Data + "S: 250-2.0.0 Ok\nS: 250 2.0.0 done\n"));
        Assert.Equal([[2], [3], [4, 5, 6, 7, 8, 9], [10], [11], [12], [13], [14], [15], [16, 17, 18, 19], [20, 21]], places.Select(place => place.Lines.ToArray()));
    }

    static IReadOnlyList<TranscriptPlace> Places(byte[] transcript) => TranscriptPlaces.Of(TranscriptDocument.Parse(transcript));

    static string Text(ExplanationSection section) => section.Title + "\n" + string.Join('\n', section.Statements.Select(PlaceText.Of));

    static void IsWhole(PlaceExplanation explanation)
    {
        SectionKind[] always = [SectionKind.What, SectionKind.Here, SectionKind.Next];
        Assert.Equal(always, explanation.Sections.Select(section => section.Kind).Where(kind => kind != SectionKind.Provider));
        Assert.Equal(explanation.Sections.Select(section => section.Kind).Order(), explanation.Sections.Select(section => section.Kind));
        Assert.Single(explanation.Section(SectionKind.What)!.Statements);
        Assert.All(explanation.Sections, section =>
        {
            Assert.NotEmpty(section.Title);
            Assert.NotEmpty(section.Statements);
            Assert.All(section.Statements, statement =>
            {
                Assert.NotEqual("", statement.Text.Trim());
                Assert.True(statement.Reference.Length == 0 || References.Fault(statement.Reference) is null, References.Fault(statement.Reference));
            });
        });
        Assert.EndsWith(".", explanation.Section(SectionKind.What)!.Statements[0].Text, StringComparison.Ordinal);
    }
}
