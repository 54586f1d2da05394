using System.Text;

namespace SmtpInspector.Protocol.Message;

/// <summary>Joins the lines of text/plain; format=flowed to the paragraphs they were (RFC 3676 §4).</summary>
static class FormatFlowed
{
    /// <summary>
    /// The paragraphs, each on a line of its own, quoted ones behind as many "&gt;" as before.
    /// </summary>
    /// <param name="text">The lines, each ended by LF.</param>
    /// <param name="delSp">Whether the space that marks a soft break is none of the text (DelSp=yes).</param>
    public static string Unwrap(string text, bool delSp)
    {
        var unwrapped = new StringBuilder(text.Length);
        var openDepth = -1;
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf('\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[(end + 1)..];
            var depth = line.IndexOfAnyExcept('>');
            depth = depth < 0 ? line.Length : depth;
            line = line[depth..];
            // RFC 3676 §4.4: one space at the start is stuffing.
            if (line is [' ', ..])
            {
                line = line[1..];
            }

            // RFC 3676 §4.3: the signature separator is no flowed line although it ends in a space.
            var isSignature = line is "-- ";
            var isFlowed = !isSignature && line is [.., ' '];
            Begin(unwrapped, openDepth, depth, isSignature);
            unwrapped.Append(isFlowed && delSp ? line[..^1] : line);
            openDepth = isFlowed ? depth : -1;
            if (!isFlowed && end >= 0)
            {
                unwrapped.Append('\n');
            }
        }

        if (openDepth >= 0 && text.EndsWith('\n'))
        {
            unwrapped.Append('\n');
        }

        return unwrapped.ToString();
    }

    // RFC 3676 §4.5: a paragraph ends where the quote depth changes, though its last line says it flows on.
    static void Begin(StringBuilder unwrapped, int openDepth, int depth, bool isSignature)
    {
        if (openDepth == depth && !isSignature)
        {
            return;
        }

        if (openDepth >= 0)
        {
            unwrapped.Append('\n');
        }

        if (depth > 0)
        {
            unwrapped.Append('>', depth).Append(' ');
        }
    }
}
