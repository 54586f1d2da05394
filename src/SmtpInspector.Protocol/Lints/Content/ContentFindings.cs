using SmtpInspector.Protocol.Findings;

namespace SmtpInspector.Protocol.Lints.Content;

/// <summary>Gathers the findings of one content: of each rule the first few, and how many there are.</summary>
sealed class ContentFindings
{
    readonly List<Occurrences> _rules = [];

    /// <summary>Takes an occurrence.</summary>
    public void Add(Finding finding) => Of(finding.Id).Add(finding);

    /// <summary>The occurrences of a rule.</summary>
    public Occurrences Of(FindingId id)
    {
        foreach (var rule in _rules)
        {
            if (rule.Id == id)
            {
                return rule;
            }
        }

        var occurrences = new Occurrences(id);
        _rules.Add(occurrences);
        return occurrences;
    }

    /// <summary>Hands all over, in the order of the catalogue.</summary>
    public void Report(ICollection<Finding> findings)
    {
        _rules.Sort(static (one, other) => one.Id.CompareTo(other.Id));
        foreach (var occurrences in _rules)
        {
            occurrences.Report(findings);
        }
    }
}
