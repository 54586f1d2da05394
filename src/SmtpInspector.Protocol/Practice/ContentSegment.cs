using System.Buffers;

namespace SmtpInspector.Protocol.Practice;

/// <summary>A block of message content in a sequence.</summary>
sealed class ContentSegment : ReadOnlySequenceSegment<byte>
{
    ContentSegment(ReadOnlyMemory<byte> memory, long runningIndex)
    {
        Memory = memory;
        RunningIndex = runningIndex;
    }

    /// <summary>Joins blocks, each filled up to its length, without copying them.</summary>
    public static ReadOnlySequence<byte> Join(IReadOnlyList<(byte[] Block, int Length)> blocks)
    {
        if (blocks is [])
        {
            return ReadOnlySequence<byte>.Empty;
        }

        var first = new ContentSegment(blocks[0].Block.AsMemory(0, blocks[0].Length), 0);
        var last = first;
        foreach (var (block, length) in blocks.Skip(1))
        {
            var next = new ContentSegment(block.AsMemory(0, length), last.RunningIndex + last.Memory.Length);
            last.Next = next;
            last = next;
        }

        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }
}
