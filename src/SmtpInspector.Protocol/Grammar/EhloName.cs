using SmtpInspector.Protocol.Findings;

namespace SmtpInspector.Protocol.Grammar;

/// <summary>The name a client gives itself in EHLO, HELO and LHLO.</summary>
static class EhloName
{
    const string Section = "RFC 5321 §4.1.1.1";
    const string WhatIsRight = "the client's full host name, as client.example.com, or its address in brackets, as [192.0.2.1] or [IPv6:2001:db8::1].";

    public static (Token Name, DomainKind Kind) Parse(Verb verb, Token argument, int end, ICollection<Finding> findings)
    {
        if (argument.IsEmpty)
        {
            findings.AddSyntax(end, end, $"{Verbs.Name(verb)} needs an argument: {WhatIsRight}", Section);
            return (argument, DomainKind.Invalid);
        }

        var name = Words.TakeWord(argument, 0);
        var kind = Judge(verb, name, findings);
        if (name.End < argument.End)
        {
            JudgeExtra(argument, name, kind, findings);
        }

        DomainSyntax.CheckLength(name, findings);
        return (name, kind);
    }

    static DomainKind Judge(Verb verb, Token name, ICollection<Finding> findings)
    {
        var span = name.Span;
        if (span[0] == (byte)'[')
        {
            return JudgeLiteral(verb, name, findings);
        }

        // Before the grammar: four numbers with dots between them are a domain to it, and a mistake all the same.
        if (AddressLiteral.IsIPv4(span) || AddressLiteral.IsIPv6(span))
        {
            var tag = span.Contains((byte)':') ? "IPv6:" : "";
            findings.Add(
                FindingId.EhloName, name.Where, $"An address stands in square brackets: [{tag}{name.Text}].", "RFC 5321 §4.1.3", Severity.Warning);
            return DomainKind.Invalid;
        }

        var flaw = DomainSyntax.Check(span, out var at);
        if (flaw == DomainSyntax.Flaw.None)
        {
            var high = span.IndexOfAnyInRange((byte)128, (byte)255);
            if (high < 0)
            {
                return DomainKind.Name;
            }

            // RFC 6531 §3.7.1: the client cannot know yet whether the server takes UTF-8, and MUST send ASCII.
            Error(name, high, "Whether the server takes UTF-8 is not known before EHLO: write the name in its ASCII form, with xn-- labels.", "RFC 6531 §3.7.1", findings);
            return DomainKind.Invalid;
        }

        // An underscore is an error like the others: §4.1.2 names it ("In particular, the underscore character
        // is not permitted"), and servers that check the name at all, Exim as it comes among them, refuse it.
        Error(name, at, $"{DomainSyntax.Message(flaw)} What belongs here is {WhatIsRight}", Section, findings);
        return DomainKind.Invalid;
    }

    static DomainKind JudgeLiteral(Verb verb, Token name, ICollection<Finding> findings)
    {
        var kind = AddressLiteral.KindOf(name.Span);
        if (kind == DomainKind.Invalid)
        {
            findings.Add(
                FindingId.EhloName, name.Where, "This is no address literal: write [192.0.2.1] or [IPv6:2001:db8::1].", "RFC 5321 §4.1.3");
        }
        else if (verb == Verb.Helo)
        {
            findings.Add(
                FindingId.EhloName, name.Where, "The grammar gives HELO a domain only; address literals came with EHLO. Servers take both.", Section, Severity.Info);
        }

        return kind;
    }

    static void JudgeExtra(Token argument, Token name, DomainKind kind, ICollection<Finding> findings)
    {
        var extra = argument.From(Words.SkipWhiteSpace(argument.Span, name.Length)).Where;
        if (kind is DomainKind.Name or DomainKind.Invalid)
        {
            findings.Add(FindingId.EhloName, extra, $"One word is enough: {WhatIsRight}", Section);
        }
        else
        {
            // RFC 5321 §4.1.1.1: RFC 2821 encouraged information after the literal; "SMTP clients SHOULD NOT send it".
            findings.Add(FindingId.EhloName, extra, "Nothing should follow the address literal; it was once a custom, and many servers refuse it.", Section, Severity.Warning);
        }
    }

    static void Error(Token name, int at, string message, string reference, ICollection<Finding> findings) =>
        findings.Add(FindingId.EhloName, new Columns(0, name.Start + at, name.Start + at + 1), message, reference);
}
