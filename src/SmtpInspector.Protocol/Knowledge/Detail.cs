namespace SmtpInspector.Protocol.Knowledge;

/// <summary>A labelled line of an explanation, such as the syntax of a command.</summary>
/// <param name="Label">What the line tells, "Syntax".</param>
/// <param name="Value">The line itself.</param>
public readonly record struct Detail(string Label, string Value);
