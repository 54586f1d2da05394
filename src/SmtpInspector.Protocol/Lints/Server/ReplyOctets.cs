using System.Buffers;
using System.Text.Unicode;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Lints.Server;

/// <summary>
/// What octets a reply is made of (RFC 5321 §4.2): textstring = 1*(%d09 / %d32-126).
/// </summary>
static class ReplyOctets
{
    static readonly SearchValues<byte> Plain = SearchValues.Create(
        " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\t"u8);

    static readonly SearchValues<byte> Controls = SearchValues.Create(
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\u007F"u8);

    public static void Check(SessionState before, Pending? to, Reply reply, ICollection<Finding> findings)
    {
        for (var i = 0; i < reply.Lines.Count; i++)
        {
            if (reply.Lines[i].Wire.Content.Span.ContainsAnyExcept(Plain))
            {
                // Found one: now the slow look, which says each thing once for the whole reply.
                BareCr(reply, i, findings);
                ControlCharacters(to, reply, i, findings);
                NonAscii(before, to, reply, i, findings);
                return;
            }
        }
    }

    static void BareCr(Reply reply, int from, ICollection<Finding> findings)
    {
        var (where, count) = First(reply, from, (line, content) =>
        {
            // What ends a line that breaks off may be the CR of a LF that never came.
            var whole = reply.Lines[line].Wire.IsComplete || content is not [.., (byte)'\r'];
            return (whole ? content : content[..^1]).IndexOf((byte)'\r');
        });
        if (count > 0)
        {
            findings.Add(Finding.Of(
                FindingId.ReplyBareCr,
                ReplyText.InLines("A CR stands within this line. CR is only for the CR LF at its end; some programs take it for the end, others do not.", count),
                where));
        }
    }

    static void ControlCharacters(Pending? to, Reply reply, int from, ICollection<Finding> findings)
    {
        var greets = to?.Verb is Verb.Ehlo or Verb.Lhlo && reply.Code == 250;
        var (where, count) = First(reply, from, (line, content) =>
        {
            // RFC 5321 §4.1.1.1: ehlo-greet, the text behind the domain in EHLO's first line, may hold them.
            var free = line == 0 && greets && content.Length > 4 ? content[4..].IndexOf((byte)' ') : -1;
            return (free < 0 ? content : content[..(4 + free)]).IndexOfAny(Controls);
        });
        if (count > 0)
        {
            var octet = reply.Lines[where.Line].Wire.Content.Span[where.Start];
            findings.Add(Finding.Of(
                FindingId.ReplyControlCharacters,
                ReplyText.InLines($"The control character {Name(octet)} stands in this line. Reply text is printable ASCII, spaces and tabs.", count),
                where));
        }
    }

    static string Name(byte octet) => octet switch
    {
        0 => "NUL",
        7 => "BEL",
        8 => "BS",
        27 => "ESC",
        127 => "DEL",
        _ => $"\\x{octet:X2}",
    };

    static void NonAscii(SessionState before, Pending? to, Reply reply, int from, ICollection<Finding> findings)
    {
        var allowed = AllowsUtf8(before, to, reply);
        var (where, count) = First(reply, from, (_, content) =>
        {
            var high = content.IndexOfAnyInRange((byte)128, (byte)255);
            return high >= 0 && !(allowed && Utf8.IsValid(content)) ? high : -1;
        });
        if (count == 0)
        {
            return;
        }

        var rest = reply.Lines[where.Line].Wire.Content.Span[where.Start..];
        var length = rest.IndexOfAnyInRange((byte)0, (byte)127);
        findings.Add(Finding.Of(
            FindingId.ReplyNonAscii,
            ReplyText.InLines(
                allowed
                    ? "These octets are not valid UTF-8. SMTPUTF8 allows addresses in UTF-8 here, and no other encoding."
                    : "Octets over 127 stand in this line. Reply text is ASCII; UTF-8 is allowed only in 251 and 551 after MAIL with SMTPUTF8, and in replies to VRFY and EXPN with it.",
                count),
            where with { End = where.Start + (length < 0 ? rest.Length : length) }));
    }

    // RFC 6531 §3.7.4.1 and §3.7.4.2: only what the client has asked for by the parameter SMTPUTF8.
    static bool AllowsUtf8(SessionState before, Pending? to, Reply reply) => to?.Verb switch
    {
        Verb.Vrfy or Verb.Expn => ReplyText.HasWord(to.Content.Span, "SMTPUTF8"),
        _ => reply.Code is 251 or 551 && before.Transaction is { } open && ReplyText.HasWord(open.Mail.Span, "SMTPUTF8"),
    };

    delegate int Search(int line, ReadOnlySpan<byte> content);

    static (Columns Where, int Count) First(Reply reply, int from, Search search)
    {
        Columns where = default;
        var count = 0;
        for (var i = from; i < reply.Lines.Count; i++)
        {
            var at = search(i, reply.Lines[i].Wire.Content.Span);
            if (at >= 0 && count++ == 0)
            {
                where = new Columns(i, at, at + 1);
            }
        }

        return (where, count);
    }
}
