using System.Globalization;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Rules;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Lints.Server;

/// <summary>
/// The form of a reply's lines, whatever they answer (RFC 5321 §4.2). One finding for each rule: it marks the
/// first place and says in how many lines it is so, for a peer may send ten thousand of them.
/// </summary>
static class ReplyForm
{
    public static void Check(SessionState before, Pending? to, Reply reply, ICollection<Finding> findings)
    {
        var firstCode = reply.Lines[0].Code;
        var odd = false;
        for (var i = 0; i < reply.Lines.Count; i++)
        {
            var line = reply.Lines[i];
            odd |= line.Code is not { } code
                || code != firstCode
                || !IsInRange(code)
                || line.Wire.Bytes.Length > SizeLimits.ReplyLine
                || line.Wire.Ending != LineEnding.CrLf;
        }

        // Almost every reply is right in all of this: one look tells, and nothing else is done.
        if (odd || !reply.IsComplete)
        {
            Malformed(reply, findings);
            CodeRange(reply, findings);
            CodeMixed(reply, findings);
            TooLong(to, reply, findings);
            TooMany(reply, findings);
            BareLf(reply, findings);
            Unfinished(to, reply, findings);
        }

        ReplyOctets.Check(before, to, reply, findings);
        TextMissing(reply, findings);
    }

    // RFC 5321 §4.2: Reply-code = %x32-35 %x30-35 %x30-39.
    internal static bool IsInRange(int code) => code is >= 200 and < 600 && code / 10 % 10 <= 5;

    static void Malformed(Reply reply, ICollection<Finding> findings)
    {
        var (first, count) = Where(reply, line => line.Code is null && line.Wire.IsComplete);
        if (count == 0)
        {
            return;
        }

        var content = reply.Lines[first].Wire.Content.Span;
        findings.Add(Finding.Of(
            FindingId.ReplyMalformed,
            ReplyText.InLines(WhatIsMalformed(content), count),
            new Columns(first, 0, Math.Min(content.Length, 4))));
    }

    static string WhatIsMalformed(ReadOnlySpan<byte> content) =>
        content.IsEmpty ? "This line is empty. A reply line is three digits, then a space and text; a hyphen in place of the space where more lines follow."
        : content.Length > 3 && !content[..3].ContainsAnyExceptInRange((byte)'0', (byte)'9')
            ? $"After the code {Quoted.Of(content[..3])} stands {Quoted.Of(content[3..4])}. It must be a space in the last line of a reply, or a hyphen where more lines follow."
        : $"This line begins with {Quoted.Of(content[..Math.Min(content.Length, 4)])}. A reply line begins with three digits, then a space and text; a hyphen in place of the space where more lines follow.";

    static void CodeRange(Reply reply, ICollection<Finding> findings)
    {
        var (first, count) = Where(reply, line => line.Code is { } code && !IsInRange(code));
        if (count > 0)
        {
            var code = reply.Lines[first].Code!.Value;
            var firstDigit = code / 100 is < 2 or > 5;
            findings.Add(Finding.Of(
                FindingId.ReplyCodeRange,
                ReplyText.InLines(
                    firstDigit
                        ? string.Create(CultureInfo.InvariantCulture, $"The code {code:D3} begins with {code / 100}; the first digit is 2 (done), 3 (go on), 4 (not now) or 5 (no). What the server means cannot be known.")
                        : string.Create(CultureInfo.InvariantCulture, $"The second digit of {code:D3} is {code / 10 % 10}; it is 0 to 5 in SMTP."),
                    count),
                firstDigit ? new Columns(first, 0, 1) : new Columns(first, 1, 2)));
        }
    }

    static void CodeMixed(Reply reply, ICollection<Finding> findings)
    {
        if (reply.Lines[0].Code is not { } expected)
        {
            return;
        }

        var first = -1;
        var count = 0;
        for (var i = 1; i < reply.Lines.Count; i++)
        {
            if (reply.Lines[i].Code is { } code && code != expected)
            {
                first = first < 0 ? i : first;
                count++;
            }
        }

        if (count > 0)
        {
            findings.Add(Finding.Of(
                FindingId.ReplyCodeMixed,
                ReplyText.InLines(
                    string.Create(CultureInfo.InvariantCulture, $"This line says {reply.Lines[first].Code:D3} in a reply that began with {expected:D3}. Every line of one reply must carry the same code."),
                    count),
                new Columns(first, 0, 3)));
        }
    }

