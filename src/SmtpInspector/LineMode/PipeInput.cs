namespace SmtpInspector.LineMode;

/// <summary>
/// Lines of a file or a pipe. LF or CRLF ends one, and what ends it is not part of it; a last line without an ending
/// counts. Everything else is left as it is.
/// </summary>
sealed class PipeInput(Stream stream) : ILineInput
{
    // As much as a pipe of Linux holds: a reading is another thread's work, and costs as much for one octet.
    byte[] _buffer = new byte[64 * 1024];
    int _start;
    int _end;
    bool _ended;
    Task? _filling;

    /// <inheritdoc/>
    public int Ahead => int.MaxValue;

    /// <summary>Begins to read, so that the first line is there when it is wanted.</summary>
    public void Begin() => _filling = FillAsync(CancellationToken.None).AsTask();

    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<byte>?> NextAsync(CancellationToken cancellationToken)
    {
        if (_filling is { } filling)
        {
            await filling.WaitAsync(cancellationToken);
            _filling = null;
        }

        while (true)
        {
            if (TryTake(static _ => true, out var line))
            {
                return line;
            }

            if (_ended)
            {
                return null;
            }

            await FillAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public bool TryTake(Func<ReadOnlyMemory<byte>, bool> fits, out ReadOnlyMemory<byte> line)
    {
        line = default;
        if (_filling is not null)
        {
            // What it reads is whole when NextAsync has waited for it.
            return false;
        }

        var rest = _buffer.AsSpan(_start, _end - _start);
        var lineFeed = rest.IndexOf((byte)'\n');
        if (lineFeed < 0 && !(_ended && rest.Length > 0))
        {
            return false;
        }

        var length = lineFeed < 0 ? rest.Length : lineFeed;
        var content = length > 0 && rest[length - 1] == (byte)'\r' && lineFeed >= 0 ? rest[..(length - 1)] : rest[..length];

        // A copy: the line outlives the buffer, in the state and in what is still to be answered.
        line = content.ToArray();
        if (!fits(line))
        {
            return false;
        }

        _start += lineFeed < 0 ? length : length + 1;
        return true;
    }

    async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _ended = read == 0;
        _end += read;
    }
}
