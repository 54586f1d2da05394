using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;

namespace SmtpInspector.LineMode;

/// <summary>Lines to a stream: with colours on a terminal, as plain text elsewhere.</summary>
/// <param name="stream">The stream; one that buffers, so that lines held back cost no call of the system's each.</param>
/// <param name="depth">The colours; null for plain text.</param>
/// <param name="flush">Whether each line goes out at once, as a conversation's must.</param>
sealed class StreamOutput(Stream stream, ColorDepth? depth, bool flush = true) : ILineOutput
{
    readonly AnsiBuffer _buffer = new(depth ?? ColorDepth.None);
    byte[] _plain = new byte[512];

    public void Print(StyledLine line, bool hold = false)
    {
        if (depth is null)
        {
            PrintPlain(line);
        }
        else
        {
            _buffer.Clear();
            _buffer.Append(line);
            _buffer.Control("\n"u8);
            stream.Write(_buffer.Written);
        }

        if (!hold)
        {
            Flush();
        }
    }

    public bool TryPrint(ReadOnlySpan<byte> mark, ReadOnlySpan<byte> octets, bool hold)
    {
        if (depth is not null || !Safe.IsPlain(octets))
        {
            return false;
        }

        stream.Write(mark);
        stream.Write(octets);
        stream.Write("\n"u8);
        if (!hold)
        {
            Flush();
        }

        return true;
    }

    public void Flush()
    {
        if (flush)
        {
            stream.Flush();
        }
    }

    void PrintPlain(StyledLine line)
    {
        var length = 0;
        foreach (var run in line.Runs)
        {
            var text = run.Text.Text;
            var most = System.Text.Encoding.UTF8.GetMaxByteCount(text.Length) + 1;
            if (length + most > _plain.Length)
            {
                Array.Resize(ref _plain, Math.Max(_plain.Length * 2, length + most));
            }

            length += System.Text.Encoding.UTF8.GetBytes(text, _plain.AsSpan(length));
        }

        _plain[length++] = (byte)'\n';
        stream.Write(_plain, 0, length);
    }
}
