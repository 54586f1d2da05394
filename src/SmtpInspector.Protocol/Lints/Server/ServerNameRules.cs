using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Rules;

namespace SmtpInspector.Protocol.Lints.Server;

/// <summary>Whether the server says its name where it must: in the greeting and in the reply to EHLO.</summary>
static class ServerNameRules
{
    // Each is a domain by the grammar, and a word of the greeting that begins where the domain should stand.
    // "smtp", "mail" and "server" are not here: hosts are called so.
    static readonly string[] NoNames =
        ["ESMTP", "LMTP", "OK", "READY", "HELLO", "HI", "WELCOME", "GREETINGS", "SERVICE", "PLEASED"];

    /// <summary>The 220 that opens the connection (RFC 5321 §4.2, §4.3.1).</summary>
    public static void Greeting(Reply reply, ICollection<Finding> findings)
    {
        if (reply.Code == 220)
        {
            Check(
                FindingId.GreetingWithoutDomain,
                reply,
                "The greeting must begin with the server's name, as in \"220 mail.example.com ESMTP\".",
                findings);
        }
    }

    /// <summary>The 250 to EHLO (RFC 5321 §4.1.1.1).</summary>
    public static void Ehlo(Reply reply, ICollection<Finding> findings)
    {
        var text = reply.Lines[0].TextBytes.Span;

        // Where the name is left out, clients take the first extension for it, and miss the extension.
        if (reply.Lines[0].Code is not null && ServiceExtensions.Find(ReplyText.FirstWord(text)) is { IsRegistered: true } extension)
        {
            var length = ReplyText.FirstWord(text).Length;
            findings.Add(Finding.Of(
                FindingId.EhloDomainMissing,
                $"The first line offers {extension.Keyword}, where the server's name must stand: clients will not see the offer.",
                new Columns(0, 4, 4 + length)));
            return;
        }

        Check(
            FindingId.EhloDomainMissing,
            reply,
            "The reply to EHLO must begin with the server's name, as in \"250-mail.example.com\".",
            findings);
    }

    static void Check(FindingId id, Reply reply, string whatIsRight, ICollection<Finding> findings)
    {
        if (reply.Lines[0].Code is null)
        {
            return;
        }

        var text = reply.Lines[0].TextBytes.Span;
        var word = ReplyText.FirstWord(text);
        if (IsName(word))
        {
            return;
        }

        var start = Math.Min(4, reply.Lines[0].Wire.Content.Length);
        findings.Add(Finding.Of(
            id,
            word.IsEmpty ? whatIsRight : $"{Quoted.Of(word)} is no host name. {whatIsRight}",
            new Columns(0, start, start + word.Length)));
    }

    static bool IsName(ReadOnlySpan<byte> word)
    {
        // RFC 5321 §4.3.1: a server without a meaningful name gives an address literal.
        if (word is [(byte)'[', ..])
        {
            return AddressLiteral.KindOf(word) != DomainKind.Invalid;
        }

        // A final dot harms nobody. Octets over 127 are another rule's.
        var flaw = DomainSyntax.Check(word, out _);
        if (flaw is DomainSyntax.Flaw.NotUtf8)
        {
            return true;
        }

        if (flaw is not (DomainSyntax.Flaw.None or DomainSyntax.Flaw.TrailingDot))
        {
            return false;
        }

        foreach (var noName in NoNames)
        {
            if (System.Text.Ascii.EqualsIgnoreCase(word, noName))
            {
                return false;
            }
        }

        return true;
    }
}
