using SmtpInspector.Terminal.Input;

namespace SmtpInspector.Tui.Actions;

/// <summary>
/// Something the user can do. One registry of these feeds the keys, the line at the bottom, the help, the palette, the documentation
/// and the tests.
/// </summary>
/// <param name="Id">Its name in the settings, in kebab-case.</param>
/// <param name="Title">What it does, as the palette and the help say it.</param>
/// <param name="Group">Under which heading the help has it.</param>
/// <param name="Where">Where it can be done at all.</param>
/// <param name="Bindings">Its keys; the first one is shown.</param>
/// <param name="Do">Does it; null where the field that has the keyboard does, and this only tells of it.</param>
sealed record UserAction(string Id, string Title, string Group, Contexts Where, IReadOnlyList<Binding> Bindings, Func<Model, Step>? Do)
{
    /// <summary>Says why it cannot be done now; null where it can.</summary>
    public Func<Model, string?> WhyNot { get; init; } = static _ => null;

    /// <summary>What it does, in a word or two, for the line at the bottom; empty to leave it out there.</summary>
    public string Hint { get; init; } = "";

    /// <summary>The same by what is on the screen, where that matters; empty to leave it out.</summary>
    public Func<Model, string>? HintNow { get; init; }

    /// <summary>Where that stands at the bottom; wherever it can be done when left out.</summary>
    public Contexts HintIn { get; init; } = Contexts.Everywhere;

    /// <summary>Other words by which it is found.</summary>
    public string Words { get; init; } = "";
}

/// <summary>A key and where it holds.</summary>
/// <param name="Where">Where.</param>
/// <param name="Key">The key.</param>
readonly record struct Binding(Contexts Where, KeyEvent Key)
{
    /// <summary>A key by its name, as <c>Ctrl-S</c>.</summary>
    public static Binding Of(Contexts where, string key) =>
        KeyName.TryParse(key, out var parsed) ? new Binding(where, parsed) : throw new ArgumentException(key, nameof(key));
}
