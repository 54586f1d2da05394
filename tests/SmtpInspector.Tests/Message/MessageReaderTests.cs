using FsCheck.Xunit;
using SmtpInspector.Protocol.Message;

namespace SmtpInspector.Tests.Message;

public class MessageReaderTests
{
    [Fact]
    public void Header_and_body_are_ranges_of_what_was_sent()
    {
        const string content = "Subject: a\r\n b\r\nX-Y:c\r\n\r\nbody\r\n";
        var root = Octets.Read(content).Root;
        Assert.Equal("Subject: a\r\n b\r\nX-Y:c\r\n", Octets.Text(content, root.Header));
        Assert.Equal("body\r\n", Octets.Text(content, root.Body));
        Assert.Equal(["Subject: a b", "X-Y: c"], root.Fields.Select(field => field.ToString()));
        Assert.Equal(["Subject: a\r\n b\r\n", "X-Y:c\r\n"], root.Fields.Select(field => Octets.Text(content, field.Range)));
        Assert.Equal([0, 2], root.Fields.Select(field => field.Line));
    }

    public static TheoryData<string, string, string, bool> Bodies => new()
    {
        { "", "", "", false },
        { "\r\n", "", "", false },
        { "\r\nbody", "", "body", false },
        { "A: b\r\n", "A: b\r\n", "", false },
        { "A: b\n\nbody\n", "A: b\n", "body\n", false },
        { "A: b\r\n\nbody", "A: b\r\n", "body", false },
        { "A : b\r\n\r\nbody", "A : b\r\n", "body", false },
        { "A: b\r\n \r\n\r\nbody", "A: b\r\n \r\n", "body", false },
        { "no header\r\nA: b\r\n", "", "no header\r\nA: b\r\n", true },
        { " A: b\r\n\r\nbody", "", " A: b\r\n\r\nbody", true },
        { ": b\r\n\r\nbody", "", ": b\r\n\r\nbody", true },
        { "A: b\r\nbody\r\nC: d\r\n", "A: b\r\n", "body\r\nC: d\r\n", true },
        { "From x\r\nA: b\r\n>From y\r\nC: d\r\n\r\nbody", "From x\r\nA: b\r\n>From y\r\nC: d\r\n", "body", false },
    };

    [Theory, MemberData(nameof(Bodies))]
    public void The_body_begins_behind_the_empty_line_or_at_the_first_line_that_is_no_field(string content, string header, string body, bool lacksSeparator)
    {
        var root = Octets.Read(content).Root;
        Assert.Equal(header, Octets.Text(content, root.Header));
        Assert.Equal(body, Octets.Text(content, root.Body));
        Assert.Equal(lacksSeparator, root.LacksSeparator);
    }

    [Theory]
    [InlineData("Subject:\r\n  a  b \r\n\tc\t\r\n\r\n", "a  b \tc")]
    [InlineData("Subject: \r\n\r\n", "")]
    [InlineData("Subject:a\r\r\n\r\n", "a\r")]
    [InlineData("Subject: gr\u00C3\u00BCn\r\n\r\n", "gr\u00FCn")]
    [InlineData("Subject: gr\u00FCn \u00F0\u009F\u0098\u0080\r\n\r\n", "gr\\xFCn \U0001F600")]
    [InlineData("Subject: unfinished", "unfinished")]
    public void A_value_is_unfolded_and_octets_that_are_no_text_are_shown(string content, string value) =>
        Assert.Equal(value, Assert.Single(Octets.Read(content).Root.Fields).Value);

    [Theory]
    [InlineData("Subject: =?utf-8?q?=C3=A4?= b", "\u00E4 b", 0)]
    [InlineData("X-Any: =?x-none?q?=C3=A4?=", "\\xC3\\xA4", 1)]
    [InlineData("To: =?utf-8?q?=C3=A4?= <a@b>,\r\n c@d (e)", "\u00E4 <a@b>, c@d (e)", 0)]
    [InlineData("To: =?utf-8?q?=C3=A4?= , x", "\u00E4 , x", 0)]
    [InlineData("Message-ID: =?utf-8?q?=C3=A4?=", "=?utf-8?q?=C3=A4?=", 0)]
    [InlineData("Content-Type: =?utf-8?q?=C3=A4?=", "=?utf-8?q?=C3=A4?=", 0)]
    public void A_field_is_decoded_where_encoded_words_may_stand(string field, string decoded, int notes)
    {
        var result = Assert.Single(Octets.Read($"{field}\r\n\r\n").Root.Fields).Decode();
        Assert.Equal(decoded, result.Text);
        Assert.Equal(notes, result.Notes.Count);
    }

    [Fact]
    public void Fields_beyond_the_limit_are_left_out_and_a_long_one_is_cut()
    {
        var limits = new ReaderLimits(HeaderOctets: 200);
        var cut = MimeMessage.Read(Octets.Of($"A: b\r\nLong: {new string('x', 50)}\r\n {new string('y', 200)}\r\nC: d\r\n\r\nbody"), limits).Root;
        Assert.True(cut.IsHeaderCut);
        Assert.Equal(["A", "Long"], cut.Fields.Select(field => field.Name));
        Assert.True(cut.Fields[1].IsCut);
        Assert.True(cut.Fields[1].Octets.Length < cut.Fields[1].Range.Length);
        Assert.Equal(4, cut.Body.Length);
    }

    [Property]
    public bool Any_octets_in_any_chunks_have_one_structure(byte[] octets, byte[] sizes) => SameInChunks(octets, sizes);

    [Property(Arbitrary = [typeof(MessageLike)])]
    public bool A_message_in_any_chunks_has_one_structure(MessageOctets message, byte[] sizes) => SameInChunks(message.Octets, sizes);

    [Property(Arbitrary = [typeof(MessageLike)])]
    public void Parts_lie_within_their_parents_and_behind_each_other(MessageOctets message)
    {
        foreach (var part in MimeMessage.Read(message.Octets).Root.All())
        {
            Assert.True(part.Header.End <= part.Body.Start && part.Header.Length >= 0 && part.Body.Length >= 0);
            var from = part.Body.Start;
            foreach (var child in part.Children)
            {
                Assert.InRange(child.Header.Start, from, part.Body.End);
                Assert.InRange(child.Body.End, child.Header.Start, part.Body.End);
                from = child.Body.End;
            }
        }
    }

    [Property(Arbitrary = [typeof(MessageLike)])]
    public void Any_message_can_be_summed_up_and_shown(MessageOctets message)
    {
        var read = MimeMessage.Read(message.Octets);
        var summary = MessageSummary.Of(read);
        Assert.Equal(message.Octets.Length, summary.Octets);
        foreach (var part in read.Root.All())
        {
            Assert.True(IsText(PartDecoder.Decode(part, message.Octets).Text));
            Assert.All(part.Fields, field => Assert.True(IsText(field.Value)));
        }
    }

    // A lone surrogate could not be written as UTF-8 or JSON.
    static bool IsText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    static bool SameInChunks(byte[] octets, byte[] sizes)
    {
        var reader = new MessageReader();
        Chunks.Feed(octets, sizes, chunk => reader.Feed(chunk));
        return Octets.Describe(reader.Complete()) == Octets.Describe(MimeMessage.Read(octets));
    }
}
