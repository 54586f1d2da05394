using System.Text;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Show;

namespace SmtpInspector.Tests.Show;

public sealed class TranscriptShowTests
{
    [Fact]
    public void Json_lines_go_to_a_stream_that_stays_its_owners()
    {
        using var output = new MemoryStream();
        var document = TranscriptDocument.Parse("S: 220 mail.example.com ESMTP\nC: NOOP\nS: 250 Ok\n"u8.ToArray());

        TranscriptShow.PrintJson(document, output, keepSecrets: false);

        output.WriteByte((byte)'.');
        var lines = Encoding.UTF8.GetString(output.ToArray()).Split('\n');
        Assert.Equal(4, lines.Length);
        Assert.StartsWith("{\"event\":\"reply\",\"at\":null,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("{\"event\":\"command\",\"at\":null,\"verb\":\"NOOP\",", lines[1], StringComparison.Ordinal);
        Assert.Equal(".", lines[3]);
    }
}
