using SmtpInspector.Kept;
using SmtpInspector.Session;
using SmtpInspector.Terminal.Device;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Files;
using SmtpInspector.Tui.Live;
using SmtpInspector.Tui.Records;

namespace SmtpInspector.Tui.Effects;

/// <summary>Does what the model wants done. Called on the screen's thread; what takes time happens on others and comes back as messages.</summary>
sealed class EffectRunner(ITerminal terminal, IServers servers, InputHistory history, Action<Msg> tell, Action redraw, Action stop, TimeProvider time) : IDisposable
{
    static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    readonly Dictionary<int, ILive> _talks = [];
    readonly CancellationTokenSource _ended = new();
    CancellationTokenSource? _listing;
    bool _quitting;

    /// <summary>Does it.</summary>
    public void Run(Effect effect)
    {
        switch (effect)
        {
            case Effect.Later(var after, var what):
                _ = TellAsync(after, what);
                break;
            case Effect.Connect(var id, var request):
                var talk = new LiveTalk(id, request, servers, tell, time);
                _talks[id] = talk;
                talk.Start();
                break;
            case Effect.Teach(var id, var lesson):
                var taught = new LiveLesson(id, lesson, tell, time);
                _talks[id] = taught;
                taught.Start();
                break;
            case Effect.Read(var id, var index):
                Run(new Effect.Run(cancellationToken =>
                {
                    try
                    {
                        RecordReader.Read(index, (read, isAll) => tell(new Msg.Recorded(id, read, isAll)), cancellationToken);
                        return Task.FromResult<Func<Model, Step>>(static model => model);
                    }
                    catch (Exception wrong) when (wrong is UsageException or Protocol.Transcripts.TranscriptException)
                    {
                        // Changed underneath while it was read: what there is of it stays.
                        return Task.FromResult<Func<Model, Step>>(model => Talking.TalkUpdate.With(model, id, static page => page with { IsReading = false })
                            .Say(Terminal.Text.Safe.FromText(wrong.Message), ToastKind.Error));
                    }
                }));
                break;
            case Effect.ReadFile(var path, var then):
                Run(new Effect.Run(_ =>
                {
                    var document = servers.Read(path);
                    return Task.FromResult<Func<Model, Step>>(model => then(model, Path.GetFileName(path), document));
                }));
                break;
            case Effect.Send send:
                Talk(send.Conversation)?.Send(send.Lines, send.Ahead);
                break;
            case Effect.StopWaiting(var id):
                Talk(id)?.StopWaiting();
                break;
            case Effect.Leave(var id):
                Talk(id)?.Leave();
                break;
            case Effect.Answer answer:
                Talk(answer.Conversation)?.Answer(answer.Choice, answer.Text);
                break;
            case Effect.Remember(var line):
                if (history.Add(line))
                {
                    // At once: a program that is killed, or whose terminal is closed, saves nothing at its end.
                    history.Save();
                }

                break;
            case Effect.Copy(var octets):
                terminal.Write(Clipboard.Copy(octets.Span, Environment.GetEnvironmentVariable("TMUX") is { Length: > 0 }));
                break;
            case Effect.UseMouse(var on):
                terminal.Features = on ? terminal.Features | TerminalFeatures.Mouse : terminal.Features & ~TerminalFeatures.Mouse;
                break;
            case Effect.Suspend:
                terminal.Suspend();
                redraw();
                break;
            case Effect.Redraw:
                redraw();
                break;
            case Effect.ListNames(var typed):
                _listing?.Cancel();
                _listing = CancellationTokenSource.CreateLinkedTokenSource(_ended.Token);
                _ = ListAsync(typed, _listing.Token);
                break;
            case Effect.Run(var work):
                _ = WorkAsync(work);
                break;
            case Effect.Quit:
                _ = QuitAsync();
                break;
        }
    }

    public void Dispose()
    {
        _ended.Cancel();
        foreach (var talk in _talks.Values)
        {
            talk.Dispose();
        }

        history.Save();
    }

    ILive? Talk(int id) => _talks.GetValueOrDefault(id);

    async Task TellAsync(TimeSpan after, Msg what)
    {
        try
        {
            await Task.Delay(after, time, _ended.Token);
            tell(what);
        }
        catch (OperationCanceledException)
        {
            // The program is over.
        }
    }

    async Task WorkAsync(Func<CancellationToken, Task<Func<Model, Step>>> work)
    {
        try
        {
            tell(new Msg.Done(await Task.Run(() => work(_ended.Token))));
        }
        catch (OperationCanceledException)
        {
            // The program is over.
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or UsageException or Protocol.Transcripts.TranscriptException)
        {
            tell(new Msg.Done(model => model.Say(Terminal.Text.Safe.FromText(wrong.Message), ToastKind.Error)));
        }
        catch (Exception defect)
        {
            tell(new Msg.Done(_ => throw new InvalidOperationException("what was to be done failed", defect)));
        }
    }

    async Task ListAsync(string typed, CancellationToken cancellationToken)
    {
        try
        {
            tell(new Msg.Listed(typed, await Task.Run(() => FolderNames.Read(typed, cancellationToken), cancellationToken)));
        }
        catch (OperationCanceledException)
        {
            // Others are wanted by now, or none.
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Of these a path with a NUL in it is the argument.
            tell(new Msg.Listed(typed, FolderNames.None, wrong.Message));
        }
    }

    // Whoever does not answer in time is not waited for: nothing is lost, as every conversation is kept while it goes on.
    async Task QuitAsync()
    {
        if (_quitting)
        {
            stop();
            return;
        }

        _quitting = true;
        foreach (var talk in _talks.Values)
        {
            talk.Leave();
        }

        await Task.WhenAny(Task.WhenAll(_talks.Values.Select(talk => talk.Running)), Task.Delay(Farewell, time));
        stop();
    }
}
