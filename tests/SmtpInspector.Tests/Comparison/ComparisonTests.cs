using System.Text;
using SmtpInspector.Protocol.Comparison;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Session;
using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Comparison;

public class ComparisonTests
{
    static readonly string[] Samples =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Folder, "transcripts"), "*.smtp", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    static readonly string[] Opening = ["S: 220 mx.test", "C: EHLO me.test", "S: 250-mx.test", "S: 250-SIZE 1000", "S: 250-STARTTLS", "S: 250 AUTH PLAIN LOGIN"];

    [Fact]
    public void Every_sample_says_the_same_as_itself() => Assert.All(Samples, path =>
    {
        var entries = EntriesOf(File.ReadAllBytes(path));
        var comparison = ConversationComparison.Of(entries, EntriesOf(File.ReadAllBytes(path)));
        Assert.True(comparison.IsSame, $"{path}: {comparison.Summary}");
    });

    [Fact]
    public void Of_any_two_samples_every_exchange_stands_in_one_row_and_in_its_order()
    {
        for (var i = 0; i + 7 < Samples.Length; i++)
        {
            var (left, right) = (EntriesOf(File.ReadAllBytes(Samples[i])), EntriesOf(File.ReadAllBytes(Samples[i + 7])));
            var rows = ConversationComparison.Of(left, right).Rows;
            AssertWhole(left, rows.Select(row => row.Left));
            AssertWhole(right, rows.Select(row => row.Right));
            Assert.All(rows, row => Assert.Equal(row.Kind, (row.Left, row.Right, row.Differences.Count) switch
            {
                (null, _, _) => RowKind.OnlyRight,
                (_, null, _) => RowKind.OnlyLeft,
                (_, _, 0) => RowKind.Same,
                _ => RowKind.Changed,
            }));
        }
    }

    [Fact]
    public void A_reply_differs_by_its_code_or_enhanced_code_and_never_by_its_text()
    {
        Assert.Equal(["left: 250, right: 550 5.1.1"], Differences(["C: RCPT TO:<a@b.test>", "S: 250 ok"], ["C: RCPT TO:<a@b.test>", "S: 550 5.1.1 no"], DifferenceKind.Reply));
        Assert.Equal(["left: 250 2.1.5, right: 250 2.0.0"], Differences(["C: NOOP", "S: 250 2.1.5 ok"], ["C: NOOP", "S: 250 2.0.0 ok"], DifferenceKind.Reply));
        Assert.Empty(Differences(["C: NOOP", "S: 250 one"], ["C: NOOP", "S: 250-other", "S: 250 lines"]));
        Assert.Equal(["left: 250, right: no reply"], Differences(["C: NOOP", "S: 250 ok"], ["C: NOOP"], DifferenceKind.Reply));
        Assert.Equal(["left: 250, right: malformed"], Differences(["C: NOOP", "S: 250 ok"], ["C: NOOP", "S: what"], DifferenceKind.Reply));
    }

    [Theory]
    [InlineData("mail from: <a@B.test> size=10 BODY=8bitmime", "MAIL FROM:<a@b.TEST> body=8bitmime SIZE=10", true)]
    [InlineData("MAIL FROM:<A@b.test>", "MAIL FROM:<a@b.test>", false)]
    [InlineData("MAIL FROM:<a@b.test> SIZE=10", "MAIL FROM:<a@b.test> SIZE=11", false)]
    [InlineData("ehlo  ME.test ", "EHLO me.test", true)]
    [InlineData("HELO me.test", "EHLO me.test", false)]
    [InlineData("noop   a b", "NOOP a b", true)]
    [InlineData("XWHAT a", "xwhat a", true)]
    public void A_command_differs_by_what_it_says_and_not_by_how_it_is_written(string left, string right, bool same)
    {
        var comparison = Compare([$"C: {left}", "S: 250 ok"], [$"C: {right}", "S: 250 ok"]);
        var row = Assert.Single(comparison.Rows);
        Assert.Equal(same ? [] : [$"left sends {left}, right {right}"], row.Differences.Where(one => one.Kind == DifferenceKind.Command).Select(one => one.Text));
    }

    [Fact]
    public void Offers_are_compared_as_sets()
    {
        string[] other = ["S: 220 mx.test", "C: EHLO me.test", "S: 250-mx.test", "S: 250-AUTH LOGIN CRAM-MD5", "S: 250-CHUNKING", "S: 250 SIZE 2000"];
        Assert.Equal(
            ["right offers no STARTTLS", "left offers no CHUNKING", "SIZE: left 1000, right 2000", "AUTH: only left PLAIN; only right CRAM-MD5"],
            Differences(Opening, other, DifferenceKind.Offer));
        string[] turned = [.. Opening[..3], "S: 250-AUTH login plain", "S: 250-starttls", "S: 250 size 1000"];
        Assert.Empty(Differences(Opening, turned));
    }

    [Fact]
    public void What_only_one_conversation_has_stands_alone_and_the_rest_stays_beside_each_other()
    {
        var comparison = Compare(
            [.. Opening, "C: RSET", "S: 250 ok", "C: MAIL FROM:<a@b.test>", "S: 250 ok", "C: RCPT TO:<one@b.test>", "S: 250 ok", "C: RCPT TO:<two@b.test>", "S: 250 ok"],
            [.. Opening, "C: MAIL FROM:<a@b.test>", "S: 250 ok", "C: RCPT TO:<two@b.test>", "S: 250 ok", "C: VRFY x", "S: 252 perhaps"]);
        Assert.Equal(
            ["Same connection", "Same EHLO me.test", "OnlyLeft RSET", "Same MAIL FROM:<a@b.test>", "OnlyLeft RCPT TO:<one@b.test>", "Same RCPT TO:<two@b.test>", "OnlyRight VRFY x"],
            comparison.Rows.Select(row => $"{row.Kind} {(row.Left ?? row.Right)!.Title}"));
        Assert.Equal("4 exchanges are the same, 2 are only left, 1 is only right.", comparison.Summary);
    }

    [Fact]
    public void Pipelined_commands_stand_with_their_own_replies()
    {
        string[] lockstep = ["S: 220 hi", "C: MAIL FROM:<a@b.test>", "S: 250 ok", "C: RCPT TO:<c@d.test>", "S: 550 no", "C: DATA", "S: 503 no"];
        string[] pipelined = ["S: 220 hi", "C: MAIL FROM:<a@b.test>", "C: RCPT TO:<c@d.test>", "C: DATA", "S: 250 ok", "S: 550 no", "S: 503 no"];
        Assert.Empty(Differences(lockstep, pipelined, DifferenceKind.Reply));
        Assert.Equal(["220", "250", "550", "503"], Compare(lockstep, pipelined).Rows.Select(row => row.Right!.Outcome));
    }

    [Fact]
    public void Handshakes_contents_and_endings_are_compared()
    {
        static string[] Talk(string tls, string content, params string[] end) =>
        [
            .. Opening, "C: STARTTLS", "S: 220 go", $"* tls {tls}", "C: MAIL FROM:<a@b.test>", "S: 250 ok", "C: RCPT TO:<c@d.test>", "S: 250 ok",
            "C: DATA", "S: 354 go", $"C: {content}", "C: .", "S: 250 ok", .. end,
        ];
        var differences = Differences(
            Talk("protocol=\"TLS 1.3\" cipher=A verified=yes", "Subject: x", "C: QUIT", "S: 221 bye", "* closed by=client clean=yes"),
            Talk("protocol=\"TLS 1.2\" cipher=A verified=no", "Subject: xyz", "C: QUIT", "* closed by=server clean=no", "* error kind=closed message=gone"));
        Assert.Contains("version: left TLS 1.3, right TLS 1.2", differences);
        Assert.Contains("certificate: left verified, right not verified", differences);
        Assert.Contains("left: 12 octets in 1 line, right: 14 octets in 1 line", differences);
        Assert.Contains("left: closed by the client, right: failed: closed", differences);
    }

    [Fact]
    public void What_the_judge_finds_on_one_side_only_is_a_difference() =>
        Assert.EndsWith(" is found on the left only", Assert.Single(Differences(
            ["C: MAIL FROM: <a@b.test>", "S: 250 ok"], ["C: MAIL FROM:<a@b.test>", "S: 250 ok"])), StringComparison.Ordinal);

    [Fact]
    public void No_credential_is_said()
    {
        string[] left = [.. Opening, "C: AUTH PLAIN AGFsaWNlAHNlY3JldG9uZQ==", "S: 235 in"];
        string[] right = [.. Opening, "C: AUTH LOGIN", "S: 334 VXNlcm5hbWU6", "C: YWxpY2U=", "S: 334 UGFzc3dvcmQ6", "C: c2VjcmV0b25l", "S: 535 no"];
        var comparison = Compare(left, right);
        var said = string.Join('\n', comparison.Rows.SelectMany(row => row.Differences.Select(one => one.Text).Append(row.Left?.Title).Append(row.Right?.Title)));
        Assert.DoesNotContain("AGFs", said, StringComparison.Ordinal);
        Assert.DoesNotContain("YWxp", said, StringComparison.Ordinal);
        Assert.DoesNotContain("c2Vj", said, StringComparison.Ordinal);
        Assert.Contains("left sends AUTH PLAIN {secret:plain}, right AUTH LOGIN", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Conversations_too_long_for_a_table_are_compared_all_the_same()
    {
        static string[] Many(int from) =>
            [.. Opening, .. Enumerable.Range(from, 3000).SelectMany(i => (string[])[FormattableString.Invariant($"C: RCPT TO:<u{i}@b.test>"), "S: 250 ok"]), "C: QUIT", "S: 221 bye"];
        var comparison = Compare(Many(0), Many(40));
        Assert.Equal((40, 40), (comparison.Count(RowKind.OnlyLeft), comparison.Count(RowKind.OnlyRight)));
    }

    [Fact]
    public async Task The_verb_prints_them_side_by_side()
    {
        using var home = new TestHome();
        var left = home.Write("left.smtp", "S: 220 hi\nC: RCPT TO:<a@b.test>\nS: 250 ok\n");
        var right = home.Write("right.smtp", "S: 220 hi\nC: RCPT TO:<a@b.test>\nS: 550 5.1.1 no \x1b[31m\n");
        var ended = await ProgramUnderTest.RunAsync(home, [], "show", left, "--against", right);
        var lines = ended.Expect(0).Output.Split('\n');
        Assert.Contains("~ RCPT TO:<a@b.test>  250  550 5.1.1", lines);
        Assert.Contains("      left: 250, right: 550 5.1.1", lines);
        Assert.EndsWith("1 exchange is the same, 1 differs.\n", ended.Output, StringComparison.Ordinal);
        (await ProgramUnderTest.RunAsync(home, [], "show", left, "--against", "nowhere.smtp")).Expect(2);
    }

    static void AssertWhole(List<Entry> entries, IEnumerable<Exchange?> exchanges)
    {
        var places = exchanges.OfType<Exchange>().Select(exchange => exchange.Entries).ToList();
        Assert.Equal(places.Select(place => place[0]).Order(), places.Select(place => place[0]));
        var expected = Enumerable.Range(0, entries.Count).Where(i => entries[i] is not (Entry.Note or Entry.Steered));
        Assert.Equal(expected, places.SelectMany(place => place).Order());
    }

    static List<string> Differences(string[] left, string[] right, DifferenceKind? kind = null) =>
        [.. Compare(left, right).Rows.SelectMany(row => row.Differences).Where(one => kind is null || one.Kind == kind).Select(one => one.Text)];

    static ConversationComparison Compare(string[] left, string[] right) => ConversationComparison.Of(EntriesOf(Octets(left)), EntriesOf(Octets(right)));

    static byte[] Octets(string[] lines) => Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");

    static List<Entry> EntriesOf(byte[] transcript) => [.. Replay.Of(TranscriptDocument.Parse(transcript)).SelectMany(observed => observed.Entries.ToArray())];
}
