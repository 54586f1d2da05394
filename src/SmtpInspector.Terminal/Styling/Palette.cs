namespace SmtpInspector.Terminal.Styling;

/// <summary>The palette of 256 as xterm defines it, and the nearest of it to a given colour.</summary>
static class Palette
{
    // What xterm shows for the sixteen. Users change them, so a nearest one is a guess; a named fallback is better.
    static ReadOnlySpan<int> Sixteen =>
    [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
        0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ];

    static ReadOnlySpan<byte> Steps => [0, 95, 135, 175, 215, 255];

    /// <summary>Red, green and blue of an entry.</summary>
    public static int Rgb(int index)
    {
        if (index < 16)
        {
            return Sixteen[index];
        }

        if (index >= 232)
        {
            return (8 + (10 * (index - 232))) * 0x010101;
        }

        var cube = index - 16;
        return (Steps[cube / 36] << 16) | (Steps[cube / 6 % 6] << 8) | Steps[cube % 6];
    }

    /// <summary>The nearest entry of the cube and the greys; the first sixteen are left to the user.</summary>
    public static byte Nearest256(int rgb)
    {
        var cube = 16 + (36 * Step(rgb >> 16)) + (6 * Step((rgb >> 8) & 255)) + Step(rgb & 255);
        var average = (((rgb >> 16) & 255) + ((rgb >> 8) & 255) + (rgb & 255)) / 3;
        var grey = 232 + Math.Clamp((average - 3) / 10, 0, 23);
        return (byte)(Distance(rgb, Rgb(grey)) < Distance(rgb, Rgb(cube)) ? grey : cube);
    }

    /// <summary>The nearest of the sixteen.</summary>
    public static Ansi Nearest16(int rgb)
    {
        var best = 0;
        for (var i = 1; i < Sixteen.Length; i++)
        {
            if (Distance(rgb, Sixteen[i]) < Distance(rgb, Sixteen[best]))
            {
                best = i;
            }
        }

        return (Ansi)best;
    }

    static int Step(int value)
    {
        var best = 0;
        for (var i = 1; i < Steps.Length; i++)
        {
            if (Math.Abs(value - Steps[i]) < Math.Abs(value - Steps[best]))
            {
                best = i;
            }
        }

        return best;
    }

    // The eye weighs green most and blue least.
    static int Distance(int a, int b)
    {
        var (red, green, blue) = (((a >> 16) & 255) - ((b >> 16) & 255), ((a >> 8) & 255) - ((b >> 8) & 255), (a & 255) - (b & 255));
        return (2 * red * red) + (4 * green * green) + (3 * blue * blue);
    }
}
