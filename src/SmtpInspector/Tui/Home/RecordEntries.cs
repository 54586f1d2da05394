using SmtpInspector.Kept;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Exporting;
using SmtpInspector.Tui.Records;

namespace SmtpInspector.Tui.Home;

/// <summary>Conversations that are over: those that were kept, and files.</summary>
static class RecordEntries
{
    const string Section = "Records";

    /// <summary>The entries, the newest conversation first.</summary>
    public static IEnumerable<HomeEntry> All(HomeData data)
    {
        yield return new("file", Section, "Open a transcript", "a file, of this program or of another", Saving.Open)
        {
            Explanation = "Enter asks for the file. It is judged as a live conversation is, and can be played back.",
            Words = "load import log",
        };
        foreach (var kept in data.Kept)
        {
            var (outcome, kind) = Outcome(kept.Outcome);
            yield return new($"kept {kept.Path}", Section, kept.Peer.Length == 0 ? "a conversation" : kept.Peer, $"{When.Of(kept.Began, data.Read)}: {Counts(kept.Summary)}", model => new Step(model, [RecordPage.Read(kept.Path)]))
            {
                Note = outcome,
                NoteKind = kind,
                Explanation = "Enter opens it, to read and to play back. It was kept without the credentials.",
                Words = "kept conversation",
            };
        }
    }

    static string Counts(KeptSummary summary)
    {
        var parts = new List<string> { Count(summary.Commands, "command") };
        foreach (var (count, what) in ((int, string)[])[(summary.Accepted, "accepted"), (summary.Refused, "refused")])
        {
            if (count > 0)
            {
                parts.Add(FormattableString.Invariant($"{count} {what}"));
            }
        }

        if (summary.Errors > 0)
        {
            parts.Add(Count(summary.Errors, "error"));
        }

        if (summary.Warnings > 0)
        {
            parts.Add(Count(summary.Warnings, "warning"));
        }

        return string.Join(", ", parts);
    }

    static string Count(int count, string what) => FormattableString.Invariant($"{count} {what}{(count == 1 ? "" : "s")}");

    static (string, ToastKind?) Outcome(KeptOutcome outcome) => outcome switch
    {
        KeptOutcome.GoingOn => ("goes on", ToastKind.Info),
        KeptOutcome.CutOff => ("cut off", ToastKind.Warning),
        KeptOutcome.Quit => ("quit", null),
        KeptOutcome.Left => ("left", null),
        KeptOutcome.ServerClosed => ("server closed", ToastKind.Warning),
        KeptOutcome.NoConnection => ("no connection", ToastKind.Error),
        KeptOutcome.TlsFailed => ("TLS failed", ToastKind.Error),
        KeptOutcome.TimedOut => ("timed out", ToastKind.Error),
    };
}
