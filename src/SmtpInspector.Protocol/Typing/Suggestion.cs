namespace SmtpInspector.Protocol.Typing;

/// <summary>Something that could be typed next.</summary>
/// <param name="Text">What goes into the line.</param>
/// <param name="Hint">What it means, in a line.</param>
public sealed record Suggestion(string Text, string Hint);
