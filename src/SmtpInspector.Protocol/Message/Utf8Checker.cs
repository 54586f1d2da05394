using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace SmtpInspector.Protocol.Message;

/// <summary>Tells whether octets that come in pieces are UTF-8; a character may reach over a cut.</summary>
struct Utf8Checker
{
    Carried _carried;
    int _carriedLength;

    /// <summary>Takes a piece; false when it, or what was carried into it, is not UTF-8.</summary>
    public bool Take(ReadOnlySpan<byte> piece)
    {
        while (_carriedLength > 0 && !piece.IsEmpty)
        {
            _carried[_carriedLength++] = piece[0];
            piece = piece[1..];
            switch (Rune.DecodeFromUtf8(_carried[.._carriedLength], out _, out _))
            {
                case OperationStatus.Done:
                    _carriedLength = 0;
                    break;
                case OperationStatus.InvalidData:
                    return false;
            }
        }

        var whole = piece[..^UnfinishedLength(piece)];
        foreach (var octet in piece[whole.Length..])
        {
            _carried[_carriedLength++] = octet;
        }

        return Utf8.IsValid(whole);
    }

    /// <summary>Whether nothing is left of a character that did not end.</summary>
    public readonly bool IsComplete => _carriedLength == 0;

    static int UnfinishedLength(ReadOnlySpan<byte> piece)
    {
        if (piece is [] or [.., < 0x80])
        {
            return 0;
        }

        for (var length = Math.Min(3, piece.Length); length > 0; length--)
        {
            if (Rune.DecodeFromUtf8(piece[^length..], out _, out _) is OperationStatus.NeedMoreData)
            {
                return length;
            }
        }

        return 0;
    }

    // The longest character has four octets.
    [System.Runtime.CompilerServices.InlineArray(4)]
    struct Carried
    {
        byte _first;
    }
}
