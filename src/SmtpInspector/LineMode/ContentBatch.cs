using System.Buffers;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Session;

namespace SmtpInspector.LineMode;

/// <summary>
/// Message content on its way out: each line is shown by itself, and many are written together, since nothing answers
/// before the end.
/// </summary>
sealed class ContentBatch(Talk talk)
{
    const int Enough = 32 * 1024;

    readonly ArrayBufferWriter<byte> _octets = new(Enough);

    /// <summary>
    /// Takes a line of content, dot-stuffed where need be. False when what has gathered is to be written now: it is enough, or
    /// this was the last of it.
    /// </summary>
    public bool Add(ReadOnlyMemory<byte> line)
    {
        Show(line);
        return _octets.WrittenCount < Enough && talk.State.Content != ContentMode.None;
    }

    /// <summary>Whether everything is written.</summary>
    public bool IsEmpty => _octets.WrittenCount == 0;

    /// <summary>Writes what has gathered. False when the connection is gone.</summary>
    public async ValueTask<bool> FlushAsync(CancellationToken cancellationToken)
    {
        if (_octets.WrittenCount == 0)
        {
            return talk.Conversation.IsOpen;
        }

        if (!talk.Conversation.IsOpen)
        {
            _octets.ResetWrittenCount();
            return false;
        }

        var written = await talk.TryWriteAsync(_octets.WrittenMemory, cancellationToken);
        _octets.ResetWrittenCount();
        if (written && talk.State.Content != ContentMode.None && talk.Conversation.ServerHasSpoken)
        {
            // A server may give up in the middle of a message, and says so before it closes.
            written = await talk.ListenAsync(cancellationToken);
        }

        return written;
    }

    void Show(ReadOnlyMemory<byte> line)
    {
        // RFC 5321 §4.5.2: a content line that begins with a dot gets one more; in a chunk there is nothing to stuff.
        var stuffing = talk.Options.DotStuffing && talk.State.Content == ContentMode.Data && line.Span is [(byte)'.', _, ..] ? 1 : 0;
        var length = line.Length + stuffing + 2;
        var octets = new byte[length];
        octets[0] = (byte)'.';
        line.CopyTo(octets.AsMemory(stuffing));
        octets[^2] = (byte)'\r';
        octets[^1] = (byte)'\n';
        _octets.Write(octets);
        talk.Conversation.Sending(octets, own: false);
    }
}
