using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Lints.Server;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Tests.Lints.Server;

public class ServerLintProperties
{
    static readonly string[] Fragments =
    [
        "250", "250-", "250 ", "220 ", "334 ", "421 ", "500", "5.7.1 ", "5.7", "mail.example.com", "[192.0.2.1]", "AUTH=", "SIZE 1",
        "STARTTLS", "ENHANCEDSTATUSCODES", "XXXA", " ", "\t", "\r", "\n", "\r\n", "\0", "é", "1", "-", ".", "#",
    ];

    // Octets that come close to replies: fragments of them, among any others.
    static Gen<byte[]> Octets => Gen.OneOf(
        Gen.Elements(Fragments).Select(Encoding.UTF8.GetBytes),
        Gen.Choose(0, 255).Select(octet => new[] { (byte)octet }))
        .ListOf()
        .Select(pieces => pieces.SelectMany(piece => piece).ToArray());

    static Gen<string> TextOf(Gen<char> characters) => characters.ListOf().Select(text => string.Concat(text.Take(200)));

    // textstring = 1*(%d09 / %d32-126)
    static Gen<string> TextString => Gen.OneOf(Gen.Constant('\t'), Gen.Choose(32, 126).Select(octet => (char)octet)).NonEmptyListOf()
        .Select(text => string.Concat(text.Take(200)));

    [Property]
    public Property No_reply_makes_a_rule_throw_or_a_message_unsafe() => Prop.ForAll(
        Octets.ListOf().Where(lines => lines.Count > 0).ToArbitrary(),
        Gen.Elements(Enum.GetValues<Verb>()).ToArbitrary(),
        (lines, verb) =>
        {
            var reply = new Reply([.. lines.Select(line => ReplyLine.Parse(new WireLine(Direction.Server, 0, line)))], lines.Count % 3 > 0);
            var findings = new List<Finding>();
            foreach (var before in States)
            {
                ServerLints.CheckReply(before, new Pending(verb, Encoding.UTF8.GetBytes(Verbs.Name(verb)), null), reply, findings);
                ServerLints.CheckReply(before, null, reply, findings);
                ServerLints.CheckLastWord(before, reply, lines.Count % 2 == 0, findings);
                ServerLints.CheckClose(before, new ConversationEvent.Closed(null, Direction.Server, false), new Ending(reply), findings);
            }

            return findings.TrueForAll(finding => finding.Message.All(character => character is >= ' ' and <= '~')
                && (finding.Where is not { } where || (where.Line < lines.Count && where.Start <= where.End && where.End <= lines[where.Line].Length)));
        });

    [Property]
    public Property How_the_octets_are_cut_into_pieces_changes_no_verdict() => Prop.ForAll(
        Octets.ToArbitrary(),
        Gen.Choose(1, 9).ToArbitrary(),
        (octets, size) => Verdict(octets, int.MaxValue) == Verdict(octets, size));

    [Property]
    public Property A_reply_of_the_grammar_gets_no_error_for_its_form() => Prop.ForAll(
        (from a in Gen.Choose(2, 5)
         from b in Gen.Choose(0, 5)
         from c in Gen.Choose(0, 9)
         from lines in TextString.ListOf()
         from last in Gen.OneOf(TextString.Select(text => " " + text), Gen.Constant(""), Gen.Constant(" "))
         let code = $"{a}{b}{c}"
         select string.Concat(lines.Take(20).Select(line => $"{code}-{line}\r\n")) + $"{code}{last}\r\n").ToArbitrary(),
        text =>
        {
            var reply = new Reply([.. text.Split("\r\n")[..^1].Select(line => Line(line + "\r\n"))]);
            var findings = new List<Finding>();
            ServerLints.CheckReply(SessionState.Start(), new Pending(Verb.Unknown, default, null), reply, findings);
            return findings.TrueForAll(finding => finding.Severity < Severity.Error);
        });

    [Property]
    public Property An_EHLO_reply_of_the_grammar_gets_neither_error_nor_warning() => Prop.ForAll(
        (from greet in TextOf(Gen.OneOf(Gen.Choose(0, 9), Gen.Choose(11, 12), Gen.Choose(14, 127)).Select(octet => (char)octet))
         from keywords in (from first in LetDig
                           from rest in TextOf(Gen.OneOf(LetDig, Gen.Constant('-')))
                           from parameters in Gen.Choose(33, 126).Select(octet => (char)octet).NonEmptyListOf().Select(string.Concat).ListOf()
                           select string.Concat(parameters.Take(5).Select(parameter => " " + parameter[..Math.Min(50, parameter.Length)]).Prepend(first + rest))).ListOf()
         select string.Concat(keywords.Take(20).Select(keyword => $"250-{keyword}\n").Prepend($"250-mail.example.com {greet}\n")) + "250 HELP\n").ToArbitrary(),
        text =>
        {
            var reply = new Reply([.. text.Split('\n')[..^1].Select(line => Line(line + "\r\n"))]);
            var findings = new List<Finding>();
            ServerLints.CheckReply(SessionState.Start(), new Pending(Verb.Ehlo, "EHLO x"u8.ToArray(), null), reply, findings);
            return findings.TrueForAll(finding => finding.Severity == Severity.Info);
        });

    static Gen<char> LetDig => Gen.Elements("ABCxyz019".ToCharArray());

    static ReplyLine Line(string text) => ReplyLine.Parse(new WireLine(Direction.Server, 0, Encoding.Latin1.GetBytes(text)));

    static IEnumerable<SessionState> States
    {
        get
        {
            var offers = Offers.Of(new Reply([Line("250-mail.example.com\r\n"), Line("250-ENHANCEDSTATUSCODES\r\n"), Line("250 STARTTLS\r\n")]));
            yield return SessionState.Start(tls: false, port: 587);
            yield return SessionState.Excerpt();
            yield return SessionState.Start(tls: true) with { Phase = Phase.Greeted, Offers = offers, Transaction = new MailTransaction("MAIL FROM:<> SMTPUTF8"u8.ToArray()) };
        }
    }

    // What the judge says of a server that sends these octets after its greeting.
    static string Verdict(byte[] octets, int size)
    {
        var judge = new ConversationJudge(SessionState.Start());
        var said = new StringBuilder();
        byte[] all = [.. "220 mail.example.com\r\n"u8, .. octets];
        var offset = 0;
        while (offset < all.Length)
        {
            // An event ends with a LF at the latest.
            var rest = all.AsSpan(offset);
            var length = rest.IndexOf((byte)'\n') + 1;
            length = Math.Min(size, length == 0 ? rest.Length : length);
            Say(said, judge.Apply(new ConversationEvent.Line(null, new WireLine(Direction.Server, offset, all.AsMemory(offset, length)))));
            offset += length;
        }

        Say(said, judge.Apply(new ConversationEvent.Closed(null, Direction.Server, false)));
        return said.ToString();
    }

    static void Say(StringBuilder said, IReadOnlyList<Entry> entries)
    {
        foreach (var finding in entries.SelectMany(entry => entry.Findings))
        {
            said.Append(finding.Rule).Append(' ').Append(finding.Where).Append(' ').AppendLine(finding.Message);
        }
    }
}
