using SmtpInspector.Kept;
using SmtpInspector.Net.Certificates;
using SmtpInspector.Protocol.Lessons;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Session;
using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Tui;
using SmtpInspector.Tui.Home;
using SmtpInspector.Tui.Learning;
using SmtpInspector.Tui.Live;
using SmtpInspector.Tui.Looks;
using SmtpInspector.Tui.Records;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Cli;

/// <summary>Starts the full screen on what the command line names.</summary>
static class ScreenStart
{
    /// <summary>On the home screen.</summary>
    public static ExitStatus Home() => Run(static model => new Step(model, [Homes.Load]));

    /// <summary>On a server.</summary>
    public static ExitStatus Connect(string target, ConversationArguments arguments) =>
        Run(model => TalkStart.Open(model, new ConnectRequest(target, arguments)));

    /// <summary>On a transcript.</summary>
    public static ExitStatus Open(string path, TranscriptDocument document, bool keepSecrets) => Run(model =>
        RecordPage.Open(model, Path.GetFileName(path), document, keepSecrets).And(Homes.Load));

    /// <summary>On a lesson.</summary>
    public static ExitStatus Learn(Lesson lesson) => Run(model => LessonPage.Begin(model, lesson).And(Homes.Load));

    // The home screen lies beneath whatever the program was started on.
    static ExitStatus Run(Func<Model, Step> start)
    {
        // While there is one thread: a connection may follow from the screen.
        TrustStore.Prepare();
        var history = InputHistory.Open(StateFolder.Location);
        var look = LookChoice.AtStart(ColorSupport.Detect(Environment.GetEnvironmentVariable), SafeForm.Unicode, CellWidth.Narrow);
        return new FullScreen(new ScreenServers(), history, TimeProvider.System).Run(size => start(
            new Model { Size = size, Look = look, Page = new HomePage(), History = History.Of(history.Lines) }));
    }
}
