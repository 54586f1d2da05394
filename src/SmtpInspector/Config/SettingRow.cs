using System.Globalization;
using SmtpInspector.Terminal.Themes;

namespace SmtpInspector.Config;

/// <summary>A setting: its name in the file, what it is for, what may be written, and how that is read and written.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Meaning">What it is for, in a few words.</param>
/// <param name="Choices">What may be written, where that is one of a few words; else empty.</param>
/// <param name="Hint">What may be written, for a message: it follows "it is".</param>
/// <param name="With">The settings with this one as written; null where that cannot be understood.</param>
/// <param name="Text">It as it is written.</param>
sealed record SettingRow(
    string Name, string Meaning, IReadOnlyList<string> Choices, string Hint, Func<Settings, string, Settings?> With, Func<Settings, string> Text)
{
    /// <summary>What begins the name of a setting that gives an action other keys.</summary>
    public const string KeyPrefix = "key.";

    const int MostHistory = 100_000;
    const string Auto = "auto";

    static readonly string[] OnOff = ["on", "off"];

    /// <summary>All of them but the keys, in the order in which they are offered.</summary>
    public static IReadOnlyList<SettingRow> All { get; } =
    [
        new(
            "theme", "colours", [Auto, .. BuiltInThemes.All.Select(theme => theme.Name)],
            $"auto, {string.Join(", ", BuiltInThemes.All.SkipLast(1).Select(theme => theme.Name))} or {BuiltInThemes.All[^1].Name}",
            (settings, text) => IsAuto(text) ? settings with { Theme = null } : ThemeOf(text) is { } theme ? settings with { Theme = theme } : null,
            settings => settings.Theme?.Name ?? Auto),
        new(
            "ascii", "no characters beyond ASCII", [Auto, .. OnOff], "auto, on or off",
            (settings, text) => IsAuto(text) ? settings with { Ascii = null } : Switch(text) is { } on ? settings with { Ascii = on } : null,
            settings => settings.Ascii is { } on ? OnOff[on ? 0 : 1] : Auto),
        new(
            "ambiguous-width", "cells of a character that East Asian terminals draw wide", ["1", "2"], "1 or 2",
            (settings, text) => text is "1" or "2" ? settings with { AmbiguousWidth = text[0] - '0' } : null,
            settings => settings.AmbiguousWidth.ToString(CultureInfo.InvariantCulture)),
        new(
            "mouse", "listen to the mouse", OnOff, "on or off",
            (settings, text) => Switch(text) is { } on ? settings with { Mouse = on } : null,
            settings => OnOff[settings.Mouse ? 0 : 1]),
        new(
            "synchronized-output", "whole frames at once, where the terminal can (mode 2026)", OnOff, "on or off",
            (settings, text) => Switch(text) is { } on ? settings with { SynchronizedOutput = on } : null,
            settings => OnOff[settings.SynchronizedOutput ? 0 : 1]),
        new(
            "history", "typed commands that are kept", [], FormattableString.Invariant($"a number from 0 to {MostHistory}"),
            (settings, text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size <= MostHistory
                ? settings with { History = size }
                : null,
            settings => settings.History.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>The setting of a name; null where there is none.</summary>
    public static SettingRow? Find(string name) => All.FirstOrDefault(row => row.Name == name);

    static bool IsAuto(string text) => text.Equals(Auto, StringComparison.OrdinalIgnoreCase);

    // Also by the name of what it is made for.
    static Theme? ThemeOf(string text) =>
        text.Equals("deuteranopia", StringComparison.OrdinalIgnoreCase) ? BuiltInThemes.ColorBlind : BuiltInThemes.Find(text);

    static bool? Switch(string text) => text.ToLowerInvariant() switch
    {
        "on" or "yes" or "true" => true,
        "off" or "no" or "false" => false,
        _ => null,
    };
}
