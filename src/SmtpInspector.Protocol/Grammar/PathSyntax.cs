using SmtpInspector.Protocol.Findings;

namespace SmtpInspector.Protocol.Grammar;

/// <summary>Path = "&lt;" [ A-d-l ":" ] Mailbox "&gt;" (RFC 5321 §4.1.2), and what is met instead of it.</summary>
static class PathSyntax
{
    /// <summary>What was read.</summary>
    public readonly record struct Result(
        bool Found, Token Whole, Token SourceRoute, Mailbox? Mailbox, bool IsNull, bool IsPostmaster);

    /// <summary>Nothing was there to read.</summary>
    public static Result None => default;

    /// <summary>Reads the path that begins at a column.</summary>
    /// <param name="line">The command without trailing white space.</param>
    /// <param name="at">Where the path should begin.</param>
    /// <param name="form">Which command it is.</param>
    /// <param name="findings">Receives what is wrong.</param>
    /// <param name="end">Where the path ended and the parameters begin.</param>
    public static Result Parse(Token line, int at, PathForm form, ICollection<Finding> findings, out int end)
    {
        if (at == line.Length)
        {
            findings.AddSyntax(at, at, $"The address is missing: {form.Example}.", form.Section);
            end = at;
            return None;
        }

        var span = line.Span;
        if (span[at] != (byte)'<')
        {
            var bracket = LaterBracket(span, at);
            if (bracket < 0)
            {
                return Unbracketed(line, at, form, findings, out end);
            }

            findings.AddSyntax(at, bracket, $"Only the address in angle brackets belongs here: {form.Example}.", form.Section);
            at = bracket;
        }

        var close = Closing(span, at + 1);
        if (close < 0)
        {
            end = Words.TakeWord(line, at).End;
            findings.AddSyntax(end, end, "The closing angle bracket is missing after the address.", form.Section);
            return Inside(line.Slice(at, end), at + 1, end, form, findings);
        }

        end = close + 1;
        return Inside(line.Slice(at, end), at + 1, close, form, findings);

        Result Inside(Token whole, int from, int to, PathForm form, ICollection<Finding> findings)
        {
            CheckLength(whole, findings);
            return Content(whole, line.Slice(from, to), form, findings);
        }
    }

    static Result Content(Token whole, Token content, PathForm form, ICollection<Finding> findings)
    {
        if (content.IsEmpty)
        {
            if (form.Verb != Verb.Mail)
            {
                findings.AddSyntax(whole.Start, whole.End, "A recipient is needed: only MAIL may have an empty path.", form.Section);
            }

            return new Result(true, whole, default, null, form.Verb == Verb.Mail, false);
        }

        // RFC 5321 §4.1.1.3: "Postmaster" is treated as case-insensitive here, and needs no domain.
        if (form.Verb == Verb.Rcpt && content.Is("Postmaster"))
        {
            return new Result(true, whole, default, new Mailbox(content, default, DomainKind.Invalid), false, true);
        }

        var route = SourceRoute.Take(content, findings);
        return new Result(true, whole, route, MailboxSyntax.Parse(content.From(route.Length), findings), false, false);
    }

    static Result Unbracketed(Token line, int at, PathForm form, ICollection<Finding> findings, out int end)
    {
        end = Words.TakeWord(line, at).End;
        var whole = line.Slice(at, end);
        if (whole.Span[^1] == (byte)'>')
        {
            findings.AddSyntax(at, at, $"The opening angle bracket is missing before the address: {form.Example}.", form.Section);
            return Content(whole, whole.Slice(0, whole.Length - 1), form, findings);
        }

        findings.AddSyntax(at, end, $"The address stands in angle brackets: {form.Example}.", form.Section);
        CheckLength(whole, findings);
        return Content(whole, whole, form, findings);
    }

    // RFC 5321 §4.5.3.1.3: 256 octets, the punctuation and element separators included.
    static void CheckLength(Token whole, ICollection<Finding> findings)
    {
        if (whole.Length > 256)
        {
            findings.Add(
                FindingId.PathTooLong, whole.Where, $"The path has {whole.Length} octets; servers need not take more than 256.");
        }
    }

    /// <summary>An angle bracket after a name, as in a header field; not one inside a parameter such as AUTH=&lt;&gt;.</summary>
    static int LaterBracket(ReadOnlySpan<byte> span, int at)
    {
        var bracket = span[at..].IndexOf((byte)'<');
        var equals = span[at..].IndexOf((byte)'=');
        return bracket < 0 || (equals >= 0 && equals < bracket) ? -1 : at + bracket;
    }

    /// <summary>The closing bracket: the first outside quotes, or where quotes are not closed, the first at all.</summary>
    static int Closing(ReadOnlySpan<byte> span, int from)
    {
        var quoted = false;
        for (var i = from; i < span.Length; i++)
        {
            switch (span[i])
            {
                case (byte)'"':
                    quoted = !quoted;
                    break;
                case (byte)'\\' when quoted:
                    i++;
                    break;
                case (byte)'>' when !quoted:
                    return i;
                default:
                    break;
            }
        }

        var first = span[from..].IndexOf((byte)'>');
        return first < 0 ? -1 : from + first;
    }
}
