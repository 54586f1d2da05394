using System.Globalization;
using System.Text;

namespace SmtpInspector.Tui.Talking;

/// <summary>Octets as a person writes them on one line: text, with <c>\r \n \t \0 \\ \xNN</c> for what cannot be typed.</summary>
static class ExactOctets
{
    /// <summary>The octets of a text; null with what is wrong where it cannot be read.</summary>
    public static (byte[]? Octets, string? Error) Parse(string text)
    {
        var octets = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                var length = char.IsHighSurrogate(text[i]) && i + 1 < text.Length ? 2 : 1;
                octets.AddRange(Encoding.UTF8.GetBytes(text.Substring(i, length)));
                i += length - 1;
                continue;
            }

            if (i + 1 == text.Length)
            {
                return (null, @"a \ at the end means nothing: write \\ for one");
            }

            i++;
            if (text[i] == 'x')
            {
                if (i + 2 >= text.Length || !byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var octet))
                {
                    return (null, @"two hexadecimal digits follow \x, as in \x0d");
                }

                octets.Add(octet);
                i += 2;
                continue;
            }

            if (Named(text[i]) is not { } named)
            {
                return (null, $@"\{text[i]} means nothing: there are \r \n \t \0 \\ \xNN");
            }

            octets.Add(named);
        }

        return ([.. octets], null);
    }

    static byte? Named(char name) => name switch
    {
        'r' => (byte)'\r',
        'n' => (byte)'\n',
        't' => (byte)'\t',
        '0' => 0,
        '\\' => (byte)'\\',
        _ => null,
    };
}
