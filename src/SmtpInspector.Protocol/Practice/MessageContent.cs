using System.Buffers;

namespace SmtpInspector.Protocol.Practice;

/// <summary>
/// Collects message content in blocks, up to a limit. What goes over it is counted and dropped, so that the client is heard to the
/// end and refused after the dot (RFC 1870 §6.3), not cut off. The blocks become the message: it is never copied into one piece,
/// which for a large one would double what it costs.
/// </summary>
/// <param name="memory">The shared room.</param>
/// <param name="limit">The most octets held.</param>
/// <param name="lenientEnd">Whether a dot between bare line feeds ends the content, as some servers wrongly think.</param>
sealed class MessageContent(PracticeMemory memory, int limit, bool lenientEnd = false) : IDisposable
{
    // RFC 5321 §4.5.3.1.6, with the CRLF and without the dot that is stuffed.
    const int LongestLine = 1000;
    const int FirstBlock = 4 * 1024;

    /// <summary>Below what the runtime treats as a large object, and so gives back late.</summary>
    const int LargestBlock = 64 * 1024;

    readonly List<(byte[] Block, int Length)> _blocks = [];
    long _held;
    bool _atLineStart = true;
    bool _afterCr;

    /// <summary>How many octets of content came, held or not.</summary>
    public long Length { get; private set; }

    public bool IsTooLarge => Length > limit;

    /// <summary>Whether the shared room for content ran out.</summary>
    public bool IsStorageFull { get; private set; }

    /// <summary>Whether a line ended in anything but CRLF.</summary>
    public bool HasBareLineEnding { get; private set; }

    /// <summary>Whether a line was over 1000 octets with its ending.</summary>
    public bool HasLongLine { get; private set; }

    /// <summary>Whether there were octets over 127.</summary>
    public bool HasEightBit { get; private set; }

    /// <summary>Takes octets of a chunk: no dot means anything there (RFC 3030 §2).</summary>
    public void ReceiveChunk(ReadOnlySpan<byte> octets) => Hold(octets);

    /// <summary>Takes a line, or a piece of one too long to hold. True when it was the line of one dot: the content is complete.</summary>
    public bool Receive(ReadOnlySpan<byte> piece)
    {
        // RFC 5321 §4.1.1.4, §2.3.8: only CR LF . CR LF ends content. A dot behind a bare LF does not: that is how mail is smuggled.
        if (_atLineStart && (piece.SequenceEqual(".\r\n"u8) || (lenientEnd && piece.SequenceEqual(".\n"u8))))
        {
            return true;
        }

        // RFC 5321 §4.5.2: a leading dot on any other line was put there by the client.
        var text = _atLineStart && piece is [(byte)'.', ..] ? piece[1..] : piece;
        Look(piece);
        _atLineStart = piece is [.., (byte)'\r', (byte)'\n'] || (_afterCr && piece is [(byte)'\n']) || (lenientEnd && piece is [.., (byte)'\n']);
        _afterCr = piece is [.., (byte)'\r'];
        Hold(text);
        return false;
    }

    void Look(ReadOnlySpan<byte> piece)
    {
        var line = piece is [.., (byte)'\n'] ? piece[..^1] : piece;
        line = line is [.., (byte)'\r'] ? line[..^1] : line;
        HasBareLineEnding |= (piece is [.., (byte)'\n'] && piece is not [.., (byte)'\r', (byte)'\n'] && !(_afterCr && piece.Length == 1))
            || line.Contains((byte)'\r');
        HasLongLine |= piece.Length > LongestLine || (!_atLineStart && piece.Length > 0 && piece is not [(byte)'\n']);
        HasEightBit |= piece.IndexOfAnyInRange((byte)128, (byte)255) >= 0;
    }

    void Hold(ReadOnlySpan<byte> text)
    {
        Length += text.Length;
        if (!IsTooLarge && !IsStorageFull)
        {
            Append(text);
        }
        else
        {
            Release();
        }
    }

    /// <summary>What was collected.</summary>
    public ReadOnlySequence<byte> ToSequence() => ContentSegment.Join(_blocks);

    public void Dispose() => Release();

    void Append(ReadOnlySpan<byte> text)
    {
        while (text.Length > 0)
        {
            if (_blocks.Count == 0 || _blocks[^1].Length == _blocks[^1].Block.Length)
            {
                if (!TryAddBlock())
                {
                    IsStorageFull = true;
                    Release();
                    return;
                }
            }

            var (block, length) = _blocks[^1];
            var taken = Math.Min(text.Length, block.Length - length);
            text[..taken].CopyTo(block.AsSpan(length));
            _blocks[^1] = (block, length + taken);
            text = text[taken..];
        }
    }

    bool TryAddBlock()
    {
        var size = _blocks.Count == 0 ? FirstBlock : Math.Min(_blocks[^1].Block.Length * 2, LargestBlock);
        if (!memory.TryTake(size))
        {
            return false;
        }

        _held += size;
        _blocks.Add((GC.AllocateUninitializedArray<byte>(size), 0));
        return true;
    }

    void Release()
    {
        memory.GiveBack(_held);
        _blocks.Clear();
        _held = 0;
    }
}
