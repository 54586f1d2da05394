using System.Diagnostics;

namespace SmtpInspector.Terminal.Events;

/// <summary>
/// One thread on which everything happens that concerns the screen. Others post to it; it does what was posted, in order, and then draws: at
/// once after a rest, at most once in <see cref="FrameInterval"/> while more keeps coming. It sleeps when there is nothing to do.
/// </summary>
/// <param name="draw">Draws one frame. Called on the loop's thread only.</param>
public sealed class EventLoop(Action draw)
{
    /// <summary>The least time between two frames: 60 in a second are as many as one sees.</summary>
    public static readonly TimeSpan FrameInterval = TimeSpan.FromMilliseconds(16);

    readonly object _gate = new();
    readonly FramePacer _pacer = new(FrameInterval);
    List<Action> _queue = [];
    List<Action> _running = [];
    bool _stopped;

    /// <summary>Has something done on the loop's thread; may be called from any. After <see cref="Stop"/> it is dropped.</summary>
    public void Post(Action action)
    {
        lock (_gate)
        {
            _queue.Add(action);
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Says that the screen is out of date. To be called on the loop's thread.</summary>
    public void Invalidate() => _pacer.Invalidate();

    /// <summary>Ends the loop after what is being done now; may be called from any thread.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            _stopped = true;
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Runs until it is stopped, on the thread that calls. What is thrown by an action or by drawing comes out here.</summary>
    public void Run()
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            RunPosted();
            if (_stopped)
            {
                return;
            }

            var now = Stopwatch.GetElapsedTime(start);
            var wait = _pacer.UntilDue(now);
            if (wait == TimeSpan.Zero)
            {
                draw();
                _pacer.Drawn(now);
            }
            else
            {
                WaitForPost(wait);
            }
        }
    }

    /// <summary>What is posted meanwhile waits for the next round, so that a flood does not keep a frame from being drawn.</summary>
    void RunPosted()
    {
        lock (_gate)
        {
            (_queue, _running) = (_running, _queue);
        }

        foreach (var action in _running)
        {
            action();
            if (_stopped)
            {
                break;
            }
        }

        _running.Clear();
    }

    void WaitForPost(TimeSpan most)
    {
        lock (_gate)
        {
            if (_queue.Count == 0 && !_stopped)
            {
                Monitor.Wait(_gate, most);
            }
        }
    }
}
