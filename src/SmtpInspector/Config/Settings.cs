using SmtpInspector.Terminal.Input;
using SmtpInspector.Terminal.Themes;

namespace SmtpInspector.Config;

/// <summary>What the user has set for the full screen. Each has a line in the config file, above the first profile, or is as usual.</summary>
sealed record Settings
{
    /// <summary>Everything as usual.</summary>
    public static Settings Usual { get; } = new();

    /// <summary>The theme; null: whichever fits the terminal's background.</summary>
    public Theme? Theme { get; init; }

    /// <summary>Whether to keep to ASCII; null: where the locale is not UTF-8.</summary>
    public bool? Ascii { get; init; }

    /// <summary>The cells, 1 or 2, of characters that East Asian terminals draw wide.</summary>
    public int AmbiguousWidth { get; init; } = 1;

    /// <summary>Whether the mouse is listened to.</summary>
    public bool Mouse { get; init; } = true;

    /// <summary>Whether frames are marked as belonging together, on a terminal that can do it (mode 2026).</summary>
    public bool SynchronizedOutput { get; init; } = true;

    /// <summary>How many typed commands are kept; 0 keeps none.</summary>
    public int History { get; init; } = 1000;

    /// <summary>The keys of actions that are not to have their usual ones, by the action's name; an empty list: none.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<KeyEvent>> Keys { get; init; } = new Dictionary<string, IReadOnlyList<KeyEvent>>();
}
