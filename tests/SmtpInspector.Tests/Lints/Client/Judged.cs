using System.Text;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Transcripts;

namespace SmtpInspector.Tests.Lints.Client;

/// <summary>What the judge says of the client's side of a conversation written as a transcript.</summary>
static class Judged
{
    /// <summary>A greeting and an EHLO reply that offers much, over TLS.</summary>
    public const string Hello = """
        # SMTP transcript 1
        tls: implicit

        S: 220 foo.com ESMTP
        C: EHLO bar.com
        S: 250-foo.com
        S: 250-SIZE 1000
        S: 250-8BITMIME
        S: 250-SMTPUTF8
        S: 250-DSN
        S: 250-PIPELINING
        S: 250-CHUNKING
        S: 250-AUTH PLAIN LOGIN CRAM-MD5
        S: 250 HELP

        """;

    /// <summary>The same, offering nothing.</summary>
    public const string BareHello = """
        # SMTP transcript 1
        tls: none

        S: 220 foo.com ESMTP
        C: EHLO bar.com
        S: 250 foo.com

        """;

    /// <summary>The rules found in commands, each as "VERB: rule severity start-end", in order.</summary>
    public static IReadOnlyList<string> Commands(string transcript) => Each(transcript, (entry, finding) =>
        $"{entry.Name}: {finding.Rule} {finding.Severity.ToString().ToLowerInvariant()} {finding.Where?.Start}-{finding.Where?.End}");

    /// <summary>The same of a conversation that goes on after <see cref="Hello"/>.</summary>
    public static IReadOnlyList<string> AfterHello(string transcript) => Commands(Hello + transcript);

    /// <summary>The sentences of what was found in commands, in order.</summary>
    public static IReadOnlyList<string> Messages(string transcript) => Each(transcript, (_, finding) => finding.Message);

    static List<string> Each(string transcript, Func<Entry.Command, Finding, string> write)
    {
        var document = TranscriptDocument.Parse(Encoding.UTF8.GetBytes(transcript));
        var judge = new ConversationJudge(document.StartState());
        var found = new List<string>();
        foreach (var happened in document.Events())
        {
            Take(judge.Apply(happened));
        }

        Take(judge.Finish());
        return found;

        void Take(IReadOnlyList<Entry> entries)
        {
            foreach (var entry in entries.OfType<Entry.Command>())
            {
                found.AddRange(entry.Findings.Select(finding => write(entry, finding)));
            }
        }
    }
}
