namespace SmtpInspector.Terminal.Styling;

/// <summary>What the environment says of the terminal's colours.</summary>
public static class ColorSupport
{
    /// <summary>
    /// The depth to use. NO_COLOR, present and not empty, means none (no-color.org); then COLORTERM decides, then TERM.
    /// </summary>
    /// <param name="environment">Gives the value of a variable, or null: <see cref="Environment.GetEnvironmentVariable(string)"/> in a program.</param>
    public static ColorDepth Detect(Func<string, string?> environment)
    {
        if (!string.IsNullOrEmpty(environment("NO_COLOR")))
        {
            return ColorDepth.None;
        }

        var term = environment("TERM") ?? "";
        if (term is "dumb" || (term.Length == 0 && !OperatingSystem.IsWindows()))
        {
            return ColorDepth.None;
        }

        if (environment("COLORTERM") is "truecolor" or "24bit" || term.EndsWith("-direct", StringComparison.Ordinal))
        {
            return ColorDepth.TrueColor;
        }

        // A Windows console sets neither variable, and takes 24-bit colours since Windows 10 1703.
        if (term.Length == 0)
        {
            return ColorDepth.TrueColor;
        }

        if (term.Contains("256color", StringComparison.Ordinal))
        {
            return ColorDepth.Indexed256;
        }

        return term.StartsWith("vt1", StringComparison.Ordinal) || term.StartsWith("vt2", StringComparison.Ordinal)
            ? ColorDepth.None : ColorDepth.Ansi16;
    }

    /// <summary>True where a full screen or a line editor can work: TERM is set and is not "dumb".</summary>
    public static bool HasCursorAddressing(Func<string, string?> environment) =>
        OperatingSystem.IsWindows() ? environment("TERM") != "dumb" : environment("TERM") is not (null or "" or "dumb");
}
