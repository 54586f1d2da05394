using SmtpInspector.Kept;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Session;
using SmtpInspector.Terminal.Device;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Tui;
using SmtpInspector.Tui.Live;
using SmtpInspector.Tui.Looks;
using SmtpInspector.Tui.Records;
using SmtpInspector.Tui.Talking;
using Conversation = SmtpInspector.Tui.Transcript.Conversation;

namespace SmtpInspector.Cli;

/// <summary>Starts the full screen on what the command line names.</summary>
static class ScreenStart
{
    /// <summary>On a server.</summary>
    public static ExitStatus Connect(string target, ConversationArguments arguments) => Run((model, _) => new Step(
        model with
        {
            NextConversation = 2,
            Page = new TalkPage
            {
                Id = 1,
                Name = target,
                Request = new ConnectRequest(target, arguments),
                Conversation = Conversation.Start(SessionState.Start(tls: false)),
                KeepSecrets = arguments.KeepSecrets,
            },
        },
        [new Effect.Connect(1, new ConnectRequest(target, arguments))]));

    /// <summary>On a transcript.</summary>
    public static ExitStatus Open(string path, TranscriptDocument document, bool keepSecrets) => Run((model, _) =>
        RecordPage.Open(model, Path.GetFileName(path), document, keepSecrets));

    static ExitStatus Run(Func<Model, TerminalSize, Step> start)
    {
        var history = InputHistory.Open(StateFolder.Location);
        var look = LookChoice.AtStart(ColorSupport.Detect(Environment.GetEnvironmentVariable), SafeForm.Unicode, CellWidth.Narrow);
        return new FullScreen(new ScreenServers(), history, TimeProvider.System).Run(size => start(
            new Model { Size = size, Look = look, Page = new TalkPage { Id = 0, Name = "", Conversation = Conversation.Start(SessionState.Start()) } }, size));
    }
}
