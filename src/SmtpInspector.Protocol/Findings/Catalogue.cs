namespace SmtpInspector.Protocol.Findings;

/// <summary>
/// The one catalogue of everything that can be found. Line mode, JSON, <c>show</c>, <c>explain</c> and
/// <c>docs/findings.md</c> read it.
/// </summary>
public static partial class Catalogue
{
    static readonly RuleGroup[] InGroups =
    [
        new("The server: the form of a reply", ReplyForm),
        new("The server: what a reply means", ReplyMeaning),
        new("The client: the form of a command", CommandForm),
        new("The client: a command's place and meaning", CommandMeaning),
        new("The message", Message),
    ];

    static readonly Rule[] Rows = [.. InGroups.SelectMany(group => group.Rules)];

    /// <summary>All rules, indexed by <see cref="FindingId"/>.</summary>
    public static IReadOnlyList<Rule> Rules => Rows;

    /// <summary>The same rules by what they look at.</summary>
    public static IReadOnlyList<RuleGroup> Groups => InGroups;

    /// <summary>The rule of an identity.</summary>
    public static Rule Of(FindingId id) => Rows[(int)id];

    /// <summary>The rule of a name in kebab-case; null where there is none.</summary>
    public static Rule? Find(string name) => Array.Find(Rows, rule => rule.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
