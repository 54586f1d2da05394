namespace SmtpInspector.Tui.Live;

/// <summary>What a conversation asks before it goes on.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Text">The question and what one needs to know, a paragraph each.</param>
/// <param name="Choices">The answers; Enter takes the first.</param>
/// <param name="WhenDismissed">The answer that Esc gives: the one that does no harm.</param>
/// <param name="AsksForSecret">The label of a masked field to fill in; null where a choice is enough.</param>
sealed record Question(string Title, IReadOnlyList<string> Text, IReadOnlyList<string> Choices, int WhenDismissed, string? AsksForSecret = null);
