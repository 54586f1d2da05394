using System.Text;
using SmtpInspector.Cli;
using SmtpInspector.Kept;
using SmtpInspector.LineMode;
using SmtpInspector.Protocol.Comparison;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Explaining;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Protocol.Wire;
using SmtpInspector.Show;
using SmtpInspector.Tests.Hostile;
using SmtpInspector.Tests.Peers;
using SmtpInspector.Tests.Tui;
using SmtpInspector.Tests.Tui.Details;
using SmtpInspector.Tests.Tui.Exporting;
using SmtpInspector.Tui.Details;
using SmtpInspector.Tui.Exporting;
using SmtpInspector.Tui.Talking;
using SmtpInspector.Tui.Transcript;
using TestLooks = SmtpInspector.Tests.Tui.Looks;

namespace SmtpInspector.Tests.Secrecy;

/// <summary>Everything that leaves the program of a conversation. A new output is one more row.</summary>
static class Outputs
{
    public static readonly IReadOnlyList<(string Name, Func<LineModeRun.Result, IEnumerable<byte[]>> Of)> All =
    [
        ("line mode", run => [Encoding.UTF8.GetBytes(run.Lines)]),
        ("JSON Lines", run => [Encoding.UTF8.GetBytes(run.Json)]),
        ("standard error", run => [Encoding.UTF8.GetBytes(run.Message ?? "")]),
        ("the saved transcript", run => [run.Saved]),
        ("show", run => [Shown(run)]),
        ("show --json", run => [ShownAsJson(run)]),
        ("show of each place", run => [Encoding.UTF8.GetBytes(string.Join('\n', Places(run)))]),
        ("show --against", run => [Encoding.UTF8.GetBytes(Compared(run))]),
        ("Markdown", run => [Encoding.UTF8.GetBytes(ConversationMarkdown.Render(TranscriptHeader.Empty, ExportItem.Of(run.Observed), keepSecrets: false))]),
        ("what is copied or saved of an entry", EntryExports),
        ("exported messages", run => MessageExport.All(ExportItem.Of(run.Observed), keepSecrets: false)),
        ("the history", History),
        ("the screen", Screen),
        ("the screen's exports", run => Enumerable.Range(0, Exports.Formats.Count).Select(format => Exported.Of(Page(run), format)).OfType<byte[]>()),
        ("a report of the program's own fault", _ => [Encoding.UTF8.GetBytes(FaultReport.Of(new FormatException(Exchange.Secret, new ArgumentException(Exchange.Secret))))]),
    ];

    static byte[] Shown(LineModeRun.Result run)
    {
        var output = new MemoryStream();
        TranscriptShow.Print(TranscriptDocument.Parse(run.Saved), new StreamOutput(output, depth: null), keepSecrets: false);
        return output.ToArray();
    }

    static byte[] ShownAsJson(LineModeRun.Result run)
    {
        var output = new MemoryStream();
        TranscriptShow.PrintJson(TranscriptDocument.Parse(run.Saved), output, keepSecrets: false);
        return output.ToArray();
    }

    // Of the conversation as it was, and not only of its file, in which placeholders stand already.
    static IEnumerable<string> Places(LineModeRun.Result run)
    {
        var provider = default(SmtpInspector.Protocol.Knowledge.Provider?);
        foreach (var observed in run.Observed)
        {
            foreach (var entry in observed.Entries)
            {
                provider = EntryExplainer.Recognize(provider, entry);
                var place = new TranscriptPlace(entry, observed.Before, observed.After, provider, [1]);
                foreach (var line in PlacePrinter.Lines(place, 0, 120))
                {
                    yield return line;
                }

                for (var i = 0; entry is Protocol.Judgement.Entry.Reply reply && i < reply.Value.Lines.Count; i++)
                {
                    foreach (var line in PlaceText.Render(EntryExplainer.Of(entry, observed.Before, observed.After, provider, i), 120, text => text))
                    {
                        yield return line;
                    }
                }
            }
        }
    }

    static string Compared(LineModeRun.Result run)
    {
        var entries = run.Observed.SelectMany(observed => observed.Entries).ToList();
        var comparison = ConversationComparison.Of(entries, [.. entries.Where((_, i) => i % 3 > 0)]);
        var output = new MemoryStream();
        ComparisonShow.Print("left", "right", comparison, new StreamOutput(output, depth: null));
        return Encoding.UTF8.GetString(output.ToArray());
    }

    static IEnumerable<byte[]> EntryExports(LineModeRun.Result run) =>
        from item in ExportItem.Of(run.Observed)
        from form in EntryExport.FormsOf(item, keepSecrets: false)
        select EntryExport.Render(item, form, keepSecrets: false) into octets
        where octets is not null
        select octets;

    // Each line as a person types it, in the state it is typed in.
    static IEnumerable<byte[]> History(LineModeRun.Result run)
    {
        using var home = new TestHome();
        var history = InputHistory.Open(home.Folder);
        foreach (var observed in run.Observed)
        {
            if (observed.Event is ConversationEvent.Line { Own: false, Wire.Direction: Direction.Client } line)
            {
                history.Remember(Encoding.UTF8.GetString(line.Wire.Content.Span), observed.Before, run.Secrets);
            }
        }

        history.Save();
        return [.. Directory.EnumerateFiles(home.Folder).Select(File.ReadAllBytes)];
    }

    static IEnumerable<byte[]> Screen(LineModeRun.Result run)
    {
        var page = Page(run);
        yield return Encoding.UTF8.GetBytes(ScreenHarness.On(page, 150, 60).Text);
        var items = page.Conversation;
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Lines.Count == 0)
            {
                continue;
            }

            foreach (var tab in DetailTabs.All)
            {
                yield return Encoding.UTF8.GetBytes(TabText.Of(items, items[i], tab.Name, 200, TestLooks.Dark));
            }
        }
    }

    static TalkPage Page(LineModeRun.Result run)
    {
        var conversation = Conversation.Start(SessionState.Start(tls: false));
        foreach (var observed in run.Observed)
        {
            conversation = conversation.Hear(Heard.Of(observed));
        }

        return new TalkPage { Id = 1, Name = "mx.example.com:25", Stage = Stage.Ready, Conversation = conversation };
    }
}
