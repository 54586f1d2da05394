using System.Globalization;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Importing;

/// <summary>
/// Puts something in the place of message content that a recording leaves out, and says so: without it the replies
/// that follow would be taken for replies nobody asked for, and commands for content.
/// </summary>
static class MissingContent
{
    // What stands for a chunk has its size; a size that nobody would record is not filled.
    const long LargestFill = 64 * 1024 * 1024;

    const int FillLine = 76;

    /// <summary>Fills the gaps of a recording.</summary>
    public static List<Happening> Fill(Recording recording)
    {
        var filled = new List<Happening>(recording.Happenings.Count);
        var (awaitsContent, inContent) = (false, false);
        var isOfServerOnly = recording.IsOfServerOnly;
        var room = LargestFill;
        foreach (var happening in recording.Happenings)
        {
            var direction = Recording.DirectionOf(happening);
            var content = Recording.ContentOf(happening).Span.TrimEnd("\r\n"u8);
            if (direction == Direction.Server && (awaitsContent || inContent) && IsReplyToContent(content, recording.LacksContent))
            {
                filled.Add(new Happening.Line(null, Direction.Client, "."u8.ToArray(), HasReturn: null));
                filled.Add(Note($"{(inContent ? "the end of the message is not in the recording" : "what the message says is not in the recording, nor is its end")}: the line of one dot is put here because the reply to it follows"));
            }
            else if (direction == Direction.Client && awaitsContent && content is [(byte)'.'] && recording.LacksContent)
            {
                filled.Add(happening);
                filled.Add(Note("what the message says is not in the recording: its end is all there is of it"));
                awaitsContent = false;
                continue;
            }

            filled.Add(happening);
            if (direction == Direction.Server)
            {
                awaitsContent = content is [(byte)'3', (byte)'5', (byte)'4', ..] && !isOfServerOnly;
                inContent = false;
            }
            else if (direction == Direction.Client && (awaitsContent || inContent))
            {
                (awaitsContent, inContent) = (false, content is not [(byte)'.']);
            }
            else if (recording.LacksContent && direction == Direction.Client && Chunk.SizeOf(Recording.ContentOf(happening)) is > 0 and var size)
            {
                if (size > room)
                {
                    filled.Add(Note("this chunk is too large to put something in its place: the conversation is left out from here on"));
                    return filled;
                }

                room -= size;
                filled.Add(Note(string.Create(
                    CultureInfo.InvariantCulture, $"what the chunk says is not in the recording: {size} octets that say nothing stand for it")));
                AddFill(filled, size);
            }
        }

        return filled;
    }

    // Of a program that writes content down only success proves that the end of it was sent all the same.
    static bool IsReplyToContent(ReadOnlySpan<byte> reply, bool lacksContent) => lacksContent || reply is [(byte)'2', ..];

    static Happening.Event Note(string text) => new(new ConversationEvent.Note(null, text));

    static void AddFill(List<Happening> filled, long size)
    {
        while (size > 0)
        {
            // One octet could not hold the ending of a line.
            var length = (int)(size == FillLine + 1 ? FillLine - 1 : Math.Min(size, FillLine));
            var octets = new byte[length];
            octets.AsSpan().Fill((byte)'-');
            if (length >= 2)
            {
                "\r\n"u8.CopyTo(octets.AsSpan(length - 2));
            }

            filled.Add(new Happening.Octets(null, Direction.Client, octets));
            size -= length;
        }
    }
}
