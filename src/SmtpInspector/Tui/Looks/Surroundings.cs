using SmtpInspector.Terminal.Styling;

namespace SmtpInspector.Tui.Looks;

/// <summary>What is known of the terminal, and no setting can change.</summary>
/// <param name="Depth">The colours it has.</param>
/// <param name="IsUtf8">Whether it takes UTF-8, by the locale.</param>
/// <param name="Background">Its background, 0xRRGGBB; null as long as it has not told.</param>
sealed record Surroundings(ColorDepth Depth, bool IsUtf8, int? Background = null)
{
    /// <summary>By the environment.</summary>
    /// <param name="environment">Gives the value of a variable, or null.</param>
    public static Surroundings Of(Func<string, string?> environment) => new(ColorSupport.Detect(environment), IsUtf8Locale(environment));

    // POSIX XBD §8.2: the first of these that is set and not empty decides. Where none is, nothing is said of the terminal, and
    // terminals of today take UTF-8; so does the console of Windows.
    static bool IsUtf8Locale(Func<string, string?> environment)
    {
        foreach (var name in (string[])["LC_ALL", "LC_CTYPE", "LANG"])
        {
            if (environment(name) is { Length: > 0 } locale)
            {
                return locale.Contains("UTF-8", StringComparison.OrdinalIgnoreCase) || locale.Contains("UTF8", StringComparison.OrdinalIgnoreCase);
            }
        }

        return true;
    }
}
