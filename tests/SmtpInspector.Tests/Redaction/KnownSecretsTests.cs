using System.Text;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Redaction;
using SmtpInspector.Protocol.Wire;
using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Redaction;

/// <summary>Credentials in sentences that quote what a peer said.</summary>
public class KnownSecretsTests
{
    const string Password = "cörrect horse\\battery";

    static KnownSecrets Known
    {
        get
        {
            var known = new KnownSecrets();
            known.Add(Encoding.UTF8.GetBytes(Password), "password");
            return known;
        }
    }

    [Theory]
    [InlineData("\"cörrect horse\\battery\" is no keyword", "\"{secret:password}\" is no keyword")]
    [InlineData("\"c\\xC3\\xB6rrect horse\\battery\" is no keyword", "\"{secret:password}\" is no keyword")]
    [InlineData("\"c\\C3\\B6rrect horse\\5Cbattery\" is no keyword", "\"{secret:password}\" is no keyword")]
    [InlineData("\"c\\u{F6}rrect horse\\battery\" is no keyword", "\"{secret:password}\" is no keyword")]
    [InlineData("no longer CöRRECT HORSE\\BATTERY", "no longer {secret:password}")]
    [InlineData("twice cörrect horse\\batterycörrect horse\\battery", "twice {secret:password}{secret:password}")]
    [InlineData("\"a long line that ends in cörrect ho...\" is", "\"a long line that ends in {secret:password}...\" is")]
    [InlineData("nothing of the kind, ... and \\x4", "nothing of the kind, ... and \\x4")]
    public void A_credential_is_hidden_however_it_is_written(string text, string shown) => Assert.Equal(shown, Known.Hide(text));

    [Fact]
    public void Every_form_of_it_is_hidden()
    {
        foreach (var form in Secrecy.Forms.Echoed("user", Password))
        {
            var told = Encoding.UTF8.GetString(Octets.Of(form));
            Assert.DoesNotContain(told, Known.Hide($"\"{told}\" is no keyword"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("250-cörrect horse\\battery", "\"c\\xC3\\xB6rrect\" is not a registered extension", "\"{secret:password}\" is not a registered extension")]
    [InlineData("cörrect horse\\battery", "This line begins with \"c\\xC3\\xB6r\".", "This line begins with \"{secret:password}\".")]
    [InlineData("250cörrect horse\\battery", "After \"250\" stands \"c\".", "After \"250\" stands \"{secret:password}\".")]
    [InlineData("250-cörrect horse\\battery", "as in \"220 mail.example.com ESMTP\"", "as in \"220 mail.example.com ESMTP\"")]
    [InlineData("250-cörrect horse\\battery", "a quotation that \"does not end", "a quotation that \"does not end")]
    public void A_part_of_a_credential_is_hidden_where_it_is_quoted_of_a_line_that_holds_it(string line, string text, string shown)
    {
        var octets = Encoding.UTF8.GetBytes(line);
        var spans = new List<SecretSpan>();
        Known.FindIn(octets, spans);

        Assert.Equal(shown, Known.Hide(text, [new SecretLine(octets, spans)]));
    }

    [Fact]
    public void A_part_of_it_elsewhere_is_a_word_like_any_other() => Assert.Equal("\"horse\" is no keyword", Known.Hide("\"horse\" is no keyword", []));

    [Fact]
    public void A_server_that_greets_with_the_credential_of_the_conversation_before_is_heard_without_it()
    {
        var known = new KnownSecrets();
        var first = new ConversationJudge(SessionState.Start(tls: true), known);
        foreach (var (direction, line) in ((Direction, string)[])[(Direction.Server, "220 mx"), (Direction.Client, "AUTH PLAIN " + Convert.ToBase64String("\0user\0hunter2_secret"u8)), (Direction.Server, "235 ok")])
        {
            _ = first.Apply(Said(direction, line));
        }

        var second = new ConversationJudge(SessionState.Start(tls: true), known);
        var greeting = Assert.IsType<Entry.Reply>(Assert.Single(second.Apply(Said(Direction.Server, "220 hunter2_secret"))));

        Assert.Equal("{secret:plain}", greeting.Redacted.Lines[0].Text);
        Assert.Contains(greeting.Findings, finding => finding.Message.StartsWith("\"{secret:plain}\" is no host name.", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_server_offers_is_kept_without_credentials_and_no_echo_is_news()
    {
        var judge = new ConversationJudge(SessionState.Start(tls: true));
        judge.KnownSecrets.Add("hunter2secret"u8, "password");
        string[] reply = ["250-mx.example.com", "250-HUNTER2SECRET", "250 AUTH PLAIN hunter2secret"];
        var events = new List<ConversationEvent> { Said(Direction.Server, "220 mx.example.com") };
        for (var i = 0; i < 2; i++)
        {
            events.Add(Said(Direction.Client, "EHLO me.example"));
            events.AddRange(reply.Select(line => Said(Direction.Server, line.Replace("HUNTER2SECRET", "hunter2secret", StringComparison.Ordinal))));
        }

        var findings = events.SelectMany(happened => judge.Apply(happened).ToList()).SelectMany(entry => entry.Findings).ToList();

        Assert.DoesNotContain(findings, finding => finding.Rule == "capability-changed" || finding.Message.Contains("hunter2", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(findings, finding => finding.Rule == "ehlo-unregistered");
        Assert.DoesNotContain(judge.State.Offers!.All, offer => offer.Keyword.Contains("HUNTER2", StringComparison.Ordinal));
    }

    [Fact]
    public void The_name_of_a_mechanism_that_was_forgotten_leaves_no_credential_in_its_place()
    {
        var judge = new ConversationJudge(SessionState.Start(tls: true));
        _ = judge.Apply(Said(Direction.Server, "220 mx.example.com"));

        var command = Assert.IsType<Entry.Command>(Assert.Single(judge.Apply(Said(Direction.Client, "AUTH " + Convert.ToBase64String("\0user\0hunter2secret"u8)))));

        Assert.Equal("AUTH {secret:plain}", Octets.Text(command.RedactedContent.Span));
        Assert.Equal("{SECRET:PLAIN}", judge.State.Auth!.Mechanism);
        Assert.Equal("{secret:plain}", judge.KnownSecrets.Hide("hunter2secret"));
    }

    static ConversationEvent.Line Said(Direction direction, string line) => new(null, new WireLine(direction, 0, Encoding.UTF8.GetBytes(line + "\r\n")));
}
