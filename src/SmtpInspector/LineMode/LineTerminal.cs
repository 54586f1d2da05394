using System.Threading.Channels;
using SmtpInspector.Kept;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Redaction;
using SmtpInspector.Session;
using SmtpInspector.Terminal.Device;
using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Events;
using SmtpInspector.Terminal.Styling;

namespace SmtpInspector.LineMode;

/// <summary>
/// A person at a terminal: a line with editing, history and completion at the bottom, the conversation above it. Keys
/// arrive on a thread of their own; whatever touches the line holds the lock.
/// </summary>
sealed partial class LineTerminal : ILineInput, ILineOutput, IWaiting, IConversationObserver, IDisposable
{
    static readonly TimeSpan LastWord = TimeSpan.FromSeconds(1);
    static readonly StyledLine ClientPrompt = [new("C: ", LineColours.Client)];

    readonly Lock _gate = new();
    readonly RawTerminal _terminal;
    readonly LineEditor _editor;
    readonly InputHistory _history;
    readonly bool _keepSecrets;
    readonly KnownSecrets _secrets;
    readonly Channel<ReadOnlyMemory<byte>> _lines = Channel.CreateUnbounded<ReadOnlyMemory<byte>>();
    TaskCompletionSource? _interrupted;
    SessionState _state = SessionState.Start(tls: false);
    StyledLine _prompt = ClientPrompt;
    bool _warnedOfLeaving;
    int _queued;

    /// <param name="history">What was typed before.</param>
    /// <param name="keepSecrets">Whether credentials are shown while they are typed.</param>
    /// <param name="secrets">The credentials that are known: no line that holds one is kept.</param>
    public LineTerminal(InputHistory history, bool keepSecrets, KnownSecrets secrets)
    {
        _secrets = secrets;
        _history = history;
        _keepSecrets = keepSecrets;
        _terminal = RawTerminal.Open(TerminalFeatures.Line);
        _editor = new LineEditor(_terminal, _terminal.Size, ColorSupport.Detect(Environment.GetEnvironmentVariable))
        {
            Input = LineInput.Empty with { History = History.Of(history.Lines), Completer = Complete },
        };
        _editor.Prompt = _prompt;
        ShowHint();
        _editor.Draw();
        TerminalInput.Start(_terminal, Take);
    }

    /// <summary>Whether there is a person at a terminal on which a line can be edited.</summary>
    public static bool IsAvailable => RawTerminal.IsAvailable && ColorSupport.HasCursorAddressing(Environment.GetEnvironmentVariable);

    /// <summary>The width of the window.</summary>
    public int Columns => _terminal.Size.Columns;

    /// <summary>Says what stands under a line while it holds a text; null where the terminal's own hints do.</summary>
    public Func<string, string?>? Guide { get; set; }

    /// <summary>Whether what is typed goes to the server; what stands before the line says so.</summary>
    public bool IsForServer
    {
        set
        {
            lock (_gate)
            {
                _prompt = value ? ClientPrompt : [new("> ", LineColours.Event)];
                _editor.Prompt = _prompt;
                ShowHint();
                _editor.Draw();
            }
        }
    }

    /// <summary>Whether the user has pressed Ctrl-C twice at an idle prompt.</summary>
    public bool HasLeft { get; private set; }

    public int Ahead
    {
        get
        {
            lock (_gate)
            {
                return _queued;
            }
        }
    }

    public async ValueTask<ReadOnlyMemory<byte>?> NextAsync(CancellationToken cancellationToken)
    {
        if (!await _lines.Reader.WaitToReadAsync(cancellationToken) || !_lines.Reader.TryRead(out var line))
        {
            return null;
        }

        Dequeued();
        return line;
    }

    public bool TryTake(Func<ReadOnlyMemory<byte>, bool> fits, out ReadOnlyMemory<byte> line)
    {
        if (!_lines.Reader.TryPeek(out line) || !fits(line))
        {
            return false;
        }

        _ = _lines.Reader.TryRead(out line);
        Dequeued();
        return true;
    }

    public void Print(StyledLine line, bool hold = false)
    {
        lock (_gate)
        {
            _editor.PrintAbove(line);
        }
    }

    public Task? BeginWait()
    {
        lock (_gate)
        {
            var interrupted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (HasLeft)
            {
                // The reply to QUIT is awaited (RFC 5321 §4.1.1.10), but who leaves at once waits no longer than for a server that answers.
                _ = Task.Delay(LastWord).ContinueWith(_ => interrupted.TrySetResult(), TaskScheduler.Default);
            }

            _interrupted = interrupted;
            return interrupted.Task;
        }
    }

    public void StillWaiting(Pending awaited, TimeSpan waited, TimeSpan limit)
    {
        var what = awaited.Verb switch
        {
            Verb.Connection => "the greeting",
            Verb.EndOfData => "the reply to the message",
            _ => $"the reply to {awaited.Name}",
        };
        lock (_gate)
        {
            _waiting = FormattableString.Invariant($"waiting for {what}: {waited.TotalSeconds:0} s of {limit.TotalSeconds:0} s, Ctrl-C stops waiting");
            ShowHint();
            _editor.Draw();
        }
    }

    public void EndWait()
    {
        lock (_gate)
        {
            _interrupted = null;
            _waiting = null;
            ShowHint();
            _editor.Draw();
        }
    }

    public void Take(in Observed observed)
    {
        if (observed.After.Phase != _state.Phase
            || observed.After.AwaitsAuthAnswer != _state.AwaitsAuthAnswer
            || observed.After.Content != _state.Content
            || observed.Entries.Count > 0)
        {
            Follow(observed.After);
        }
    }

    // Prompt, mask and hint follow the conversation.
    void Follow(SessionState state)
    {
        lock (_gate)
        {
            var masked = state.AwaitsAuthAnswer && !_keepSecrets;
            if (masked && !_editor.Input.Field.IsMasked)
            {
                _editor.Input = _editor.Input.AskForSecret();
            }
            else if (!masked && _editor.Input.Field.IsMasked)
            {
                _editor.Input = _editor.Input.Cleared();
            }

            _state = state;
            ShowHint();
            _editor.Draw();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _editor.Hide();
        }

        _terminal.Dispose();
        _history.Save();
    }

    void Dequeued()
    {
        lock (_gate)
        {
            _queued--;
            ShowHint();
            _editor.Draw();
        }
    }
}
