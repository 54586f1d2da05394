using System.Text.Unicode;
using SmtpInspector.Protocol.Findings;

namespace SmtpInspector.Protocol.Grammar;

/// <summary>Local-part = Dot-string / Quoted-string (RFC 5321 §4.1.2; atext and qtextSMTP as extended by RFC 6531 §3.3).</summary>
static class LocalPart
{
    /// <summary>Reads the local-part that a mailbox begins with, and says what is wrong with it.</summary>
    /// <returns>The index of the "@" after it; the mailbox's length when there is none.</returns>
    public static int Parse(Token mailbox, ICollection<Finding> findings)
    {
        var end = mailbox.Span[0] == (byte)'"' ? QuotedString(mailbox, findings) : DotString(mailbox, findings);
        var localPart = mailbox.Slice(0, end);
        if (!Utf8.IsValid(localPart.Span))
        {
            findings.AddSyntax(localPart.Start, localPart.End, "These octets are not valid UTF-8.", "RFC 6531 §3.3");
        }

        if (localPart.Length > 64)
        {
            findings.Add(
                FindingId.LocalPartTooLong,
                localPart.Where,
                $"The local-part has {localPart.Length} octets; servers need not take more than 64.");
        }

        return end;
    }

    static int DotString(Token mailbox, ICollection<Finding> findings)
    {
        var span = mailbox.Span;
        var end = span.IndexOf((byte)'@');
        end = end < 0 ? span.Length : end;
        if (end == 0)
        {
            findings.AddSyntax(mailbox.Start, mailbox.Start, "Before the @ the name of the mailbox is missing.");
        }

        var afterDot = true;
        for (var i = 0; i < end; i++)
        {
            var octet = span[i];
            var isDot = octet == (byte)'.';
            if (isDot ? afterDot || i == end - 1 : octet < 128 && !Characters.IsAtext(octet))
            {
                findings.AddSyntax(mailbox.Start + i, mailbox.Start + i + 1, Message(octet));
                break;
            }

            afterDot = isDot;
        }

        return end;
    }

    static int QuotedString(Token mailbox, ICollection<Finding> findings)
    {
        var span = mailbox.Span;
        var i = 1;
        var bad = -1;
        while (i < span.Length && span[i] != (byte)'"')
        {
            // quoted-pairSMTP = %d92 %d32-126
            i += span[i] == (byte)'\\' && i + 1 < span.Length ? 1 : 0;
            bad = bad < 0 && Characters.IsControl(span[i]) ? i : bad;
            i++;
        }

        if (bad >= 0)
        {
            findings.AddSyntax(mailbox.Start + bad, mailbox.Start + bad + 1, CommandText.ControlMessage(span[bad]));
        }

        if (i >= span.Length)
        {
            findings.AddSyntax(mailbox.Start, mailbox.End, "The closing quote of the local-part is missing.");
            var at = span.LastIndexOf((byte)'@');
            return at < 0 ? span.Length : at;
        }

        var end = i + 1;
        if (end < span.Length && span[end] != (byte)'@')
        {
            var at = span[end..].IndexOf((byte)'@');
            var to = at < 0 ? span.Length : end + at;
            findings.AddSyntax(mailbox.Start + end, mailbox.Start + to, "After the closing quote the @ must follow.");
            return to;
        }

        return end;
    }

    static string Message(byte octet) => octet switch
    {
        (byte)'.' => "A dot may stand only between two other characters of the local-part, unless the whole of it is quoted.",
        (byte)' ' or (byte)'\t' => "A space may stand in an address only inside a quoted local-part.",
        _ when Characters.IsControl(octet) => CommandText.ControlMessage(octet),
        _ => "This character may stand in a local-part only between double quotes.",
    };
}
