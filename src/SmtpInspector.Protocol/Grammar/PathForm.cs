namespace SmtpInspector.Protocol.Grammar;

/// <summary>What differs between MAIL and RCPT when their paths are read.</summary>
/// <param name="Verb">Which of the two.</param>
/// <param name="Keyword">FROM or TO.</param>
/// <param name="Example">How it is written, for messages.</param>
/// <param name="Section">The section that gives its syntax.</param>
sealed record PathForm(Verb Verb, string Keyword, string Example, string Section);
