using System.Buffers.Text;

namespace SmtpInspector.Terminal.Styling;

/// <summary>Styles as "select graphic rendition" (ECMA-48 §8.3.117), the control sequence that sets colours and attributes.</summary>
public static class Sgr
{
    /// <summary>No sequence that <see cref="Write"/> writes is longer, in bytes.</summary>
    public const int MaxLength = 64;

    // Code for each bit of TextAttributes, lowest first.
    static ReadOnlySpan<byte> AttributeCodes => [1, 2, 3, 4, 7, 9];

    /// <summary>
    /// Writes the whole style, beginning with a reset, so that what was set before does not matter.
    /// </summary>
    /// <param name="style">The style.</param>
    /// <param name="depth">Which colours may be used; with none no colour code is written.</param>
    /// <param name="destination">At least <see cref="MaxLength"/> bytes.</param>
    /// <returns>The number of bytes written.</returns>
    public static int Write(Style style, ColorDepth depth, Span<byte> destination)
    {
        "\e[0"u8.CopyTo(destination);
        var at = 3;
        for (var bit = 0; bit < AttributeCodes.Length; bit++)
        {
            if (((int)style.Attributes & (1 << bit)) != 0)
            {
                Number(AttributeCodes[bit], destination, ref at);
            }
        }

        WriteColor(style.Foreground.At(depth), 30, destination, ref at);
        WriteColor(style.Background.At(depth), 40, destination, ref at);
        destination[at++] = (byte)'m';
        return at;
    }

    static void WriteColor(Color color, int first, Span<byte> destination, ref int at)
    {
        var value = color.Value;
        switch (color.Kind)
        {
            case ColorKind.Default:
                break;
            case ColorKind.Indexed when value < 8:
                Number(first + value, destination, ref at);
                break;
            case ColorKind.Indexed when value < 16:
                Number(first + 60 + value - 8, destination, ref at);
                break;
            case ColorKind.Indexed:
                Number(first + 8, destination, ref at);
                Number(5, destination, ref at);
                Number(value, destination, ref at);
                break;
            default:
                // Semicolons, though ISO 8613-6 has colons: every terminal reads them.
                Number(first + 8, destination, ref at);
                Number(2, destination, ref at);
                Number(value >> 16, destination, ref at);
                Number((value >> 8) & 255, destination, ref at);
                Number(value & 255, destination, ref at);
                break;
        }
    }

    static void Number(int value, Span<byte> destination, ref int at)
    {
        destination[at++] = (byte)';';
        Utf8Formatter.TryFormat(value, destination[at..], out var written);
        at += written;
    }
}
