using System.Collections.Concurrent;
using System.Diagnostics;
using SmtpInspector.Cli;
using SmtpInspector.Kept;
using SmtpInspector.LineMode;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Terminal.Device;
using SmtpInspector.Terminal.Drawing;
using SmtpInspector.Terminal.Input;
using SmtpInspector.Tests.Peers;
using SmtpInspector.Tests.Terminal;
using SmtpInspector.Tests.Tui;
using SmtpInspector.Tests.Tui.Exporting;
using SmtpInspector.Tui;
using SmtpInspector.Tui.Effects;
using SmtpInspector.Tui.Home;
using SmtpInspector.Tui.Live;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tests.Hostile;

/// <summary>
/// The full screen within the test's own process: messages folded into the model as its loop does, effects carried out, every
/// frame drawn on a terminal that fails at whatever it does not know.
/// </summary>
static class ScreenRun
{
    /// <summary>Types the row's lines, each when the one before is answered, and leaves when there are no more.</summary>
    /// <param name="home">Where the transcript is saved, as <c>saved.smtp</c>.</param>
    /// <param name="target">The target as in the dialog.</param>
    /// <param name="row">What is typed.</param>
    /// <param name="shown">Takes what line mode would print of it.</param>
    /// <param name="password">What is answered when a password is asked for.</param>
    /// <param name="options">Options of <c>connect</c>.</param>
    public static Result Run(TestHome home, string target, HostileRow row, OutputBuffer shown, string? password, params string[] options)
    {
        var lines = Lines(row.Input);
        var heldBack = Lines(row.Then?.Lines ?? "");
        using var messages = new BlockingCollection<Msg>();
        using var terminal = new FakeTerminal();
        using var effects = new EffectRunner(terminal, new Servers(home, shown), InputHistory.Open(folder: null), messages.Add, () => { }, () => { }, TimeProvider.System);
        var size = new TerminalSize(110, 34);
        var screen = new Screen(new VirtualTerminal(size.Columns, size.Rows), size, ScreenHarness.DefaultLook.Depth);
        var begun = Stopwatch.GetTimestamp();
        var model = new Model { Size = size, Look = ScreenHarness.DefaultLook, Page = new HomePage() };
        var next = 0;
        Take(TalkStart.Open(model, new ConnectRequest(target, LineModeRun.Arguments(options)) { Password = password }));
        var id = ((TalkPage)model.Page).Id;
        while (true)
        {
            // Of all together: the seconds that are counted down on the screen are messages too, ten minutes of them.
            var left = LineModePlay.Limit - Stopwatch.GetElapsedTime(begun);
            Assert.True(
                messages.TryTake(out var message, left > TimeSpan.Zero ? left : TimeSpan.Zero) && left > TimeSpan.Zero,
                $"Not over within {LineModePlay.Limit.TotalSeconds} s:\n{screen}\n{shown}");
            Take(Update.Of(model, message, Stopwatch.GetElapsedTime(begun)));
            if (messages.Count == 0)
            {
                Draw();
            }

            switch (message)
            {
                case Msg.Ended ended:
                    Press(Key.Up);
                    foreach (var tab in "12345")
                    {
                        Tell(KeyEvent.Of(tab));
                        Press(Key.PageUp);
                    }

                    return new((int)ended.Status, ended.Message, screen.ToString(), Exported.Of((TalkPage)model.Page, 2)!, File.ReadAllBytes(home.Path("saved.smtp")));
                case Msg.Asked:
                    Press(Key.Escape);
                    break;
                case Msg.Ready when next < lines.Length:
                    Type(lines[next++]);
                    break;
                case Msg.Ready when next < lines.Length + heldBack.Length:
                    // The conversation goes on meanwhile, beside this thread.
                    Assert.True(shown.UntilAsync(row.Then!.Shown, LineModePlay.Limit).Result, $"\"{row.Then.Shown}\" was not shown:\n{screen}\n{shown}");
                    Type(heldBack[next++ - lines.Length]);
                    break;
                case Msg.Ready:
                    effects.Run(new Effect.Leave(id));
                    break;
            }
        }

        static string[] Lines(string text) => text.Split('\n')[..^1];

        void Type(string line)
        {
            foreach (var character in line)
            {
                Tell(KeyEvent.Of(character));
            }

            Press(Key.Enter);
        }

        void Press(Key key)
        {
            Tell(new KeyEvent(key));
            Draw();
        }

        void Tell(TerminalEvent happened) => Take(Update.Of(model, new Msg.Terminal(happened), Stopwatch.GetElapsedTime(begun)));

        void Take(Step step)
        {
            model = step.Model;
            foreach (var effect in step.Effects)
            {
                effects.Run(effect);
            }
        }

        void Draw()
        {
            View.Draw(screen.BeginFrame(), model);
            screen.EndFrame();
        }
    }

    /// <summary>What came of it.</summary>
    /// <param name="Status">What the exit status of the conversation would be in line mode.</param>
    /// <param name="Message">What is said of a failure; null where there is none.</param>
    /// <param name="Screen">The screen at the end.</param>
    /// <param name="Json">The conversation on the screen, saved as JSON Lines.</param>
    /// <param name="Saved">The transcript's file.</param>
    public sealed record Result(int Status, string? Message, string Screen, byte[] Json, byte[] Saved);

    // As the program opens targets, but for what it keeps in the user's own folders.
    sealed class Servers(TestHome home, OutputBuffer shown) : IServers
    {
        public async Task<OpenedServer> OpenAsync(
            ConnectRequest request, Func<string, CancellationToken, ValueTask<string>> askPassword, CancellationToken cancellationToken)
        {
            var server = await TargetServer.FindAsync(request.Target, request.Arguments, cancellationToken);
            var options = await LineModeRun.OptionsAsync(server, request.Arguments, new PasswordSource(request.Arguments, null) { Ask = askPassword, Known = request.Password });
            var recorder = LineModeRun.Record(home, server, options.Mode, TimeProvider.System, request.Arguments, _ => { });
            var printer = new LinePrinter(new ShownLines(shown), keepSecrets: true, printFailures: true);
            return new OpenedServer(options, TranscriptHeader.Empty, [], [recorder, printer], null, null, () => [], async () =>
            {
                recorder.Dispose();
                await server.DisposeAsync();
            });
        }

        public TranscriptDocument Read(string path) => throw new NotSupportedException();
    }
}
