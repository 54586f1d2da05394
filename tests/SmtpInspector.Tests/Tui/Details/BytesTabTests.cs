using System.Globalization;
using System.Text;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Wire;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Themes;
using SmtpInspector.Tui.Details;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tests.Tui.Details;

public class BytesTabTests
{
    [Theory, MemberData(nameof(Conversations.Files), MemberType = typeof(Conversations))]
    public void The_hexadecimal_digits_are_the_octets_of_the_wire(string name)
    {
        var conversation = Conversations.OfFile(name);
        for (var i = 0; i < conversation.Count; i++)
        {
            var item = conversation[i];
            foreach (var width in item.Lines.Count > 0 ? new[] { 20, 40, 100 } : [])
            {
                Assert.Equal(item.Lines.SelectMany(line => line.Wire.Bytes.ToArray()), Octets(item, width));
            }
        }
    }

    [Fact]
    public void A_message_of_thirty_megabytes_is_looked_at_only_where_it_is_seen()
    {
        var item = LongMessage(lines: 400_000, octets: 78);
        var lines = BytesTab.Lines(new DetailSubject(Conversation.Start(SessionState.Start()), item, KeepSecrets: false), Looks.Dark, 78);
        _ = lines[1_000_000].ToString();
        var before = GC.GetAllocatedBytesForCurrentThread();

        var again = BytesTab.Lines(new DetailSubject(Conversation.Start(SessionState.Start()), item, KeepSecrets: false), Looks.Dark, 78);
        for (var row = 1_000_000; row < 1_000_050; row++)
        {
            _ = again[row].ToString();
        }

        Assert.True(again.Count > 2_000_000);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 2_000_000);
    }

    [Theory]
    [InlineData(false, 16)]
    [InlineData(true, 0)]
    public void A_credential_is_hidden_octet_by_octet(bool keepSecrets, int hidden)
    {
        var conversation = Conversations.Of("S: 220 mx.example.org\nC: EHLO c.example\nS: 250-mx.example.org\nS: 250 AUTH PLAIN\nC: AUTH PLAIN AFVzZXIAU2VjcmV0\n");

        var shown = TabText.Of(conversation, conversation[3], "Bytes", 120, Looks.Dark, keepSecrets);
        var rows = string.Concat(shown.Split('\n').Where(row => row.StartsWith("00", StringComparison.Ordinal)));

        // Two cells for its digits and one for its text.
        Assert.Equal(3 * hidden, rows.Count(character => character == '*'));
        Assert.Equal(keepSecrets, rows.Contains("AFVz", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("C%: ..dot%0D%0A", ".", true)]
    [InlineData("C%: ...%0D%0A", ".", true)]
    [InlineData("C%: x.%0D%0A", "x", false)]
    public void The_dot_that_was_added_is_marked(string line, string first, bool isMarked)
    {
        var conversation = Conversations.Of($"S: 220 a\nC: EHLO c\nS: 250 a\nC: MAIL FROM:<a@b.example>\nS: 250 ok\nC: RCPT TO:<b@b.example>\nS: 250 ok\nC: DATA\nS: 354 go\n{line}\nC: .\nS: 250 ok\n");
        var lines = BytesTab.Lines(new DetailSubject(conversation, conversation[9], KeepSecrets: false), Looks.Dark, 78);

        var accent = BuiltInThemes.Dark.Accent.With(TextAttributes.Underline);
        var marked = Enumerable.Range(0, lines.Count).SelectMany(row => lines[row]).Where(run => run.Style == accent).Select(run => run.Text.Text).ToList();
        Assert.Equal(isMarked ? ["2e", first, first] : [], marked);
    }

    [Theory]
    [InlineData("S%: 250 x%0A", "0a")]
    [InlineData("S%: 250 x%0Dy%0D%0A", "0d")]
    public void A_bare_LF_or_CR_stands_out(string line, string hex)
    {
        var conversation = Conversations.Of($"S: 220 a\nC: NOOP\n{line}\n");
        var lines = BytesTab.Lines(new DetailSubject(conversation, conversation[2], KeepSecrets: false), Looks.Dark, 78);

        Assert.Contains(
            Enumerable.Range(0, lines.Count).SelectMany(row => lines[row]),
            run => run.Text.Text == hex && run.Style.Foreground == BuiltInThemes.Dark.Error.Foreground);
    }

    [Fact]
    public void A_CR_LF_that_came_in_two_pieces_is_no_bare_one()
    {
        var conversation = Conversations.Of("S%: 220 a%0D\nS%: %0A\nC: NOOP\n");
        var shown = TabText.Of(conversation, conversation[0], "Bytes", 78, Looks.Dark);

        Assert.DoesNotContain("bare", shown, StringComparison.Ordinal);
        Assert.Contains("ends a line", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_character_is_shown_whole_and_every_octet_keeps_its_cell()
    {
        var conversation = Conversations.Of("S: 220 a\nC: NOOP Grüße, 世界 🙂 ok\n");
        var lines = BytesTab.Lines(new DetailSubject(conversation, conversation[1], KeepSecrets: false), Looks.Dark, 100);

        Assert.EndsWith("NOOP Grü·ß·e, 世", lines[2].ToString(), StringComparison.Ordinal);
        // Fourteen octets are left for the second row, of sixteen.
        Assert.Equal(lines[2].Width(Looks.Dark.Width) - 2, lines[3].Width(Looks.Dark.Width));
    }

    // What stands in the columns of the digits, as octets.
    static byte[] Octets(TranscriptItem item, int width)
    {
        var layout = HexLayout.For(item.Lines.Sum(line => line.Wire.Bytes.Length), width, Looks.Dark);
        var lines = BytesTab.Lines(new DetailSubject(Conversation.Start(SessionState.Start()), item, KeepSecrets: true), Looks.Dark, width);
        var octets = new List<byte>();
        for (var row = 0; row < lines.Count; row++)
        {
            var text = lines[row].ToString();
            var isRow = text.Length > layout.OffsetDigits + 2 && text[..layout.OffsetDigits].All(char.IsAsciiHexDigitLower) && text[layout.OffsetDigits..].StartsWith("  ", StringComparison.Ordinal);
            for (var i = 0; isRow && i < layout.PerRow; i++)
            {
                var digits = text.AsSpan(layout.OffsetDigits + 2 + (3 * i) + (i >= 8 ? 1 : 0), 2);
                if (byte.TryParse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var octet))
                {
                    octets.Add(octet);
                }
            }
        }

        return [.. octets];
    }

    static TranscriptItem LongMessage(int lines, int octets)
    {
        var line = Encoding.ASCII.GetBytes(new string('x', octets - 2) + "\r\n");
        var log = Log<ShownLine>.Empty;
        for (var i = 0; i < lines; i++)
        {
            log = log.Add(new ShownLine(new WireLine(Direction.Client, (long)i * octets, line), null, []));
        }

        var state = SessionState.Start();
        return new TranscriptItem(0, ItemKind.Content, new Entry.Data(null, (long)lines * octets, lines, IsChunk: false, IsComplete: true, []), log, state, state, null);
    }
}
