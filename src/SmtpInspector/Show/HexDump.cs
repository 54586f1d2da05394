using System.Text;

namespace SmtpInspector.Show;

/// <summary>Octets as a text of offsets, hex and characters, sixteen to a line.</summary>
static class HexDump
{
    const int Row = 16;

    /// <summary>The dump, its lines ended by LF; CR, LF and the other controls are pictures of themselves.</summary>
    public static string Of(ReadOnlySpan<byte> octets)
    {
        var text = new StringBuilder();
        for (var start = 0; start < octets.Length; start += Row)
        {
            var row = octets[start..Math.Min(octets.Length, start + Row)];
            text.Append(start.ToString("x4", System.Globalization.CultureInfo.InvariantCulture)).Append(' ');
            for (var i = 0; i < Row; i++)
            {
                text.Append(i == Row / 2 ? "  " : " ")
                    .Append(i < row.Length ? row[i].ToString("x2", System.Globalization.CultureInfo.InvariantCulture) : "  ");
            }

            text.Append("  |");
            foreach (var octet in row)
            {
                text.Append(Picture(octet));
            }

            text.Append("|\n");
        }

        return text.ToString();
    }

    static char Picture(byte octet) => octet switch
    {
        < 0x20 => (char)(0x2400 + octet),
        0x7F => '\u2421',
        < 0x7F => (char)octet,
        _ => '.',
    };
}
