using SmtpInspector.Protocol.Findings;

namespace SmtpInspector.Protocol.Knowledge;

/// <summary>A rule of the catalogue, in the catalogue's own words; what to do is part of them.</summary>
static class RuleExplanation
{
    public static Explanation Of(Rule rule) =>
        new(rule.Name, ExplanationKind.Rule, rule.Title, rule.Explanation, rule.Reference, "", Library.WordsThatName(rule.Name))
        {
            Details = [new Detail("Severity", Weight(rule.Severity))],
        };

    static string Weight(Severity severity) => severity switch
    {
        Severity.Error => "error: a MUST is broken, and the other side may fail because of it",
        Severity.Warning => "warning: a SHOULD is broken, or it is a likely mistake",
        Severity.Info => "info: worth knowing; nothing is wrong",
    };
}