    static void TooLong(Pending? to, Reply reply, ICollection<Finding> findings)
    {
        // RFC 4954 §4: a challenge may be as long as its mechanism makes it.
        var isAuth = to?.Verb == Verb.Auth;
        var first = -1;
        var count = 0;
        for (var i = 0; i < reply.Lines.Count; i++)
        {
            if (reply.Lines[i].Wire.Bytes.Length > SizeLimits.ReplyLine && !(isAuth && reply.Lines[i].Code == 334))
            {
                first = first < 0 ? i : first;
                count++;
            }
        }

        if (count > 0)
        {
            var length = reply.Lines[first].Wire.Bytes.Length;
            findings.Add(Finding.Of(
                FindingId.ReplyLineTooLong,
                ReplyText.InLines(
                    string.Create(CultureInfo.InvariantCulture, $"This line has {length} octets; with its CRLF it may have {SizeLimits.ReplyLine}. More text belongs on more lines."),
                    count),
                new Columns(first, SizeLimits.ReplyLine, length)));
        }
    }

    static void TooMany(Reply reply, ICollection<Finding> findings)
    {
        if (ReplyText.IsCutByLimit(reply))
        {
            findings.Add(Finding.Of(
                FindingId.ReplyTooManyLines,
                string.Create(CultureInfo.InvariantCulture, $"The reply was cut after {reply.Lines.Count} lines: it did not end. Its last line is the one with a space after the code."),
                ReplyText.CodeOf(reply)));
        }
    }

    static void BareLf(Reply reply, ICollection<Finding> findings)
    {
        var (first, count) = Where(reply, line => line.Wire.Ending == LineEnding.BareLf);
        if (count > 0)
        {
            var length = reply.Lines[first].Wire.Bytes.Length;
            findings.Add(Finding.Of(
                FindingId.ReplyBareLf,
                ReplyText.InLines("This line ends in a LF without a CR before it. Lines end in CR LF and in nothing else.", count),
                new Columns(first, length - 1, length)));
        }
    }

    // A command whose reply breaks off is unanswered (RFC 5321 §4.2.1: the last line is the one without a hyphen).
    static void Unfinished(Pending? to, Reply reply, ICollection<Finding> findings)
    {
        var last = reply.Lines.Count - 1;
        var end = reply.Lines[last].Wire.Content.Length;
        if (to is not null
            && !ReplyText.IsCutByLimit(reply)
            && end < WireLimits.LineOctets
            && (!reply.IsComplete || !reply.Lines[last].Wire.IsComplete))
        {
            findings.Add(Finding.Of(
                FindingId.ReplyMissing,
                "The reply breaks off here: the line that ends it, with a space after the code and CR LF at its end, never came.",
                new Columns(last, end, end)));
        }
    }

    static void TextMissing(Reply reply, ICollection<Finding> findings)
    {
        var last = reply.Lines.Count - 1;
        var line = reply.Lines[last];

        // RFC 4954 §4: "334 " is an empty challenge, and as it should be.
        if (line.IsLast && line.Wire.IsComplete && line.TextBytes.IsEmpty && !(line.Code == 334 && line.Wire.Content.Length == 4))
        {
            findings.Add(Finding.Of(
                FindingId.ReplyTextMissing,
                "The code stands alone. That is understood, but a few words for the person who reads it should follow.",
                new Columns(last, line.Wire.Content.Length, line.Wire.Content.Length)));
        }
    }

    static (int First, int Count) Where(Reply reply, Func<ReplyLine, bool> isSo)
    {
        var first = -1;
        var count = 0;
        for (var i = 0; i < reply.Lines.Count; i++)
        {
            if (isSo(reply.Lines[i]))
            {
                first = first < 0 ? i : first;
                count++;
            }
        }

        return (first, count);
    }
}
