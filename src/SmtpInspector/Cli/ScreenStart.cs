using SmtpInspector.Config;
using SmtpInspector.Kept;
using SmtpInspector.Net.Certificates;
using SmtpInspector.Protocol.Lessons;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Session;
using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui;
using SmtpInspector.Tui.Home;
using SmtpInspector.Tui.Learning;
using SmtpInspector.Tui.Live;
using SmtpInspector.Tui.Looks;
using SmtpInspector.Tui.Preferences;
using SmtpInspector.Tui.Records;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Cli;

/// <summary>Starts the full screen on what the command line names.</summary>
static class ScreenStart
{
    /// <summary>On the home screen.</summary>
    public static ExitStatus Home(Func<Settings, Settings> over) => Run(over, static model => new Step(model, [Homes.Load]));

    /// <summary>On a server.</summary>
    public static ExitStatus Connect(string target, ConversationArguments arguments, Func<Settings, Settings> over) =>
        Run(over, model => TalkStart.Open(model, new ConnectRequest(target, arguments)));

    /// <summary>On a transcript.</summary>
    public static ExitStatus Open(string path, TranscriptDocument document, bool keepSecrets, Func<Settings, Settings> over) => Run(over, model =>
        RecordPage.Open(model, Path.GetFileName(path), document, keepSecrets).And(Homes.Load));

    /// <summary>On a lesson.</summary>
    public static ExitStatus Learn(Lesson lesson, IReadOnlyList<Lesson> shelf, Func<Settings, Settings> over) =>
        Run(over, model => LessonPage.Begin(model, lesson, shelf).And(Homes.Load));

    // The home screen lies beneath whatever the program was started on.
    static ExitStatus Run(Func<Settings, Settings> over, Func<Model, Step> start)
    {
        // While there is one thread: a connection may follow from the screen.
        TrustStore.Prepare();
        var reading = ConfigFile.Settings(Preferring.Actions);
        var history = InputHistory.Open(StateFolder.Location, reading.Settings.History);
        var surroundings = Surroundings.Of(Environment.GetEnvironmentVariable);
        return new FullScreen(new ScreenServers(), history, TimeProvider.System).Run(size => Preferring
            .Apply(
                new Model
                {
                    Size = size,
                    Surroundings = surroundings,
                    Look = LookChoice.Of(Settings.Usual, surroundings),
                    Page = new HomePage(),
                    History = History.Of(history.Lines),
                },
                over(reading.Settings))
            .Then(start)
            .Then(model => reading.Problems is [var first, ..] ? model.Say(Safe.FromText(Wrong(first), model.Look.Form), ToastKind.Warning) : model));
    }

    static string Wrong(ConfigProblem problem) => problem.Line == 0
        ? problem.Message : FormattableString.Invariant($"{ConfigFile.Location}, line {problem.Line}, column {problem.Column}: {problem.Message}");
}
