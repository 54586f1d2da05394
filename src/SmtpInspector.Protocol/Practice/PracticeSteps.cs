using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Practice;

/// <summary>The steps of a conversation that a fault can be set at, as they are written: verbs, <c>connection</c> and <c>message</c>.</summary>
static class PracticeSteps
{
    static readonly Verb[] All =
    [
        Verb.Connection, Verb.Ehlo, Verb.Helo, Verb.StartTls, Verb.Auth, Verb.Mail, Verb.Rcpt, Verb.Data, Verb.EndOfData, Verb.Bdat,
        Verb.Rset, Verb.Noop, Verb.Vrfy, Verb.Expn, Verb.Help, Verb.Quit,
    ];

    /// <summary>All of them, in the order of a conversation, for a sentence.</summary>
    public static string Names { get; } = string.Join(", ", All.Select(Verbs.Name));

    /// <summary>A step by its name, in any case; null where there is none of that name.</summary>
    public static Verb? Find(string name)
    {
        foreach (var step in All)
        {
            if (Verbs.Name(step).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return step;
            }
        }

        return null;
    }
}
