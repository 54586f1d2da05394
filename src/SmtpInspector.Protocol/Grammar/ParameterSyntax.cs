using SmtpInspector.Protocol.Findings;

namespace SmtpInspector.Protocol.Grammar;

/// <summary>What each parameter's own RFC says of its value.</summary>
static class ParameterSyntax
{
    /// <summary>Complains where a known parameter belongs to the other command, or has a value it cannot have.</summary>
    public static void Check(in EsmtpParameter parameter, Verb verb, ICollection<Finding> findings)
    {
        if (KnownParameter.Of(parameter.Keyword) is not { } known)
        {
            return;
        }

        if (known.Verb != verb)
        {
            findings.Add(
                FindingId.ParameterSyntax,
                parameter.Keyword.Where,
                $"{known.Keyword} is a parameter of {Verbs.Name(known.Verb)}, not of {Verbs.Name(verb)}.",
                known.Section);
        }

        // "KEYWORD=" without a value has been found already.
        if (parameter.HasEquals && parameter.Value.IsEmpty)
        {
            return;
        }

        switch (known.Value)
        {
            case ValueRule.None:
                Forbid(parameter, known, findings);
                break;
            case ValueRule.Any:
                break;
            default:
                Require(parameter, known, findings);
                break;
        }
    }

    static void Forbid(in EsmtpParameter parameter, KnownParameter known, ICollection<Finding> findings)
    {
        if (parameter.HasEquals)
        {
            findings.Add(FindingId.ParameterSyntax, parameter.Value.Where, $"{known.Keyword} takes no value.", known.Section);
        }
    }

    static void Require(in EsmtpParameter parameter, KnownParameter known, ICollection<Finding> findings)
    {
        if (!parameter.HasEquals)
        {
            findings.Add(
                FindingId.ParameterSyntax, parameter.Keyword.Where, $"{known.Keyword} needs a value: {known.Example}.", known.Section);
        }
        else if (!ParameterValue.Fits(known.Value, parameter.Value))
        {
            findings.Add(
                FindingId.ParameterSyntax, parameter.Value.Where, $"{known.Keyword} is written as in {known.Example}.", known.Section);
        }
        else if (parameter.Value.Length > known.Longest)
        {
            // RFC 3461 §4.2, §4.4 allow so many ("MAY be up to"), and forbid no more in so many words.
            findings.Add(
                FindingId.ParameterSyntax,
                parameter.Value.Where,
                $"{known.Keyword} may have up to {known.Longest} characters; this one has {parameter.Value.Length}.",
                known.Section,
                Severity.Warning);
        }
    }
}
