using System.Text;
using FsCheck.Xunit;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Tests.Grammar;

public class CommandParserTests
{
    public static TheoryData<string> Valid => [.. ValidCommands.All];

    [Theory, MemberData(nameof(Valid))]
    public void Nothing_is_found_in_a_command_that_is_right(string line) => Assert.Empty(Read.Findings(line));

    [Theory, MemberData(nameof(Valid))]
    public void Every_prefix_of_a_command_makes_a_command(string line)
    {
        var octets = Encoding.UTF8.GetBytes(line);
        for (var length = 0; length <= octets.Length; length++)
        {
            var command = Read.Command(octets[..length], out var findings);
            Assert.Equal(Verbs.Of(octets.AsSpan(0, length)), command.Verb);
            Assert.All(findings, found => AssertInside(found, length));
        }
    }

    [Theory, MemberData(nameof(Valid))]
    public void The_case_of_letters_changes_no_verdict(string line)
    {
        Assert.Empty(Read.Findings(line.ToUpperInvariant()));
        Assert.Empty(Read.Findings(line.ToLowerInvariant().Replace("+2b", "+2B", StringComparison.Ordinal).Replace("+3d", "+3D", StringComparison.Ordinal)));
    }

    [Property(MaxTest = 2000)]
    public void Any_octets_make_a_command(byte[] octets)
    {
        var command = Read.Command(octets, out var findings);
        Assert.Equal(Verbs.Of(octets), command.Verb);
        Assert.All(findings, found => AssertInside(found, octets.Length));
    }

    [Property(MaxTest = 2000)]
    public void Any_octets_behind_any_verb_make_a_command(byte[] octets, byte which)
    {
        string[] starts = [.. Array.ConvertAll([.. Verbs.All], verb => verb + " "), "MAIL FROM:<", "RCPT TO:<\"", "MAIL FROM:<a@b> ", "RCPT TO:<@a:b@[", "MAIL FROM:<> AUTH="];
        byte[] line = [.. Encoding.ASCII.GetBytes(starts[which % starts.Length]), .. octets];
        Read.Command(line, out var findings);
        Assert.All(findings, found => AssertInside(found, line.Length));
    }

    [Theory]
    [InlineData("DATA x", "argument-not-allowed error 5-6")]
    [InlineData("RSET now please", "argument-not-allowed error 5-15")]
    [InlineData("quit 1 ", "argument-not-allowed error 5-6")]
    [InlineData("STARTTLS example.com", "argument-not-allowed error 9-20")]
    public void An_argument_where_none_is_allowed_is_found(string line, string found) => Assert.Equal(found, Read.Summary(line));

    [Theory]
    [InlineData("", "command-syntax error 0-0")]
    [InlineData("   ", "command-syntax error 0-0")]
    [InlineData(" EHLO bar.com", "command-syntax error 0-1")]
    [InlineData("\tQUIT", "command-syntax error 0-1")]
    [InlineData("EHLO  bar.com", "command-syntax error 4-6")]
    [InlineData("EHLO\tbar.com", "command-syntax error 4-5")]
    [InlineData("EHLO", "command-syntax error 4-4")]
    [InlineData("HELO ", "command-syntax error 4-4")]
    [InlineData("VRFY", "command-syntax error 4-4")]
    [InlineData("VRFY a\rb", "command-syntax error 6-7")]
    [InlineData("EXPN ", "command-syntax error 4-4")]
    [InlineData("ETRN", "command-syntax error 4-4")]
    [InlineData("NOOP a\0b", "command-syntax error 6-7")]
    [InlineData("HELP ü", "command-syntax error 5-6")]
    [InlineData("AUTH", "command-syntax error 4-4")]
    [InlineData("AUTH PL@IN", "command-syntax error 7-8")]
    [InlineData("AUTH ABCDEFGHIJKLMNOPQRSTU", "command-syntax error 25-26")]
    [InlineData("AUTH PLAIN user password", "command-syntax error 15-24")]
    [InlineData("BDAT", "command-syntax error 4-4")]
    [InlineData("BDAT LAST", "command-syntax error 5-9")]
    [InlineData("BDAT -1", "command-syntax error 5-7")]
    [InlineData("BDAT 10  LAST", "command-syntax error 7-9")]
    [InlineData("BDAT 10 FIRST", "command-syntax error 8-13")]
    [InlineData("BURL", "command-syntax error 4-4")]
    [InlineData("BURL imap://a FIRST", "command-syntax error 14-19")]
    public void What_the_grammar_does_not_allow_is_found_at_its_place(string line, string found) =>
        Assert.Equal(found, Read.Summary(line));

    [Fact]
    public void Each_value_knows_its_columns()
    {
        var mail = Read.Command<Command.Mail>("MAIL FROM:<@a,@b:c@d.example> SIZE=10 SMTPUTF8");
        Assert.Equal(new Columns(0, 10, 29), mail.Path!.Whole.Where);
        Assert.Equal(new Columns(0, 11, 17), mail.Path.SourceRoute.Where);
        Assert.Equal(new Columns(0, 17, 18), mail.Path.Mailbox!.Value.LocalPart.Where);
        Assert.Equal(new Columns(0, 19, 28), mail.Path.Mailbox.Value.Domain.Where);
        Assert.Equal(new Columns(0, 30, 34), mail.Parameters[0].Keyword.Where);
        Assert.Equal(new Columns(0, 35, 37), mail.Parameters[0].Value.Where);
        Assert.Equal("SMTPUTF8", mail.Parameters[1].Keyword.Text);
        Assert.False(mail.Parameters[1].HasEquals);
    }

    [Fact]
    public void Values_are_read_as_written()
    {
        Assert.Equal("Bar.Example", Read.Command<Command.Ehlo>("ehlo Bar.Example").Name.Text);
        Assert.Equal(DomainKind.IPv6Literal, Read.Command<Command.Ehlo>("EHLO [IPv6:::1]").Kind);
        Assert.True(Read.Command<Command.Mail>("mail from:<>").Path!.IsNull);
        Assert.True(Read.Command<Command.Rcpt>("rcpt to:<POSTMASTER>").Path!.IsPostmaster);
        Assert.True(Read.Command<Command.Vrfy>("vrfy a smtputf8").SmtpUtf8);
        Assert.Equal("a", Read.Command<Command.Vrfy>("vrfy a smtputf8").Argument.Text);
        Assert.Null(Read.Command<Command.Auth>("AUTH LOGIN").InitialResponse);
        Assert.Equal("=", Read.Command<Command.Auth>("AUTH EXTERNAL =").InitialResponse?.Text);
        Assert.Equal(new Command.Bdat(86, true), Read.Command("bdat 86 last"));
        Assert.Equal(new Command.Bdat(null, false), Read.Command("BDAT 99999999999999999999"));
        Assert.Equal("imap://a/b", Read.Command<Command.Burl>("BURL imap://a/b LAST").Url.Text);
        Assert.Equal("XYZZY", Read.Command<Command.Unknown>("XYZZY at will").Word.Text);
        Assert.Equal("at will", Read.Command<Command.Unknown>("XYZZY at will").Argument.Text);
    }

    static void AssertInside(Finding found, int length)
    {
        Assert.NotNull(found.Where);
        Assert.InRange(found.Where.Value.Start, 0, length);
        Assert.InRange(found.Where.Value.End, found.Where.Value.Start, length);
    }
}
