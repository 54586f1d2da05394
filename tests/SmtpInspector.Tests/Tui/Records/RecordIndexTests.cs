using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Tests.Fuzzing;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tests.Tui.Records;

public class RecordIndexTests
{
    static readonly string[] Lines =
    [
        "S: [0.1] 220 mx.example.org ESMTP", "C: [0.2] EHLO client.example", "S: 250-mx.example.org", "S: 250-AUTH PLAIN LOGIN", "S: 250 CHUNKING",
        "C: AUTH PLAIN AGZyZWQAc2VjcmV0LXdvcmQ=", "C: AUTH LOGIN", "S: 334 VXNlcm5hbWU6", "C: ZnJlZA==", "C: c2VjcmV0LXdvcmQ=", "S: 235 2.7.0 welcome", "S: 535 no, not secret-word",
        "C: STARTTLS", "S: 220 go", "* [1.0] tls version=\"TLS 1.3\" cipher=X verified=no", "* certificate subject=CN=x", "* own", "* [2.0] a note", "* closed by=server",
        "* connecting host=mx.example.org port=25", "* connected address=192.0.2.1 port=25",
        "C: MAIL FROM:<a@example.com>", "C: MAIL FROM:<b@example.com> SIZE=10", "S: 250 ok", "C: RCPT TO:<c@example.org>", "C: RCPT TO:<d@example.org>", "S: 550 no", "C: DATA", "S: 354 go",
        "C: Subject: one", "C: From: a@example.com", "C: From: b@example.com", "C: ", "C: text of some length secret-word", "C: ..dots", "C%: bare%0A", "C%: piece", "C%: %0D%0A", "C: .", "S: 250 taken",
        "C: BDAT 20", "C: BDAT 12 LAST", "C%: 12345678%0D%0A90", "C: 1234567890", "C: RSET", "C: NOOP", "S: 421 bye", "S: 250-open", "S%: 250 cut", "S: 999 what", "C: secret-word", "C: QUIT", "S: 221 bye",
        "C: {secret:plain}",
    ];

    static Arbitrary<string[]> Talks => Gen.ArrayOf(Gen.Elements(Lines), 60).ToArbitrary();

    public static TheoryData<string, int> FilesInBlocks
    {
        get
        {
            var rows = new TheoryData<string, int>();
            foreach (var file in Conversations.Files)
            {
                rows.Add(file.Data, 1);
                rows.Add(file.Data, 7);
            }

            return rows;
        }
    }

    [Theory, MemberData(nameof(FilesInBlocks))]
    public void What_is_made_on_demand_is_what_reading_a_sample_whole_gives(string name, int blockSize) => Same(Conversations.DocumentOfFile(name), blockSize);

    [Property(MaxTest = 300)]
    public Property What_is_made_on_demand_is_what_reading_a_talk_whole_gives() => Prop.ForAll(Talks, Gen.Choose(1, 9).ToArbitrary(), (lines, blockSize) =>
        Same(TranscriptDocument.Parse(Encoding.UTF8.GetBytes("S: 220 hi\n" + string.Join('\n', lines) + "\n")), blockSize));

    [Fact]
    public void What_is_made_on_demand_is_what_reading_changed_samples_whole_gives()
    {
        var random = new Random(7);
        var read = 0;
        for (var i = 0; i < 600; i++)
        {
            var file = Mutator.Mutate(random, Corpus.Files, ["AUTH LOGIN", "BDAT 10", "DATA", "354 ", ".\r\n", "%0A", "C%: ", "S: ", "\n"]);
            if (Read(file) is { } document)
            {
                read++;
                Same(document, random.Next(1, 6));
            }
        }

        Assert.True(read > 100, $"only {read} of the files were transcripts");
    }

    [Fact]
    public void A_conversation_up_to_a_place_is_that_of_what_was_heard_up_to_there()
    {
        var document = Conversations.Document("S: 220 hi\nC: EHLO c\nS: 250-hi\nS: 250 SIZE\nC: MAIL FROM:<a@b.example>\nS: 250 ok\nC: RCPT TO:<b@b.example>\nS: 250 ok\nC: DATA\nS: 354 go\nC: a\nC: b\nC: c\nC: .\nS: 250 ok\nC: QUIT\nS: 221 bye\n");
        var (index, _) = Conversations.Indexed(document, 3);
        var whole = Conversation.Start(document.StartState());
        var place = 0;
        foreach (var heard in Conversations.Heard(document))
        {
            Assert.Equal(ItemText.Of(whole), ItemText.Of(index.UpTo(place)));
            Assert.Equal(ItemText.Of(heard), ItemText.Of(index[place++]));
            whole = whole.Hear(heard);
        }

        Assert.Equal(place, index.Count);
        Assert.Equal(ItemText.Of(whole), ItemText.Of(index.UpTo(place)));
    }

    static void Same(TranscriptDocument document, int blockSize)
    {
        var whole = Conversations.Of(document);
        var (index, read) = Conversations.Indexed(document, blockSize);

        Assert.Equal(ItemText.Of(whole), ItemText.Of(read));
        Assert.Equal(whole.Facts, read.Facts);
        var numbers = Enumerable.Range(0, whole.Items.Count).ToArray();
        new Random(1).Shuffle(numbers);
        foreach (var number in numbers)
        {
            Assert.Equal(ItemText.Of(whole.Items[number]), ItemText.Of(read.Items[number]));
        }

        Assert.Equal(whole.Items.Select(ItemText.Of), read.Items.Select(ItemText.Of));
        Assert.Equal(whole.Events.Select(ItemText.Of), read.Events.Select(ItemText.Of));
        var half = whole.Items.Count / 2;
        Assert.Equal(whole.Items.From(half).Select(ItemText.Of), read.Items.From(half).Select(ItemText.Of));
        var heard = 0;
        foreach (var one in Conversations.Heard(document))
        {
            Assert.Equal(ItemText.Of(one), ItemText.Of(index[heard++]));
        }

        Assert.Equal(heard, index.Count);
    }

    static TranscriptDocument? Read(byte[] file)
    {
        try
        {
            return TranscriptDocument.Parse(file);
        }
        catch (TranscriptException)
        {
            return null;
        }
    }
}
