using System.Text;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Transcripts;

namespace SmtpInspector.Tests.Lints.Server;

/// <summary>A transcript, judged.</summary>
static class Judged
{
    /// <summary>Server greeted.</summary>
    public const string Greeted = "S: 220 mail.example.com ESMTP\n";

    /// <summary>EHLO accepted, with SIZE only.</summary>
    public const string Introduced = Greeted + "C: EHLO client.example.com\nS: 250-mail.example.com\nS: 250 SIZE\n";

    /// <summary>EHLO accepted, with ENHANCEDSTATUSCODES.</summary>
    public const string Enhanced = Greeted + "C: EHLO client.example.com\nS: 250-mail.example.com\nS: 250 ENHANCEDSTATUSCODES\n";

    /// <summary>EHLO accepted, with AUTH, inside TLS.</summary>
    public const string Auth = "# SMTP transcript 1\ntls: implicit\n\n" + Greeted + "C: EHLO client.example.com\nS: 250-mail.example.com\nS: 250 AUTH PLAIN LOGIN\n";

    public static List<Entry> Entries(string transcript)
    {
        var document = TranscriptDocument.Parse(Encoding.UTF8.GetBytes(transcript));
        var judge = new ConversationJudge(document.StartState());
        var entries = new List<Entry>();
        foreach (var happened in document.Events())
        {
            entries.AddRange(judge.Apply(happened));
        }

        entries.AddRange(judge.Finish());
        return entries;
    }

    public static IEnumerable<Finding> Findings(string transcript) => Entries(transcript).SelectMany(entry => entry.Findings);

    /// <summary>One a line: rule, severity, message; empty when there are none.</summary>
    public static string Render(IEnumerable<Finding> findings) =>
        string.Join('\n', findings.Select(finding => $"{finding.Rule} {finding.Severity}: {finding.Message}"));
}
