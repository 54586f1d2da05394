namespace SmtpInspector.Terminal.Editing;

/// <summary>A line after a key.</summary>
/// <param name="Input">The line now.</param>
/// <param name="Action">What happened.</param>
/// <param name="Text">The line entered, of <see cref="LineAction.Accepted"/>; the text pasted, of <see cref="LineAction.PastedLines"/>; otherwise empty.</param>
public readonly record struct LineOutcome(LineInput Input, LineAction Action, string Text = "");
