using System.Globalization;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Lints.Server;

/// <summary>Enhanced status codes, promised by ENHANCEDSTATUSCODES (RFC 2034 §3, §4).</summary>
static class EnhancedCodeRules
{
    public static void Check(SessionState before, Pending? to, Reply reply, ICollection<Finding> findings)
    {
        // RFC 2034 §4: 3yz replies have none. Nor has the greeting or an EHLO reply that succeeds, where the
        // first word is the server's name.
        var opening = to?.Verb is Verb.Connection or Verb.Ehlo or Verb.Helo or Verb.Lhlo;
        if (reply.Class is ReplyClass.Intermediate or ReplyClass.Invalid || (opening && reply.Class == ReplyClass.Success))
        {
            return;
        }

        // What was offered in the clear is forgotten at the handshake (RFC 3207 §4.2), and with it the promise.
        var promised = before.Offers?.Has("ENHANCEDSTATUSCODES") == true;
        Mismatch(reply, promised, findings);

        // RFC 3207 §5's own 220 has none, and what follows it is the handshake.
        if (promised && !opening && !(to?.Verb == Verb.StartTls && reply.Code == 220))
        {
            Missing(reply, findings);
            Mixed(reply, findings);
        }
    }

    static void Mismatch(Reply reply, bool promised, ICollection<Finding> findings)
    {
        for (var i = 0; i < reply.Lines.Count; i++)
        {
            if (reply.Lines[i].Code is { } code
                && EnhancedStatusCode.At(reply.Lines[i].TextBytes.Span) is { } enhanced
                && enhanced.Class != code / 100)
            {
                var rule = Catalogue.Of(FindingId.EnhancedClassMismatch);
                findings.Add(new Finding(
                    FindingId.EnhancedClassMismatch,
                    promised ? rule.Severity : Severity.Info,
                    string.Create(CultureInfo.InvariantCulture, $"{enhanced} stands behind {code}: its first digit must be {code / 100}, as that of the reply code."),
                    rule.Reference,
                    new Columns(i, 4, 4 + ReplyText.FirstWord(reply.Lines[i].TextBytes.Span).Length)));
                return;
            }
        }
    }

    // RFC 2034 §4: "the same status code must appear at the beginning of the text in each line of the response".
    static void Mixed(Reply reply, ICollection<Finding> findings)
    {
        if (reply.Lines.Count == 1)
        {
            return;
        }

        var expected = reply.Enhanced;
        for (var i = 1; i < reply.Lines.Count; i++)
        {
            var line = reply.Lines[i];
            if (line.Code is not null
                && EnhancedStatusCode.At(line.TextBytes.Span) is { } enhanced
                && enhanced != expected
                && enhanced.Class == expected?.Class)
            {
                findings.Add(Finding.Of(
                    FindingId.EnhancedMixed,
                    $"This line says {enhanced} in a reply that began with {expected}. Every line of one reply must carry the same enhanced status code.",
                    new Columns(i, 4, 4 + ReplyText.FirstWord(line.TextBytes.Span).Length)));
                return;
            }
        }
    }

    static void Missing(Reply reply, ICollection<Finding> findings)
    {
        var missing = 0;
        var first = -1;
        for (var i = 0; i < reply.Lines.Count; i++)
        {
            var line = reply.Lines[i];
            if (line.Code is null)
            {
                continue;
            }

            if (EnhancedStatusCode.At(line.TextBytes.Span) is { } enhanced)
            {
                if (HasLeadingZero(enhanced, ReplyText.FirstWord(line.TextBytes.Span)))
                {
                    Syntax(line, i, findings);
                    return;
                }

                continue;
            }

            if (LooksLikeOne(line.TextBytes.Span))
            {
                Syntax(line, i, findings);
                return;
            }

            first = first < 0 ? i : first;
            missing++;
        }

        if (missing > 0)
        {
            var start = Math.Min(4, reply.Lines[first].Wire.Content.Length);
            findings.Add(Finding.Of(
                FindingId.EnhancedMissing,
                ReplyText.InLines($"EHLO offered ENHANCEDSTATUSCODES, so the text must begin with a code such as {Example(reply.Class)}.", missing),
                new Columns(first, start, start)));
        }
    }

    static void Syntax(ReplyLine line, int number, ICollection<Finding> findings)
    {
        var word = ReplyText.FirstWord(line.TextBytes.Span);
        findings.Add(Finding.Of(
            FindingId.EnhancedSyntax,
            $"{Quoted.Of(word)} is no enhanced status code: that is the class 2, 4 or 5, a dot, up to three digits, a dot, up to three digits, none with a zero in front, and then a space.",
            new Columns(number, 4, 4 + word.Length)));
    }

    static string Example(ReplyClass replyClass) => replyClass switch
    {
        ReplyClass.Success => "2.0.0",
        ReplyClass.Transient => "4.0.0",
        _ => "5.0.0",
    };

    // RFC 3463 §2: each number must be "expressed without leading zero digits".
    static bool HasLeadingZero(EnhancedStatusCode enhanced, ReadOnlySpan<byte> word) =>
        word.Length != 3 + Digits(enhanced.Subject) + Digits(enhanced.Detail);

    static int Digits(int number) => number < 10 ? 1 : number < 100 ? 2 : 3;

    // A digit, a dot and a digit, perhaps behind a mark such as "#" or "(", is an attempt at one, unless four
    // numbers make it an IP address.
    static bool LooksLikeOne(ReadOnlySpan<byte> text)
    {
        var word = ReplyText.FirstWord(text).TrimStart("#([<"u8);
        var dots = 0;
        foreach (var octet in word)
        {
            if (octet == (byte)'.')
            {
                dots++;
            }
            else if (!Characters.IsDigit(octet))
            {
                break;
            }
        }

        return word is [>= (byte)'0' and <= (byte)'9', (byte)'.', >= (byte)'0' and <= (byte)'9', ..] && dots < 3;
    }
}
