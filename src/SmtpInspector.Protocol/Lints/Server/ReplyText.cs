using System.Globalization;
using System.Text;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Lints.Server;

/// <summary>What several rules ask of a reply's text.</summary>
static class ReplyText
{
    /// <summary>A message, with the number of lines it is true of where there are several.</summary>
    public static string InLines(string message, int count) =>
        count == 1 ? message : string.Create(CultureInfo.InvariantCulture, $"{message} ({count} lines of this reply are so.)");

    /// <summary>Whether a reply was cut because it was too long, not because the connection ended.</summary>
    public static bool IsCutByLimit(Reply reply)
    {
        if (reply.IsComplete)
        {
            return false;
        }

        var octets = 0L;
        foreach (var line in reply.Lines)
        {
            octets += line.Wire.Bytes.Length;
        }

        return reply.Lines.Count >= WireLimits.ReplyLines || octets >= WireLimits.ReplyOctets;
    }

    /// <summary>Where the code stands that a reply goes by: in the last line that has one.</summary>
    public static Columns CodeOf(Reply reply)
    {
        for (var i = reply.Lines.Count - 1; i >= 0; i--)
        {
            if (reply.Lines[i].Code is not null)
            {
                return new Columns(i, 0, 3);
            }
        }

        return default;
    }

    /// <summary>The octets up to the first space or tab.</summary>
    public static ReadOnlySpan<byte> FirstWord(ReadOnlySpan<byte> text) => Verbs.WordOf(text);

    /// <summary>Whether a command line has a word of this spelling, in any case, behind its verb.</summary>
    public static bool HasWord(ReadOnlySpan<byte> content, string word)
    {
        while (content.IndexOf((byte)' ') is var space and >= 0)
        {
            content = content[(space + 1)..];
            if (Ascii.EqualsIgnoreCase(FirstWord(content), word))
            {
                return true;
            }
        }

        return false;
    }
}
