using System.Globalization;

namespace SmtpInspector.Terminal.Input;

/// <summary>Answers to "which colour": <c>11;rgb:1c1c/1c1c/1c1c</c>, with one to four hexadecimal digits for each part (XParseColor).</summary>
static class ColorReplyDecoder
{
    public static TerminalReply.Color? Decode(ReadOnlySpan<byte> content)
    {
        bool? background = content.StartsWith("11;"u8) ? true : content.StartsWith("10;"u8) ? false : null;
        if (background is null)
        {
            return null;
        }

        content = content[3..];
        content = content.StartsWith("rgb:"u8) ? content[4..] : content.StartsWith("rgba:"u8) ? content[5..] : [];
        var count = 0;
        var rgb = 0;
        foreach (var part in content.Split((byte)'/'))
        {
            if (count < 3)
            {
                var digits = content[part];
                if (digits.Length is < 1 or > 4
                    || !int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
                {
                    return null;
                }

                rgb = (rgb << 8) | (value * 255 / ((1 << (4 * digits.Length)) - 1));
            }

            count++;
        }

        // The fourth part, of rgba, is opacity.
        return count is 3 or 4 ? new TerminalReply.Color(background.Value, rgb) : null;
    }
}
