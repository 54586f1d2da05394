using System.Buffers;
using System.Text;

namespace SmtpInspector.Net.Practice;

/// <summary>Finds the subject in message content, for a list.</summary>
static class MessageSubject
{
    /// <summary>How much of the content is looked at: more than any header is long.</summary>
    const int Horizon = 64 * 1024;

    /// <summary>The first Subject field's body, unfolded (RFC 5322 §2.2.3); empty where the header has none.</summary>
    public static string Of(ReadOnlySequence<byte> content) => Of(content.Slice(0, Math.Min(content.Length, Horizon)).ToArray());

    static string Of(ReadOnlySpan<byte> content)
    {
        var subject = new StringBuilder();
        var inSubject = false;
        foreach (var range in content.Split("\r\n"u8))
        {
            var line = content[range];

            // The empty line ends the header; 998 octets are enough of a subject for a list.
            if (line.IsEmpty || subject.Length > 998)
            {
                break;
            }

            if (inSubject)
            {
                if (line[0] is not ((byte)' ' or (byte)'\t'))
                {
                    break;
                }

                subject.Append(Encoding.UTF8.GetString(line));
            }
            else if (line.Length >= 8 && Ascii.EqualsIgnoreCase(line[..8], "Subject:"u8))
            {
                inSubject = true;
                subject.Append(Encoding.UTF8.GetString(line[8..]));
            }
        }

        return subject.ToString().Trim();
    }
}
