using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Rules;

/// <summary>The codes with which a server may answer almost any command while something is not as it wants it.</summary>
public static class RepliesPerSituation
{
    /// <summary>A row: in this situation this code may answer any command except some.</summary>
    public sealed record Row(Situation In, short Code, IReadOnlyList<Verb> Except, string Reference);

    static readonly Row[] Table =
    [
        new(Situation.BeforeTls,  530, [Verb.Noop, Verb.Ehlo, Verb.StartTls, Verb.Quit], "RFC 3207 §4"),
        new(Situation.BeforeAuth, 530, [Verb.Auth, Verb.Ehlo, Verb.Helo, Verb.Noop, Verb.Rset, Verb.Quit], "RFC 4954 §6"),
        new(Situation.InTls,      554, [Verb.Quit], "RFC 3207 §4.1"),
        new(Situation.Refused,    503, [Verb.Quit], "RFC 5321 §3.1"),
    ];

    /// <summary>All rows.</summary>
    public static IReadOnlyList<Row> Rows => Table;

    /// <summary>Whether one of the situations a session is in lists a code for a command.</summary>
    public static bool IsListed(Verb verb, int code, Situation situation)
    {
        // Opening the connection is no command: nothing can be required before it.
        if (verb == Verb.Connection)
        {
            return false;
        }

        foreach (var row in Table)
        {
            if (row.Code == code && (row.In & situation) != 0 && !row.Except.Contains(verb))
            {
                return true;
            }
        }

        return false;
    }
}
