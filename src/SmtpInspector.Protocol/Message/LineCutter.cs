namespace SmtpInspector.Protocol.Message;

/// <summary>
/// Cuts message content that arrives in any chunks into lines, or into pieces of lines too long to hold.
/// Where it cuts depends on the octets alone, so everything behind it gives the same result for any chunking.
/// </summary>
/// <param name="sink">Gets the pieces in order.</param>
sealed class LineCutter(ILineSink sink)
{
    /// <summary>The longest piece, in octets. A line up to this length comes in one piece.</summary>
    public const int LongestPiece = 4096;

    // Made when a line first comes in pieces: most never do.
    byte[] _held = [];
    int _heldLength;
    bool _insideLine;

    /// <summary>Takes the next octets.</summary>
    public void Feed(ReadOnlySpan<byte> octets)
    {
        while (!octets.IsEmpty)
        {
            // RFC 5321 §2.3.8 knows no other line ending than CRLF; a bare LF ends a line here too, so that it can be
            // seen and found. A bare CR does not: no reader of mail breaks a line at it.
            var end = octets.IndexOf((byte)'\n');
            var ends = end >= 0;
            var rest = ends ? octets[..(end + 1)] : octets;
            octets = octets[rest.Length..];
            if (_heldLength == 0 && ends && rest.Length <= LongestPiece)
            {
                Give(rest, ends: true);
            }
            else
            {
                Hold(rest, ends);
            }
        }
    }

    /// <summary>The content is over: gives what is left of a line without ending.</summary>
    public void Complete()
    {
        if (_heldLength > 0)
        {
            var length = _heldLength;
            _heldLength = 0;
            Give(_held.AsSpan(0, length), ends: false);
        }
    }

    void Hold(ReadOnlySpan<byte> octets, bool ends)
    {
        if (_held.Length == 0)
        {
            _held = new byte[LongestPiece];
        }

        while (!octets.IsEmpty)
        {
            if (_heldLength == LongestPiece)
            {
                GiveFull();
            }

            var taken = octets[..Math.Min(octets.Length, LongestPiece - _heldLength)];
            taken.CopyTo(_held.AsSpan(_heldLength));
            _heldLength += taken.Length;
            octets = octets[taken.Length..];
        }

        if (ends)
        {
            var length = _heldLength;
            _heldLength = 0;
            Give(_held.AsSpan(0, length), ends: true);
        }
    }

    // A CR stays with the LF that may follow, so that no ending is ever cut in two.
    void GiveFull()
    {
        var kept = _held[LongestPiece - 1] == (byte)'\r' ? 1 : 0;
        Give(_held.AsSpan(0, LongestPiece - kept), ends: false);
        _held[0] = (byte)'\r';
        _heldLength = kept;
    }

    void Give(ReadOnlySpan<byte> piece, bool ends)
    {
        var starts = !_insideLine;
        _insideLine = !ends;
        sink.Take(piece, starts, ends);
    }
}
