using System.Globalization;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Rules;

namespace SmtpInspector.Protocol.Knowledge;

/// <summary>The replies that the RFCs list for a command, as labelled lines.</summary>
static class ListedReplies
{
    public static IEnumerable<Detail> Of(Verb verb)
    {
        var rows = RepliesPerCommand.Of(verb);
        List<(string Label, IEnumerable<short> Codes)> lines =
        [
            ("Goes on", rows.SelectMany(row => row.I)),
            ("Success", rows.SelectMany(row => row.S)),
            ("Failure", rows.SelectMany(row => row.E)),
        ];

        // RFC 5321 §4.3.2: any command may get these; opening the connection is no command.
        if (rows.Count > 0 && verb != Verb.Connection)
        {
            lines.Add(("Any time", RepliesPerCommand.General));
        }

        return from line in lines
               where line.Codes.Any()
               select new Detail(line.Label, string.Join(", ", line.Codes.Distinct().Select(Digits)));
    }

    static string Digits(short code) => code.ToString(CultureInfo.InvariantCulture);
}
