using System.Globalization;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Tui.Looks;

namespace SmtpInspector.Tui.Details;

/// <summary>The columns of the hexadecimal view: as many octets in a row as fit.</summary>
/// <param name="PerRow">Octets in a row.</param>
/// <param name="OffsetDigits">Digits of an offset.</param>
readonly record struct HexLayout(int PerRow, int OffsetDigits)
{
    const int Gap = 2;

    static readonly int[] Choices = [16, 8, 4, 2, 1];

    /// <summary>The columns for so many octets at a width.</summary>
    public static HexLayout For(long octets, int width, Look look)
    {
        var digits = Math.Max(4, Math.Max(0, octets - 1).ToString("x", CultureInfo.InvariantCulture).Length);

        // In ASCII the line ending takes a cell more for each of its two octets: ^M^J.
        var ending = look.Form == SafeForm.Ascii ? 2 : 0;
        foreach (var perRow in Choices)
        {
            var layout = new HexLayout(perRow, digits);
            if (layout.HexEnd + Gap + perRow + ending <= width)
            {
                return layout;
            }
        }

        return new HexLayout(1, digits);
    }

    /// <summary>Blanks before an octet: the middle of a long row is marked by one more.</summary>
    public static int GapBefore(int index) => index == 0 ? 0 : index == 8 ? 2 : 1;

    int HexEnd => OffsetDigits + Gap + (PerRow * 3) - 1 + (PerRow > 8 ? 1 : 0);
}
