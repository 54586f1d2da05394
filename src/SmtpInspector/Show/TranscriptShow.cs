using System.Text;
using SmtpInspector.Json;
using SmtpInspector.LineMode;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Session;
using SmtpInspector.Terminal.Styling;

namespace SmtpInspector.Show;

/// <summary>Prints a transcript with its judgement.</summary>
static class TranscriptShow
{
    /// <summary>For a person. True when a finding of severity error was made.</summary>
    public static bool Print(TranscriptDocument document, ILineOutput output, bool keepSecrets)
    {
        foreach (var (name, value) in document.Header.Fields)
        {
            output.Print([new($"{name}: ", LineColours.Event), new(value)]);
        }

        if (document.Header.Fields.Count > 0)
        {
            output.Print(StyledLine.Empty);
        }

        var margin = new MarginOutput(output, document.HasTimes);
        var printer = new LinePrinter(margin, keepSecrets, printFailures: true) { Aside = Base64Aside.For };
        var tally = new Tally();
        foreach (var observed in Replay.Of(document))
        {
            // The handshake itself stands outside: what it begins is inside.
            margin.Begin(observed.Event?.At, observed.Before.Tls == true && observed.Event is ConversationEvent.Line or ConversationEvent.Closed);
            printer.Take(observed);
            tally.Take(observed);
        }

        output.Print(StyledLine.Empty);
        foreach (var line in tally.Lines())
        {
            output.Print(StyledLine.Of(line));
        }

        return tally.HasErrors;
    }

    /// <summary>As Markdown, for a ticket. True when a finding of severity error was made.</summary>
    public static bool PrintMarkdown(TranscriptDocument document, Stream output, bool keepSecrets)
    {
        var conversation = ExportItem.Of(Replay.Of(document)).ToList();
        output.Write(Encoding.UTF8.GetBytes(ConversationMarkdown.Render(document.Header, conversation, keepSecrets)));
        return conversation.Exists(item => item.Entry.Findings.Any(finding => finding.Severity == Severity.Error));
    }

    /// <summary>As JSON Lines, onto a stream that buffers. True when a finding of severity error was made.</summary>
    public static bool PrintJson(TranscriptDocument document, Stream output, bool keepSecrets)
    {
        var json = new EntryJson(keepSecrets);
        var tally = new Tally();
        foreach (var observed in Replay.Of(document))
        {
            foreach (var entry in observed.Entries)
            {
                tally.Count(entry);
                if (json.TryRender(entry, out var line))
                {
                    output.Write(line.Span);
                }
            }
        }

        return tally.HasErrors;
    }
}
