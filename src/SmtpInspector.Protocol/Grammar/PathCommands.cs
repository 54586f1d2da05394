using System.Text;
using SmtpInspector.Protocol.Findings;

namespace SmtpInspector.Protocol.Grammar;

/// <summary>MAIL FROM and RCPT TO: the keyword, the colon, the path, the parameters.</summary>
static class PathCommands
{
    public static Command.Mail Mail(Token line, int verbEnd, ICollection<Finding> findings)
    {
        var path = PathSyntax.None;
        var parameters = ParameterList.None;
        if (Keyword(line, verbEnd, MailForm, findings) is { } at)
        {
            path = PathSyntax.Parse(line, at, MailForm, findings, out var end);
            parameters = ParameterList.Parse(line, end, Verb.Mail, findings);
        }

        return new Command.Mail(
            path.Found ? new ReversePath(path.Whole, path.SourceRoute, path.Mailbox, path.IsNull) : null, parameters);
    }

    public static Command.Rcpt Rcpt(Token line, int verbEnd, ICollection<Finding> findings)
    {
        var path = PathSyntax.None;
        var parameters = ParameterList.None;
        if (Keyword(line, verbEnd, RcptForm, findings) is { } at)
        {
            path = PathSyntax.Parse(line, at, RcptForm, findings, out var end);
            parameters = ParameterList.Parse(line, end, Verb.Rcpt, findings);
        }

        return new Command.Rcpt(
            path.Found ? new ForwardPath(path.Whole, path.SourceRoute, path.Mailbox, path.IsPostmaster) : null, parameters);
    }

    static readonly PathForm MailForm = new(Verb.Mail, "FROM", "MAIL FROM:<sender@example.com>", "RFC 5321 §4.1.1.2");
    static readonly PathForm RcptForm = new(Verb.Rcpt, "TO", "RCPT TO:<recipient@example.com>", "RFC 5321 §4.1.1.3");

    /// <summary>Reads " FROM:" or " TO:".</summary>
    /// <returns>Where the path begins; null when there is no place to look for one.</returns>
    static int? Keyword(Token line, int verbEnd, PathForm form, ICollection<Finding> findings)
    {
        var span = line.Span;
        if (verbEnd == span.Length)
        {
            findings.AddSyntax(verbEnd, verbEnd, $"The argument is missing: {form.Example}.", form.Section);
            return null;
        }

        var start = Words.SkipWhiteSpace(span, verbEnd);
        Separation.Check(line, verbEnd, start, findings);
        var end = start + form.Keyword.Length;
        if (end > span.Length || !Ascii.EqualsIgnoreCase(span[start..end], form.Keyword)
            || (end < span.Length && Characters.IsLetDig(span[end])))
        {
            // A path can still be looked for where an angle bracket opens one.
            var bracket = span[start..].IndexOf((byte)'<');
            findings.AddSyntax(
                start,
                bracket < 0 ? Words.TakeWord(line, start).End : start + bracket,
                $"Here {form.Keyword}: is expected, as in {form.Example}.",
                form.Section);
            return bracket < 0 ? null : start + bracket;
        }

        return Colon(line, end, form, findings);
    }

    // RFC 5321 §3.3: "spaces are not permitted on either side of the colon following FROM in the MAIL command
    // or TO in the RCPT command".
    static int? Colon(Token line, int end, PathForm form, ICollection<Finding> findings)
    {
        var span = line.Span;
        var colon = Words.SkipWhiteSpace(span, end);
        if (colon == span.Length || span[colon] != (byte)':')
        {
            findings.AddSyntax(end, end, $"The colon is missing after {form.Keyword}: {form.Example}.", form.Section);
            return colon == span.Length ? null : colon;
        }

        if (colon > end)
        {
            findings.AddSyntax(end, colon, $"No space is allowed before the colon: {form.Example}.", "RFC 5321 §3.3");
        }

        var path = Words.SkipWhiteSpace(span, colon + 1);
        if (path > colon + 1)
        {
            findings.AddSyntax(colon + 1, path, $"No space is allowed after the colon: {form.Example}.", "RFC 5321 §3.3");
        }

        return path;
    }
}
