namespace SmtpInspector.Terminal.Editing;

/// <summary>Something that could be typed here.</summary>
/// <param name="Text">What goes into the line.</param>
/// <param name="Description">What it means, for the list.</param>
public sealed record Completion(string Text, string Description = "");
