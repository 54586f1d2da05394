using System.Net;
using System.Net.Sockets;

namespace SmtpInspector.Net;

/// <summary>Tries several addresses, each a little after the one before; the first that connects wins (RFC 8305 §5).</summary>
/// <typeparam name="T">What a connection is.</typeparam>
sealed class HappyEyeballs<T>(Func<IPAddress, CancellationToken, Task<T>> connect, TimeProvider time)
    where T : class, IDisposable
{
    /// <summary>RFC 8305 §8: the recommended Connection Attempt Delay.</summary>
    public static readonly TimeSpan Stagger = TimeSpan.FromMilliseconds(250);

    readonly List<ConnectAttempt> _failed = [];

    /// <summary>The addresses that failed, in the order of their failures.</summary>
    public IReadOnlyList<ConnectAttempt> Failed => _failed;

    /// <summary>The first connection that stands; null when every address failed.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; no attempt goes on.</exception>
    public async Task<T?> ConnectAsync(IReadOnlyList<IPAddress> addresses, CancellationToken cancellationToken)
    {
        using var race = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = new List<(IPAddress Address, Task<T> Task)>();
        try
        {
            for (var next = 0; next < addresses.Count || running.Count > 0;)
            {
                if (next < addresses.Count)
                {
                    running.Add((addresses[next], connect(addresses[next], race.Token)));
                    next++;
                }

                // RFC 8305 §5: the next attempt starts after the delay, or at once when one has failed.
                if (!await AnyDoneAsync(running, next < addresses.Count, race.Token))
                {
                    continue;
                }

                if (await TakeWinnerAsync(running) is { } winner)
                {
                    return winner;
                }
            }

            return null;
        }
        finally
        {
            await race.CancelAsync();
            _ = DisposeLosersAsync(running);
        }
    }

    async Task<bool> AnyDoneAsync(
        List<(IPAddress Address, Task<T> Task)> running, bool moreToTry, CancellationToken cancellationToken)
    {
        var any = Task.WhenAny(running.ConvertAll(attempt => attempt.Task));
        if (!moreToTry)
        {
            await any.WaitAsync(cancellationToken);
            return true;
        }

        using var delay = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(any, Task.Delay(Stagger, time, delay.Token));
        await delay.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        return any.IsCompleted;
    }

    async Task<T?> TakeWinnerAsync(List<(IPAddress Address, Task<T> Task)> running)
    {
        for (var i = running.Count - 1; i >= 0; i--)
        {
            var (address, task) = running[i];
            if (!task.IsCompleted)
            {
                continue;
            }

            running.RemoveAt(i);
            try
            {
                return await task;
            }
            catch (SocketException error)
            {
                _failed.Add(new(address, error));
            }
        }

        return null;
    }

    static async Task DisposeLosersAsync(List<(IPAddress Address, Task<T> Task)> losers)
    {
        foreach (var (_, task) in losers)
        {
            try
            {
                (await task).Dispose();
            }
            catch (Exception error) when (error is SocketException or OperationCanceledException)
            {
                // It lost the race; why it would not have stood is of no interest any more.
            }
        }
    }
}
