using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Knowledge.Topics;

namespace SmtpInspector.Protocol.Knowledge;

/// <summary>Every row under its words. Filled at the first question, never at start-up.</summary>
static class Library
{
    static readonly Lazy<Dictionary<string, Known>> Index = new(Fill);

    /// <summary>What can be found under a word: a row of the tables, or a rule of the catalogue.</summary>
    public readonly record struct Known(ExplanationKind Kind, Entry? Entry, Rule? Rule);

    /// <summary>The tables, in the order in which they are searched for the nearest word.</summary>
    public static IEnumerable<(ExplanationKind Kind, Entry[] Rows)> Tables =>
    [
        (ExplanationKind.ReplyCode, SuccessReplies.Rows),
        (ExplanationKind.ReplyCode, TransientReplies.Rows),
        (ExplanationKind.ReplyCode, PermanentReplies.Rows),
        (ExplanationKind.ReplyCode, ReplyDigits.Rows),
        (ExplanationKind.EnhancedStatusCode, EnhancedDigits.Rows),
        (ExplanationKind.EnhancedStatusCode, EnhancedAddress.Rows),
        (ExplanationKind.EnhancedStatusCode, EnhancedMailbox.Rows),
        (ExplanationKind.EnhancedStatusCode, EnhancedNetwork.Rows),
        (ExplanationKind.EnhancedStatusCode, EnhancedProtocol.Rows),
        (ExplanationKind.EnhancedStatusCode, EnhancedContent.Rows),
        (ExplanationKind.EnhancedStatusCode, EnhancedSecurity.Rows),
        (ExplanationKind.EnhancedStatusCode, EnhancedPolicy.Rows),
        (ExplanationKind.Command, Commands.Rows),
        (ExplanationKind.Command, ExtensionCommands.Rows),
        (ExplanationKind.Command, ObsoleteCommands.Rows),
        (ExplanationKind.Parameter, Parameters.Rows),
        (ExplanationKind.Extension, Extensions.Rows),
        (ExplanationKind.Extension, PrivateExtensions.Rows),
        (ExplanationKind.Mechanism, Mechanisms.Rows),
        (ExplanationKind.Term, EnvelopeTerms.Rows),
        (ExplanationKind.Term, TransportTerms.Rows),
        (ExplanationKind.Term, SecurityTerms.Rows),
        (ExplanationKind.Term, DeliveryTerms.Rows),
        (ExplanationKind.Term, MessageTerms.Rows),
    ];

    /// <summary>Every word, as usually written, with the spelling to suggest for it.</summary>
    public static IEnumerable<(string Word, string Suggestion)> Words =>
        Tables.SelectMany(table => table.Rows).SelectMany(row => row.AllWords.Select(word => (word, row.AllWords[0])))
            .Concat(Catalogue.Rules.Select(rule => (rule.Name, rule.Name)));

    /// <summary>The words whose rows send the reader to this one.</summary>
    public static string[] WordsThatName(string word) =>
        [.. Tables.SelectMany(table => table.Rows).Where(row => row.AllRelated.Contains(word)).Select(row => row.AllWords[0])];

    /// <summary>What a key stands for.</summary>
    public static bool TryFind(string key, out Known known) => Index.Value.TryGetValue(key, out known);

    static Dictionary<string, Known> Fill()
    {
        var index = new Dictionary<string, Known>(StringComparer.Ordinal);
        foreach (var (kind, rows) in Tables)
        {
            foreach (var row in rows)
            {
                foreach (var word in row.AllWords)
                {
                    index.Add(WordKey.Of(word), new Known(kind, row, null));
                }
            }
        }

        foreach (var rule in Catalogue.Rules)
        {
            index.Add(WordKey.Of(rule.Name), new Known(ExplanationKind.Rule, null, rule));
        }

        return index;
    }
}
