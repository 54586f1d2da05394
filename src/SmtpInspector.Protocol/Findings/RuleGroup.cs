namespace SmtpInspector.Protocol.Findings;

/// <summary>Rules that look at the same thing.</summary>
/// <param name="Title">What they look at.</param>
/// <param name="Rules">They, in the order of the catalogue.</param>
public sealed record RuleGroup(string Title, IReadOnlyList<Rule> Rules);
