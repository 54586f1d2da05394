using System.Buffers;
using System.Buffers.Text;

namespace SmtpInspector.Protocol.Message;

/// <summary>
/// Decodes the base64 transfer encoding (RFC 2045 §6.8) piece by piece. What does not belong there is skipped, as the
/// RFC says, and told.
/// </summary>
sealed class Base64Decoder
{
    const int Foreign = -1;
    const int White = -2;
    const int Padding = -3;

    static readonly SearchValues<byte> Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8);

    static readonly sbyte[] Values = MakeValues();

    int _group;
    int _count;
    int _paddingDue;
    bool _isPadded;

    /// <summary>How much room the octets of a piece may need.</summary>
    public static int MostDecoded(int length) => length + 3;

    /// <summary>
    /// Passes over a piece without decoding it, where nothing can be wrong with it; false when it must be decoded to know.
    /// What is decoded later is worthless then: this is for those who only want to know whether all is sound.
    /// </summary>
    public bool TryPass(ReadOnlySpan<byte> encoded)
    {
        if (_isPadded || encoded.ContainsAnyExcept(Alphabet))
        {
            return false;
        }

        _count = (_count + encoded.Length) % 4;
        return true;
    }

    /// <summary>Decodes a piece.</summary>
    /// <param name="encoded">The octets as sent, line endings included or not.</param>
    /// <param name="decoded">Where to, with room for <see cref="MostDecoded"/>.</param>
    /// <param name="problem">The first thing wrong in this piece.</param>
    /// <param name="at">The octet at which it is wrong.</param>
    /// <returns>How many octets were decoded.</returns>
    public int Decode(ReadOnlySpan<byte> encoded, Span<byte> decoded, out Base64Problem problem, out int at)
    {
        problem = Base64Problem.None;
        at = 0;

        // Nearly every line of nearly every part is whole groups of the alphabet alone.
        if (_count == 0 && !_isPadded && Base64.DecodeFromUtf8(encoded, decoded, out var consumed, out var whole, isFinalBlock: false) == OperationStatus.Done
            && consumed == encoded.Length)
        {
            return whole;
        }

        var written = 0;
        for (var i = 0; i < encoded.Length; i++)
        {
            var found = Take(encoded[i], decoded, ref written);
            if (found is not Base64Problem.None && problem is Base64Problem.None)
            {
                problem = found;
                at = i;
            }
        }

        return written;
    }

    /// <summary>Whether the body ended as it must.</summary>
    public Base64Problem Complete() =>
        _count > 0 || _paddingDue > 0 ? Base64Problem.IncompleteGroup : Base64Problem.None;

    Base64Problem Take(byte octet, Span<byte> decoded, ref int written)
    {
        switch (Values[octet])
        {
            case White:
                return Base64Problem.None;
            case Foreign:
                return Base64Problem.ForeignOctet;
            case Padding:
                return TakePadding(decoded, ref written);
            case var value:
                // Some senders encode in blocks and join them: what follows is read as a new beginning.
                var problem = _isPadded ? Base64Problem.DataAfterPadding : Base64Problem.None;
                _isPadded = false;
                _paddingDue = 0;
                _group = (_group << 6) | (byte)value;
                if (++_count == 4)
                {
                    decoded[written++] = (byte)(_group >> 16);
                    decoded[written++] = (byte)(_group >> 8);
                    decoded[written++] = (byte)_group;
                    _group = 0;
                    _count = 0;
                }

                return problem;
        }
    }

    Base64Problem TakePadding(Span<byte> decoded, ref int written)
    {
        if (_paddingDue > 0)
        {
            _paddingDue--;
            return Base64Problem.None;
        }

        if (_count < 2)
        {
            return Base64Problem.MisplacedPadding;
        }

        // Two characters hold one octet and want "==", three hold two and want "=".
        var bits = _group << (6 * (4 - _count));
        decoded[written++] = (byte)(bits >> 16);
        if (_count == 3)
        {
            decoded[written++] = (byte)(bits >> 8);
        }

        _paddingDue = 3 - _count;
        _isPadded = true;
        _group = 0;
        _count = 0;
        return Base64Problem.None;
    }

    static sbyte[] MakeValues()
    {
        var values = new sbyte[256];
        Array.Fill(values, (sbyte)Foreign);
        var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8;
        for (var i = 0; i < alphabet.Length; i++)
        {
            values[alphabet[i]] = (sbyte)i;
        }

        foreach (var white in " \t\r\n"u8)
        {
            values[white] = White;
        }

        values['='] = Padding;
        return values;
    }
}
