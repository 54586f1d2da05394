using System.Globalization;
using System.Text;

namespace SmtpInspector.Protocol.Message;

/// <summary>Words of the peer's inside sentences of ours.</summary>
static class Shown
{
    const int Longest = 60;

    /// <summary>In quotation marks, printable US-ASCII alone, and cut where it is long.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in HeaderText.Visible(text).EnumerateRunes())
        {
            if (quoted.Length > Longest)
            {
                quoted.Append("...");
                break;
            }

            if (character.Value is >= 0x20 and < 0x7F)
            {
                quoted.Append((char)character.Value);
            }
            else
            {
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{{{character.Value:X}}}");
            }
        }

        return quoted.Append('"').ToString();
    }
}
