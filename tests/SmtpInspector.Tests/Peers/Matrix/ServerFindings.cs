using System.Text;
using System.Text.RegularExpressions;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Tests.Peers.Matrix;

/// <summary>What the judge has to say of the server in a recorded conversation; what it says of the client is the script's doing.</summary>
static partial class ServerFindings
{
    /// <summary>One finding: the rule, its weight and section, what was answered, and the octets of the line it is about.</summary>
    public sealed record Row(string Rule, string Severity, string Reference, string To, string Line);

    /// <summary>Everything found, in the order of the conversation.</summary>
    public static IEnumerable<Row> Of(TranscriptDocument document)
    {
        var judge = new ConversationJudge(document.StartState());
        foreach (var happened in document.Events())
        {
            foreach (var row in judge.Apply(happened).SelectMany(RowsOf).ToArray())
            {
                yield return row;
            }
        }

        foreach (var row in judge.Finish().SelectMany(RowsOf).ToArray())
        {
            yield return row;
        }
    }

    static IEnumerable<Row> RowsOf(Entry entry) => entry switch
    {
        Entry.Reply reply => reply.Findings.Select(finding => Found(
            finding, reply.To?.Name ?? "", reply.Value.Lines[finding.Where?.Line ?? 0].Wire.Content)),
        Entry.Injected injected => injected.Findings.Select(finding => Found(finding, "STARTTLS", injected.Wire.Content)),
        Entry.Closed { By: Direction.Server } closed => closed.Findings.Select(static finding => Found(finding, "", "(closed)"u8.ToArray())),
        _ => [],
    };

    static Row Found(Finding finding, string to, ReadOnlyMemory<byte> line) =>
        new(finding.Rule, finding.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "info" }, finding.Reference, to, Settled(line));

    // What changes from run to run is left out.
    static string Settled(ReadOnlyMemory<byte> line) =>
        Changing().Replace(Encoding.Latin1.GetString(line.Span), "…");

    // Times, the names of queue files, the host's own name; what fills a line.
    [GeneratedRegex(@"(.)\1{20,}|(?<=^250-)\S+(?= - Your hour)|[A-Z][a-z]{2}, \d+ [A-Z][a-z]{2} \d{4} [\d:]+ [+-]\d{4}|(?<=queued as )\w+|(?<=id=)[\w-]+|\b[0-9a-f]{8,}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Changing();
}
