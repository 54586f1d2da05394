using System.Buffers;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Redaction;
using SmtpInspector.Protocol.Transcripts;

namespace SmtpInspector.Tests.Peers;

/// <summary>What must hold of every file of <c>transcripts/</c>, whoever put it there.</summary>
public class SampleTranscriptTests
{
    static string Folder => Path.Combine(Repository.Folder, "transcripts");

    public static TheoryData<string> Samples => [.. Directory.GetFiles(Folder, "*.smtp").Select(file => Path.GetFileName(file))];

    [Theory, MemberData(nameof(Samples))]
    public void What_was_read_and_written_reads_the_same(string name)
    {
        var sample = Read(name);
        var output = new ArrayBufferWriter<byte>();
        var writer = new TranscriptWriter();
        foreach (var happened in sample.Events())
        {
            var left = happened is ConversationEvent.Line line ? line.LeftOut : [];
            writer.Write(happened, [.. left.Select(secret => new SecretSpan(secret.Start, secret.Length, secret.Name))], output);
        }

        var again = TranscriptDocument.Parse(output.WrittenMemory);

        Assert.NotEmpty(sample.Events());
        Assert.Equal(sample.Events().Select(Described), again.Events().Select(Described));
    }

    [Theory, MemberData(nameof(Samples))]
    public void No_credential_stands_in_it(string name)
    {
        foreach (var command in Judged(Read(name)).OfType<Entry.Command>())
        {
            foreach (var secret in command.Secrets)
            {
                // RFC 7628 §3.2.3: the client answers an error with AQ==, which is the same for everyone.
                Assert.Matches(@"^(\{secret:[\w-]+\}|AQ==)$", Octets.Text(command.Wire.Bytes.Span[secret.Start..secret.End]));
            }
        }
    }

    [Theory, MemberData(nameof(Samples))]
    public void It_has_a_title_and_is_listed(string name)
    {
        var title = Read(name).Header.Title;

        Assert.False(string.IsNullOrEmpty(title));
        Assert.Contains($"]({name}) | {title} |", File.ReadAllText(Path.Combine(Folder, "README.md")), StringComparison.Ordinal);
    }

    static List<Entry> Judged(TranscriptDocument sample)
    {
        var judge = new ConversationJudge(sample.StartState());
        return [.. sample.Events().SelectMany(judge.Apply), .. judge.Finish()];
    }

    static TranscriptDocument Read(string name) => TranscriptDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, name)));

    static string Described(ConversationEvent happened) => happened is ConversationEvent.Line line
        ? $"{line.At} {line.Wire.Direction} {line.Own} {Convert.ToHexString(line.Wire.Bytes.Span)} {string.Join(",", line.LeftOut)}"
        : happened is ConversationEvent.TlsStarted tls
            ? $"{tls.At} {tls.Session.Protocol} {tls.Session.Cipher} {tls.Session.Verified} {tls.Session.Certificates.Count}"
            : happened.ToString();
}
