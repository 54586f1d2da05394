using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Rules;

/// <summary>
/// The usual replies to each command: RFC 5321 §4.3.2 in its own order, then what the extensions add, in the
/// order of their numbers. Usual, not allowed: a client MUST be ready for any other code by its first digit.
/// </summary>
public static class RepliesPerCommand
{
    const string Base = "RFC 5321 §4.3.2";

    static readonly ReplySequence[] Table =
    [
        new(Verb.Connection, I: [],    S: [220],           E: [554], Base),
        new(Verb.Ehlo,       I: [],    S: [250],           E: [504, 550, 502], Base),
        new(Verb.Helo,       I: [],    S: [250],           E: [504, 550, 502], Base),
        new(Verb.Mail,       I: [],    S: [250],           E: [552, 451, 452, 550, 553, 503, 455, 555], Base),
        new(Verb.Rcpt,       I: [],    S: [250, 251],      E: [550, 551, 552, 553, 450, 451, 452, 503, 455, 555], Base),
        new(Verb.Data,       I: [354], S: [],              E: [503, 554], Base),
        new(Verb.EndOfData,  I: [],    S: [250],           E: [552, 554, 451, 452, 450, 550], Base),
        new(Verb.Rset,       I: [],    S: [250],           E: [], Base),
        new(Verb.Vrfy,       I: [],    S: [250, 251, 252], E: [550, 551, 553, 502, 504], Base),
        new(Verb.Expn,       I: [],    S: [250, 252],      E: [550, 500, 502, 504], Base),
        new(Verb.Help,       I: [],    S: [211, 214],      E: [502, 504], Base),
        new(Verb.Noop,       I: [],    S: [250],           E: [], Base),
        new(Verb.Quit,       I: [],    S: [221],           E: [], Base),

        new(Verb.Mail,       I: [],    S: [],              E: [452, 552], "RFC 1870 §6.1"),
        new(Verb.Data,       I: [],    S: [],              E: [452, 552], "RFC 1870 §6.2"),
        new(Verb.Rcpt,       I: [],    S: [],              E: [452, 552], "RFC 1870 §6.4"),
        new(Verb.Etrn,       I: [],    S: [250, 251, 252, 253], E: [458, 459], "RFC 1985 §5.3"),
        new(Verb.Lhlo,       I: [],    S: [250],           E: [504, 550, 502], "RFC 2033 §4.1"),
        new(Verb.Bdat,       I: [],    S: [250],           E: [503, 552, 554, 451, 452], "RFC 3030 §2"),
        new(Verb.StartTls,   I: [],    S: [220],           E: [454], "RFC 3207 §4"),
        new(Verb.Burl,       I: [],    S: [250],           E: [503, 552, 554, 451, 452], "RFC 4468 §3"),
        new(Verb.Auth,       I: [334], S: [235],           E: [432, 454, 503, 504, 530, 534, 535, 538], "RFC 4954 §6"),
        new(Verb.Connection, I: [],    S: [],              E: [521], "RFC 7504 §3"),
        new(Verb.Rcpt,       I: [],    S: [],              E: [556], "RFC 7504 §4"),
    ];

    // RFC 5321 §4.3.2: any command can return 500, 501 and 421; §4.2.4: 502 where a command is not implemented;
    // §4.1.4: 503 where it is out of order.
    static readonly short[] ToAnyCommand = [421, 500, 501, 502, 503];

    // The table once more, to look up: by verb and code.
    const int First = 200;
    const int Last = 599;
    static readonly bool[][] ByVerb = Join();

    /// <summary>All rows, in the order of the RFCs; a command has one row for each RFC that speaks of it.</summary>
    public static IReadOnlyList<ReplySequence> Rows => Table;

    /// <summary>The codes any command may get: shutting down, syntax, not implemented, out of order.</summary>
    public static IReadOnlyList<short> General => ToAnyCommand;

    /// <summary>The rows of one command; empty for one this program does not know.</summary>
    public static IReadOnlyList<ReplySequence> Of(Verb verb) => Array.FindAll(Table, row => row.Verb == verb);

    /// <summary>Whether an RFC lists a code for a command, whatever the session's state.</summary>
    public static bool IsListed(Verb verb, int code)
    {
        if (code is < First or > Last)
        {
            return false;
        }

        // RFC 5321 §3.8: 421 may come at any time; the other general codes answer commands, and opening the
        // connection is none.
        return ByVerb[(int)verb][code - First]
            || (verb == Verb.Connection ? code == 421 : ToAnyCommand.AsSpan().Contains((short)code));
    }

    /// <summary>Whether an RFC lists a code for a command in the situation the session is in.</summary>
    public static bool IsListed(Verb verb, int code, Situation situation) =>
        IsListed(verb, code) || RepliesPerSituation.IsListed(verb, code, situation);

    // Plain loops: this runs before the first reply is judged, and LINQ over numbers is compiled at run time.
    static bool[][] Join()
    {
        var listed = new bool[Enum.GetValues<Verb>().Length][];
        for (var verb = 0; verb < listed.Length; verb++)
        {
            listed[verb] = new bool[Last - First + 1];
        }

        foreach (var row in Table)
        {
            Mark(row.I);
            Mark(row.S);
            Mark(row.E);

            void Mark(IReadOnlyList<short> codes)
            {
                for (var i = 0; i < codes.Count; i++)
                {
                    listed[(int)row.Verb][codes[i] - First] = true;
                }
            }
        }

        return listed;
    }
}
