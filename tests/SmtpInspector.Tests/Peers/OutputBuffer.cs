using System.Buffers;
using System.Text;

namespace SmtpInspector.Tests.Peers;

/// <summary>What has come out of a process or a connection so far, and a way to wait for more of it.</summary>
sealed class OutputBuffer
{
    readonly ArrayBufferWriter<byte> _octets = new();
    readonly Lock _lock = new();
    TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    bool _ended;

    public byte[] ToArray()
    {
        lock (_lock)
        {
            return _octets.WrittenSpan.ToArray();
        }
    }

    /// <summary>The octets as UTF-8.</summary>
    public override string ToString() => Encoding.UTF8.GetString(ToArray());

    /// <summary>Copies a stream to its end, and tells of each piece as it was read.</summary>
    public async Task FillAsync(Stream stream, Action<byte[]>? arrived = null)
    {
        var piece = new byte[65536];
        int count;
        try
        {
            while ((count = await stream.ReadAsync(piece)) > 0)
            {
                arrived?.Invoke(piece[..count]);
                Add(piece.AsSpan(0, count));
            }
        }
        catch (IOException)
        {
            // A reset ends a stream as an orderly end does: what came before it is what counts.
        }
        finally
        {
            End();
        }
    }

    /// <summary>Waits until a text stands in it; false when the time is over or nothing more comes.</summary>
    public Task<bool> UntilAsync(string text, TimeSpan limit)
    {
        var octets = Encoding.UTF8.GetBytes(text);
        return UntilAsync(all => all.AsSpan().IndexOf(octets) >= 0, limit);
    }

    /// <summary>Waits until a condition holds of everything so far; false when the time is over or nothing more comes.</summary>
    public async Task<bool> UntilAsync(Func<byte[], bool> holds, TimeSpan limit)
    {
        using var late = new CancellationTokenSource(limit);
        while (true)
        {
            Task more;
            bool ended;
            lock (_lock)
            {
                more = _more.Task;
                ended = _ended;
            }

            if (holds(ToArray()))
            {
                return true;
            }

            if (ended || late.IsCancellationRequested)
            {
                return false;
            }

            await Task.WhenAny(more, Task.Delay(Timeout.Infinite, late.Token));
        }
    }

    /// <summary>The octets from a place on, as soon as there are some; empty when nothing more comes.</summary>
    /// <param name="from">How many octets the caller has had.</param>
    public async Task<byte[]> FromAsync(int from)
    {
        while (true)
        {
            Task more;
            lock (_lock)
            {
                if (_octets.WrittenCount > from || _ended)
                {
                    return _octets.WrittenSpan[from..].ToArray();
                }

                more = _more.Task;
            }

            await more;
        }
    }

    /// <summary>Takes what comes next.</summary>
    public void Add(ReadOnlySpan<byte> piece)
    {
        lock (_lock)
        {
            _octets.Write(piece);
            Wake();
        }
    }

    /// <summary>Nothing more comes.</summary>
    public void End()
    {
        lock (_lock)
        {
            _ended = true;
            Wake();
        }
    }

    void Wake()
    {
        _more.TrySetResult();
        _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
