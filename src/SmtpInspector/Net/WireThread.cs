namespace SmtpInspector.Net;

/// <summary>
/// A thread that waits where the system makes one wait: for what a peer sends, for a connection. Whoever awaits it goes on
/// on this very thread, and comes back to it with the next wait: a command and its reply are then a write and a read, with
/// no thread woken in between. So nobody may block on it who is needed to end the wait.
/// </summary>
/// <param name="name">What debuggers call it.</param>
sealed class WireThread(string name) : IDisposable
{
    // A monitor, since it is waited on and pulsed.
    readonly object _gate = new();
    Thread? _thread;
    Func<int>? _wait;
    TaskCompletionSource<int> _waited = new();
    bool _ends;

    /// <summary>Whether it waits, or is about to.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>Has the thread wait for something; one thing at a time.</summary>
    /// <param name="wait">Blocks until it is there.</param>
    /// <returns>What <paramref name="wait"/> returns, or its exception.</returns>
    public Task<int> RunAsync(Func<int> wait)
    {
        lock (_gate)
        {
            IsBusy = true;
            _wait = wait;
            _waited = new TaskCompletionSource<int>();
            if (_thread is null)
            {
                _thread = new Thread(Run) { IsBackground = true, Name = name };
                _thread.Start();
            }
            else if (_thread != Thread.CurrentThread)
            {
                Monitor.Pulse(_gate);
            }

            return _waited.Task;
        }
    }

    /// <summary>Lets the thread end when it waits for nothing more; what it waits for now is the caller's to end.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _ends = true;
            Monitor.Pulse(_gate);
        }
    }

    void Run()
    {
        while (Next() is var (wait, waited))
        {
            int result;
            try
            {
                result = wait();
            }
            catch (OperationCanceledException canceled)
            {
                IsBusy = false;
                waited.SetCanceled(canceled.CancellationToken);
                continue;
            }
            catch (Exception error)
            {
                IsBusy = false;
                waited.SetException(error);
                continue;
            }

            IsBusy = false;
            waited.SetResult(result);
        }
    }

    (Func<int> Wait, TaskCompletionSource<int> Waited)? Next()
    {
        lock (_gate)
        {
            while (_wait is null && !_ends)
            {
                Monitor.Wait(_gate);
            }

            (var wait, _wait) = (_wait, null);
            return wait is null ? null : (wait, _waited);
        }
    }
}
