using System.Buffers;

namespace SmtpInspector.Protocol.Message;

/// <summary>Gathers the lines of one header field after the other, within the limits of a whole message.</summary>
sealed class HeaderCollector(ReaderLimits limits)
{
    // What a field costs besides its octets.
    const int FieldCost = 64;

    readonly ArrayBufferWriter<byte> _octets = new();
    int _left = limits.HeaderOctets;
    MimePart? _part;
    long _start;
    int _line;
    long _length;
    bool _isKept;

    /// <summary>Whether a field has begun that the next line may continue.</summary>
    public bool IsInField => _part is not null;

    /// <summary>A line begins a field.</summary>
    public void Begin(MimePart part, ReadOnlySpan<byte> piece, long start, int line)
    {
        End(start);
        _part = part;
        _start = start;
        _line = line;
        // A field whose first line does not fit is left out; one that is too long later is cut.
        _isKept = piece.Length + FieldCost <= _left;
        _left -= _isKept ? FieldCost : 0;
        part.IsHeaderCut |= !_isKept;
        Append(piece);
    }

    /// <summary>A piece that belongs to the field that has begun.</summary>
    public void Append(ReadOnlySpan<byte> piece)
    {
        _length += piece.Length;
        if (_isKept)
        {
            var kept = piece[..Math.Min(piece.Length, _left)];
            _octets.Write(kept);
            _left -= kept.Length;
        }
    }

    /// <summary>The field that has begun, if any, ends before <paramref name="end"/>.</summary>
    public void End(long end)
    {
        if (_part is not null && _isKept)
        {
            var isCut = _octets.WrittenCount < _length;
            _part.IsHeaderCut |= isCut;
            _part.Add(new HeaderField(_octets.WrittenSpan.ToArray(), new ByteRange(_start, end), _line, isCut));
        }

        _part = null;
        _length = 0;
        _octets.ResetWrittenCount();
    }
}
