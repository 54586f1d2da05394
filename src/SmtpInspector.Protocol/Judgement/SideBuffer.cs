using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Judgement;

/// <summary>Joins the pieces of one side until a LF.</summary>
sealed class SideBuffer
{
    byte[] _joined = [];
    int _length;
    long _offset;

    /// <summary>How many octets of an unfinished line there are.</summary>
    public int Length => _length;

    /// <summary>The unfinished line so far.</summary>
    public ReadOnlySpan<byte> Span => _joined.AsSpan(0, _length);

    /// <summary>The line that <paramref name="piece"/> completes, or makes longer. A whole line costs no copy.</summary>
    public WireLine Join(WireLine piece)
    {
        if (_length == 0)
        {
            if (!piece.IsComplete)
            {
                _offset = piece.Offset;
                Append(piece.Bytes.Span);
            }

            return piece;
        }

        Append(piece.Bytes.Span);
        var joined = new WireLine(piece.Direction, _offset, _joined.AsSpan(0, _length).ToArray());
        if (piece.IsComplete)
        {
            _length = 0;
        }

        return joined;
    }

    /// <summary>Takes what there is of an unfinished line; empty when there is none.</summary>
    public WireLine Take(Direction direction)
    {
        var line = new WireLine(direction, _offset, _joined.AsSpan(0, _length).ToArray());
        _length = 0;
        return line;
    }

    void Append(ReadOnlySpan<byte> bytes)
    {
        if (_length + bytes.Length > _joined.Length)
        {
            Array.Resize(ref _joined, Math.Max(_joined.Length * 2, _length + bytes.Length));
        }

        bytes.CopyTo(_joined.AsSpan(_length));
        _length += bytes.Length;
    }
}
