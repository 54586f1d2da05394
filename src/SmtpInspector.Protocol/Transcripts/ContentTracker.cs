using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Transcripts;

/// <summary>
/// Knows whether the next line of the client's is message content, from the lines alone. Reader and writer ask the
/// same tracker, so that what one writes the other reads.
/// </summary>
struct ContentTracker
{
    /// <summary>DATA was sent or answered by 354, and the line of one dot has not come.</summary>
    public bool InContent { get; private set; }

    /// <summary>No line of the content has come yet.</summary>
    public bool AtStart { get; private set; }

    /// <summary>Takes a line of either side, without its ending.</summary>
    public void Take(Direction direction, ReadOnlySpan<byte> content)
    {
        if (direction == Direction.Server)
        {
            // 354 opens the content; any other reply says that there is none, or that it is over.
            InContent = content is [(byte)'3', (byte)'5', (byte)'4'] or [(byte)'3', (byte)'5', (byte)'4', (byte)' ', ..];
            AtStart = InContent;
        }
        else if (InContent)
        {
            InContent = content is not [(byte)'.'];
            AtStart = false;
        }
        else if (Verbs.Of(content) == Verb.Data && content.TrimEnd((byte)' ').Length == 4)
        {
            InContent = true;
            AtStart = true;
        }
    }

    /// <summary>Takes a piece in percent form: what it is can be told where it is a whole line and not else.</summary>
    public void TakeOctets(Direction direction, ReadOnlySpan<byte> text)
    {
        if (text.EndsWith("%0D%0A"u8))
        {
            Take(direction, text[..^6]);
        }
    }
}
