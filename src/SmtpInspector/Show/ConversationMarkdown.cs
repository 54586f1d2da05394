using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SmtpInspector.LineMode;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Redaction;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Protocol.Wire;
using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Show;

/// <summary>
/// A conversation as Markdown, for a ticket or a mail: what was said with times and verdicts, what was found under each line, and
/// a list of the findings with links to their sections. Nothing of the peer's can end the block it stands in.
/// </summary>
sealed partial class ConversationMarkdown
{
    // A message is its reader's; a ticket wants to see how it begins.
    const int MostContentLines = 40;
    const string Legend = "✓ success · → go on · ~ transient failure · ✗ permanent failure · ? no valid reply";

    readonly StringBuilder _block = new();
    readonly List<Finding> _findings = [];
    readonly Tally _tally = new();
    readonly bool _keepSecrets;
    readonly bool _hasTimes;

    ConversationMarkdown(bool keepSecrets, bool hasTimes) => (_keepSecrets, _hasTimes) = (keepSecrets, hasTimes);

    /// <summary>The whole text, its lines ended by LF.</summary>
    /// <param name="header">Server, date and title.</param>
    /// <param name="conversation">The conversation; gone through twice, for it may be long.</param>
    /// <param name="keepSecrets">Whether credentials stay in it.</param>
    public static string Render(TranscriptHeader header, IEnumerable<ExportItem> conversation, bool keepSecrets)
    {
        var markdown = new ConversationMarkdown(keepSecrets, conversation.Any(static item => item.Entry.At is not null));
        foreach (var item in conversation)
        {
            markdown.Add(item);
        }

        return markdown.Text(header);
    }

    string Text(TranscriptHeader header)
    {
        var text = new StringBuilder();
        text.Append("# SMTP conversation").Append(header.Peer is { Length: > 0 } peer ? $" with {Code(peer)}" : "").Append("\n\n");
        if (header.Title is { Length: > 0 } title)
        {
            text.Append(Escaped(title)).Append("\n\n");
        }

        if (header.Date is { } date)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {date.ToUniversalTime():yyyy-MM-dd HH:mm:ss} UTC\n");
        }

        foreach (var line in _tally.Lines())
        {
            text.Append("- ").Append(Escaped(line)).Append('\n');
        }

        // Longer than any run of backticks in it: a server must not be able to leave the block.
        var fence = new string('`', Math.Max(3, LongestRun(_block.ToString()) + 1));
        text.Append('\n').Append(fence).Append("text\n").Append(_block).Append(fence).Append("\n\n").Append(Legend).Append('\n');
        if (_findings.Count > 0)
        {
            text.Append("\n## Findings\n\n");
            foreach (var same in _findings.GroupBy(finding => (finding.Id, finding.Severity, finding.Message)))
            {
                var count = same.Count() > 1 ? FormattableString.Invariant($" ({same.Count()} times)") : "";
                text.Append(CultureInfo.InvariantCulture, $"- **{NameOf(same.Key.Severity)}** {Code(same.First().Rule)}: {Escaped(same.Key.Message)} ({Linked(same.First().Reference)}){count}\n");
            }
        }

        return text.ToString();
    }

    void Add(ExportItem item)
    {
        _tally.Count(item.Entry);
        var at = item.Entry.At;
        var mark = item.Entry is Entry.Reply reply ? MarkOf(reply.Value.Class) : ' ';
        if (item.Entry is Entry.Command { Own: true })
        {
            Line(ref at, ' ', "* sent by the program itself:");
        }

        if (item.Lines.Count > 0 && item.Entry is not Entry.Injected)
        {
            AddLines(item, ref at, mark);
        }
        else if (EventText.Of(item.Entry) is { } words)
        {
            foreach (var line in words.Split('\n'))
            {
                Line(ref at, ' ', $"* {line}");
            }
        }

        foreach (var finding in item.Entry.Findings)
        {
            _findings.Add(finding);
            Line(ref at, ' ', $"   {MarkOf(finding.Severity)} {finding.Rule}: {finding.Message} ({finding.Reference})");
        }
    }

    void AddLines(ExportItem item, ref TimeSpan? at, char mark)
    {
        var most = item.Entry is Entry.Data ? MostContentLines : int.MaxValue;
        for (var i = 0; i < Math.Min(most, item.Lines.Count); i++)
        {
            var line = item.Lines[i];
            var side = line.Wire.Direction == Direction.Client ? "C: " : "S: ";
            var aside = i == item.Lines.Count - 1 && Challenge(item.Entry) is { } challenge ? $"   (base64: {challenge})" : "";
            Line(ref at, mark, side + Safe.FromBytes(line.Content(_keepSecrets).Span).Text + aside);
            mark = ' ';
        }

        if (item.Lines.Count > most)
        {
            Line(ref at, ' ', FormattableString.Invariant($"   … {item.Lines.Count - most} more lines of the message"));
        }
    }

    static string? Challenge(Entry entry) =>
        entry is Entry.Reply { Value.Code: 334, To.Verb: Verb.Auth } reply && Base64Payload.Decode(reply.Value.Lines[^1].TextBytes.Span) is { Length: > 0 } octets
            ? Safe.FromBytes(octets).Text
            : null;

    // The time stands before an item's first line only.
    void Line(ref TimeSpan? at, char mark, string text)
    {
        if (_hasTimes)
        {
            _block.Append(at is { } time ? FormattableString.Invariant($"{time.TotalSeconds,9:0.000}") : new string(' ', 9)).Append(' ');
            at = null;
        }

        _block.Append($"{mark} {Safe.FromText(text).Text}".TrimEnd()).Append('\n');
    }

    static char MarkOf(ReplyClass replyClass) => replyClass switch
    {
        ReplyClass.Success => '✓',
        ReplyClass.Intermediate => '→',
        ReplyClass.Transient => '~',
        ReplyClass.Permanent => '✗',
        ReplyClass.Invalid => '?',
    };

    static char MarkOf(Severity severity) => severity switch
    {
        Severity.Error => '!',
        Severity.Warning => '~',
        Severity.Info => 'i',
    };

    static string NameOf(Severity severity) => severity.ToString().ToLowerInvariant();

    static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var character in text)
        {
            run = character == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    // CommonMark §6.1: a code span is delimited by more backticks than stand together in it.
    static string Code(string text)
    {
        var safe = Safe.FromText(text).Text;
        var delimiter = new string('`', LongestRun(safe) + 1);
        var space = safe is ['`', ..] or [.., '`'] ? " " : "";
        return $"{delimiter}{space}{safe}{space}{delimiter}";
    }

    // CommonMark §2.4: any ASCII punctuation may be escaped; these are the ones that begin something within a paragraph.
    static string Escaped(string text) => Special().Replace(Safe.FromText(text).Text, @"\$0");

    // "RFC 5321 §4.2.1" leads to its section; a vendor's document is named only.
    static string Linked(string reference)
    {
        var match = Section().Match(reference);
        return match.Success
            ? $"[{reference}](https://www.rfc-editor.org/rfc/rfc{match.Groups["rfc"].Value}{(match.Groups["section"] is { Success: true, Value: var section } ? $"#section-{section}" : "")})"
            : Escaped(reference);
    }

    [GeneratedRegex(@"[\\`*_\[\]<>|#&~]")]
    private static partial Regex Special();

    [GeneratedRegex(@"^RFC (?<rfc>\d+)(?: §(?<section>\d+(?:\.\d+)*))?$")]
    private static partial Regex Section();
}
