namespace SmtpInspector.Terminal.Views;

/// <summary>A palette after a key.</summary>
/// <param name="Palette">The palette now; null when it is closed.</param>
/// <param name="Chosen">The entry that was chosen, if one was; never one that is unavailable.</param>
public readonly record struct PaletteOutcome(Palette? Palette, PaletteEntry? Chosen = null);
