namespace SmtpInspector.Protocol.Findings;

/// <summary>A row of the catalogue: one thing that can be found.</summary>
/// <param name="Id">Its identity in the code.</param>
/// <param name="Name">Its stable name, in kebab-case.</param>
/// <param name="Severity">Its usual weight; a finding may say otherwise where the rule has several.</param>
/// <param name="Reference">The section that asks for it, as "RFC 5321 §4.2.1", or the vendor's document.</param>
/// <param name="Title">One line that says what was found.</param>
/// <param name="Explanation">A sentence or two for a beginner: why it matters and what to do.</param>
public sealed record Rule(
    FindingId Id,
    string Name,
    Severity Severity,
    string Reference,
    string Title,
    string Explanation);
