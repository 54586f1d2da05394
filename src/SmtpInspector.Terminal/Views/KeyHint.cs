using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Terminal.Views;

/// <summary>What a key does, for the line at the bottom.</summary>
/// <param name="Key">The key as one writes it.</param>
/// <param name="Text">What it does, in a word or two.</param>
public readonly record struct KeyHint(SafeText Key, SafeText Text);
