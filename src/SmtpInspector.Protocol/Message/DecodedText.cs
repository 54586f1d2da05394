namespace SmtpInspector.Protocol.Message;

/// <summary>Text made of octets for display, and what had to be guessed or left as it was.</summary>
/// <param name="Text">The text; octets that are none are shown as <c>\xE4</c>. Not yet fit for a terminal: it may hold any character.</param>
/// <param name="Notes">What is to be said of it, a sentence each, such as that a charset is unknown; mostly none.</param>
public sealed record DecodedText(string Text, IReadOnlyList<string> Notes);
