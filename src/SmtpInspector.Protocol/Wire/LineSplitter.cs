using System.Buffers;

namespace SmtpInspector.Protocol.Wire;

/// <summary>Cuts a byte stream into lines at each LF. Nothing is trimmed, joined or mended.</summary>
public static class LineSplitter
{
    /// <summary>
    /// Takes the next line, terminator included, off <paramref name="reader"/>.
    /// False means "not yet": no LF has come, and nothing was consumed.
    /// </summary>
    public static bool TryTakeLine(ref SequenceReader<byte> reader, out ReadOnlySequence<byte> line)
    {
        // A bare LF ends a line too, so that it can be seen and found: RFC 5321 §2.3.8 forbids it, servers send it.
        var start = reader.Position;
        if (!reader.TryAdvanceTo((byte)'\n'))
        {
            line = default;
            return false;
        }

        line = reader.Sequence.Slice(start, reader.Position);
        return true;
    }
}
