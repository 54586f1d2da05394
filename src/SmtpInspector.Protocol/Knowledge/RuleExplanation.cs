using SmtpInspector.Protocol.Findings;

namespace SmtpInspector.Protocol.Knowledge;

/// <summary>A rule of the catalogue, in the catalogue's own words.</summary>
static class RuleExplanation
{
    public static Explanation Of(Rule rule) =>
        new(rule.Name, ExplanationKind.Rule, rule.Title, Sentence(rule.Title), rule.Reference, Weight(rule.Severity), [])
        {
            Details = [new Detail("Severity", rule.Severity.ToString().ToLowerInvariant())],
        };

    static string Sentence(string title) => $"The judge says so when {title}.";

    static string Weight(Severity severity) => severity switch
    {
        Severity.Error => "Mend it: it breaks a MUST and the other side may fail because of it.",
        Severity.Warning => "Look at it: it breaks a SHOULD, or is a likely mistake.",
        Severity.Info => "Nothing: it is only worth knowing.",
    };
}
