using System.Globalization;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Importing;

/// <summary>
/// Tells the sides of a conversation apart where nothing marks them: by the grammar of commands and replies, and by
/// whose turn it is.
/// </summary>
sealed class Turns
{
    bool _inContent;
    bool _contentHasEnd;
    bool _awaitsAnswer;
    bool _inReply;
    long _chunk;
    Direction _last = Direction.Client;

    /// <summary>Whether the next line is the client's whatever it says: message content whose end is still to come.</summary>
    public bool InContent => (_inContent && _contentHasEnd) || _chunk > 0;

    /// <summary>Whether no line of the content has come yet.</summary>
    public bool AtContentStart { get; private set; }

    /// <summary>Whether the client has been asked for the answer to a challenge.</summary>
    public bool AwaitsAnswer => _awaitsAnswer;

    /// <summary>Whose a line is.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isCertain">False where neither grammar nor turn decides.</param>
    public Direction Of(LogLine line, out bool isCertain)
    {
        var content = line.Bytes.Span;
        isCertain = true;
        if (InContent)
        {
            return Direction.Client;
        }

        if (IsReply(content))
        {
            return Direction.Server;
        }

        if (_inContent || _awaitsAnswer || Verbs.Of(content) != Verb.Unknown)
        {
            return Direction.Client;
        }

        isCertain = false;
        return _inReply ? Direction.Server : Direction.Client;
    }

    /// <summary>Takes note of a line.</summary>
    /// <param name="direction">Whose it is.</param>
    /// <param name="line">The line.</param>
    /// <param name="endIsAhead">Whether a line of one dot follows before the next 354.</param>
    public void Take(Direction direction, LogLine line, bool endIsAhead)
    {
        var content = line.Bytes.Span;
        AtContentStart = direction == Direction.Server;
        if (direction == Direction.Server)
        {
            _inReply = content is [_, _, _, (byte)'-', ..];
            _inContent = content.StartsWith("354"u8) && !_inReply;
            _contentHasEnd = endIsAhead;
            _awaitsAnswer = content.StartsWith("334"u8) && !_inReply;
        }
        else if (_chunk > 0)
        {
            _chunk -= content.Length + 2;
        }
        else if (_inContent)
        {
            _inContent = content is not [(byte)'.'];
        }
        else
        {
            _awaitsAnswer = false;
            _chunk = Chunk.SizeOf(line.Bytes);
        }

        _last = direction;
    }

    /// <summary>Why a line was taken for the side it was taken for, where that is not certain.</summary>
    public string Reason(Direction direction) => direction == Direction.Server
        ? "has no reply code; it stands within a reply and is taken for the server's"
        : string.Create(CultureInfo.InvariantCulture, $"begins with no command and no reply code; {(_last == Direction.Server ? "it is the client's turn" : "it follows the client's")}, so it is taken for the client's");

    // RFC 5321 §4.2: three digits, then a space, a hyphen or the end; no command begins with a digit.
    public static bool IsReply(ReadOnlySpan<byte> content) =>
        content is [>= (byte)'2' and <= (byte)'5', >= (byte)'0' and <= (byte)'9', >= (byte)'0' and <= (byte)'9']
            or [>= (byte)'2' and <= (byte)'5', >= (byte)'0' and <= (byte)'9', >= (byte)'0' and <= (byte)'9', (byte)' ' or (byte)'-', ..];
}
