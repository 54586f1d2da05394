using System.Text;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Rules;

namespace SmtpInspector.Protocol.Lints.Server;

/// <summary>The lines of an EHLO reply, each an extension the server offers (RFC 5321 §4.1.1.1).</summary>
static class EhloRules
{
    // What an extension cannot do without: RFC 6531 §3.1, item 8; RFC 3030 §3, item 3.
    static readonly (string Keyword, string Needs, string Reference)[] Dependencies =
    [
        ("SMTPUTF8", "8BITMIME", "RFC 6531 §3.1"),
        ("BINARYMIME", "CHUNKING", "RFC 3030 §3"),
    ];

    // A server that offers more than this is not serious; what is beyond is not looked at.
    const int MostLines = 200;

    public static void Lines(Reply reply, ICollection<Finding> findings)
    {
        var last = Math.Min(reply.Lines.Count, MostLines);
        for (var i = 1; i < last; i++)
        {
            if (reply.Lines[i].Code is null)
            {
                continue;
            }

            var text = TextOf(reply, i);
            var keyword = ReplyText.FirstWord(text);
            if (IsAuthEquals(keyword))
            {
                findings.Add(Finding.Of(
                    FindingId.EhloAuthEquals,
                    "AUTH= is an old spelling for clients written before the standard. It is harmless beside a line \"AUTH\" with a space.",
                    new Columns(i, 4, 9)));
                continue;
            }

            // A last line without text is said to be so by another rule.
            if (text.IsEmpty && reply.Lines[i].IsLast)
            {
                continue;
            }

            if (!IsWellFormed(text, keyword, out var where))
            {
                findings.Add(Finding.Of(
                    FindingId.EhloKeywordSyntax,
                    text.IsEmpty
                        ? "An extension must stand in this line: a keyword of letters, digits and hyphens."
                        : $"{Quoted.Of(text)} is no keyword with parameters: a keyword is letters, digits and hyphens, and one space stands before each parameter.",
                    where with { Line = i }));
                continue;
            }

            Duplicate(reply, i, keyword, findings);
            Unregistered(i, keyword, reply.Lines[i].IsLast, findings);
        }

        foreach (var (keyword, needs, reference) in Dependencies)
        {
            var line = LineOf(reply, keyword);
            if (line > 0 && LineOf(reply, needs) < 0)
            {
                findings.Add(new Finding(
                    FindingId.EhloExtensionIncomplete,
                    Catalogue.Of(FindingId.EhloExtensionIncomplete).Severity,
                    $"{keyword} is offered without {needs}, which it requires.",
                    reference,
                    new Columns(line, 4, 4 + keyword.Length)));
            }
        }
    }

    /// <summary>The line that offers a keyword; -1 when none does.</summary>
    internal static int LineOf(Reply reply, string keyword)
    {
        for (var i = 1; i < reply.Lines.Count; i++)
        {
            if (reply.Lines[i].Code is not null && Ascii.EqualsIgnoreCase(ReplyText.FirstWord(reply.Lines[i].TextBytes.Span), keyword))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The pre-standard form <c>AUTH=PLAIN LOGIN</c>.</summary>
    internal static bool IsAuthEquals(ReadOnlySpan<byte> keyword) =>
        keyword.Length >= 5 && Ascii.EqualsIgnoreCase(keyword[..5], "AUTH="u8);

    // RFC 5321 §4.1.1: trailing white space is tolerated before the end of a line.
    static ReadOnlySpan<byte> TextOf(Reply reply, int line) => reply.Lines[line].TextBytes.Span.TrimEnd(" \t"u8);

    static bool IsWellFormed(ReadOnlySpan<byte> text, ReadOnlySpan<byte> keyword, out Columns where)
    {
        if (!EhloKeyword.IsKeyword(keyword))
        {
            where = new Columns(0, 4, 4 + keyword.Length);
            return false;
        }

        // ehlo-line = ehlo-keyword *( SP ehlo-param ). Control characters and octets over 127 are other rules'.
        var odd = text.IndexOf("  "u8);
        odd = odd < 0 ? text.IndexOf((byte)'\t') : odd;
        where = new Columns(0, 4 + odd, 6 + odd);
        return odd < 0;
    }

    static void Duplicate(Reply reply, int line, ReadOnlySpan<byte> keyword, ICollection<Finding> findings)
    {
        for (var i = 1; i < line; i++)
        {
            if (Ascii.EqualsIgnoreCase(ReplyText.FirstWord(reply.Lines[i].TextBytes.Span), keyword))
            {
                findings.Add(Finding.Of(
                    FindingId.EhloKeywordDuplicate,
                    $"{Quoted.Of(keyword)} stands in an earlier line already. Clients differ in which of the two they believe.",
                    new Columns(line, 4, 4 + keyword.Length)));
                return;
            }
        }
    }

    static void Unregistered(int line, ReadOnlySpan<byte> keyword, bool isLast, ICollection<Finding> findings)
    {
        var extension = ServiceExtensions.Find(keyword);
        if (extension is { IsRegistered: true })
        {
            return;
        }

        findings.Add(Finding.Of(
            FindingId.EhloUnregistered,
            extension is not null ? $"{extension.Keyword} is not a registered extension: {extension.Meaning} ({extension.Reference})."
            : isLast && Ascii.EqualsIgnoreCase(keyword, "OK"u8) ? "\"Ok\" stands where an extension's keyword belongs. Some servers, Amazon SES among them, end the list so; clients pass over it."
            : IsMasked(keyword) ? $"{Quoted.Of(keyword)} looks like a keyword that something between you and the server has made unreadable: some firewalls do that to STARTTLS and others."
            : keyword[0] is (byte)'X' or (byte)'x' ? $"{Quoted.Of(keyword)} begins with X: it is for private use, by agreement between client and server."
            : $"{Quoted.Of(keyword)} is not a registered extension. Clients pass over what they do not know.",
            new Columns(line, 4, 4 + keyword.Length)));
    }

    // Cisco's PIX fills a keyword it does not like with X, and leaves a letter at the end.
    static bool IsMasked(ReadOnlySpan<byte> keyword) =>
        keyword.Length >= 4 && !keyword[..^1].ContainsAnyExcept((byte)'X');
}
