using System.Buffers;
using System.IO.Pipelines;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Net.Practice;

/// <summary>Reads a client's lines off a stream, one at a time; a line over <see cref="PieceLimit"/> comes in pieces.</summary>
sealed class LineReader : IDisposable
{
    /// <summary>Over the longest line any profile takes (RFC 4954 §4: 12288 octets).</summary>
    public const int PieceLimit = 16 * 1024;

    readonly PipeReader _pipe;
    byte[]? _line;

    /// <summary>Reads from <paramref name="stream"/>, which stays the caller's.</summary>
    public LineReader(Stream stream)
    {
        // A read of no octets first: a connection that waits holds no buffer.
        _pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 4096, minimumReadSize: 1024, leaveOpen: true, useZeroByteReads: true));
    }

    /// <summary>The next line or piece, valid until the next call; empty when the client has closed its side.</summary>
    /// <param name="octets">How many octets are to come whatever is in them (RFC 3030 §2): some of those instead; 0 for a line.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<ReadOnlyMemory<byte>> ReadAsync(long octets, CancellationToken cancellationToken)
    {
        Release();
        while (true)
        {
            var result = await _pipe.ReadAsync(cancellationToken);
            if (octets > 0 ? TryTakeOctets(result.Buffer, octets, out var line) : TryTake(result.Buffer, out line))
            {
                _line = ArrayPool<byte>.Shared.Rent((int)line.Length);
                line.CopyTo(_line);
                var length = (int)line.Length;
                _pipe.AdvanceTo(line.End);
                return _line.AsMemory(0, length);
            }

            // What is left without a line ending when the client closes is no line (RFC 5321 §2.3.8).
            _pipe.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            if (result.IsCompleted)
            {
                return default;
            }
        }
    }

    /// <summary>Throws away what was received but not read, and says how much it was. The reader is of no use afterwards.</summary>
    public long Discard()
    {
        var octets = 0L;
        if (_pipe.TryRead(out var result))
        {
            octets = result.Buffer.Length;
            _pipe.AdvanceTo(result.Buffer.End);
        }

        return octets;
    }

    public void Dispose()
    {
        Release();
        _pipe.Complete();
    }

    static bool TryTakeOctets(ReadOnlySequence<byte> buffer, long octets, out ReadOnlySequence<byte> taken)
    {
        taken = buffer.Slice(0, Math.Min(Math.Min(buffer.Length, octets), PieceLimit));
        return taken.Length > 0;
    }

    static bool TryTake(ReadOnlySequence<byte> buffer, out ReadOnlySequence<byte> line)
    {
        var reader = new SequenceReader<byte>(buffer);
        if (LineSplitter.TryTakeLine(ref reader, out line) && line.Length <= PieceLimit)
        {
            return true;
        }

        line = buffer.Length >= PieceLimit ? buffer.Slice(0, PieceLimit) : default;
        return line.Length > 0;
    }

    void Release()
    {
        if (_line is not null)
        {
            ArrayPool<byte>.Shared.Return(_line);
            _line = null;
        }
    }
}
