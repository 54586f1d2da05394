using System.Text;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Rules;

namespace SmtpInspector.Protocol.Lints.Server;

/// <summary>What an EHLO reply offers, against where the session stands and what was offered before.</summary>
static class OfferRules
{
    public static void Ehlo(SessionState before, Reply reply, Offers now, ICollection<Finding> findings)
    {
        StartTls(before, reply, findings);
        if ((before.Offers ?? before.OffersBeforeTls) is { } earlier)
        {
            Changed(before, earlier, now, findings);
        }
    }

    /// <summary>RFC 5321 §3.2: a server MUST NOT return the extended reply to HELO.</summary>
    public static void Helo(Reply reply, ICollection<Finding> findings)
    {
        for (var i = 1; i < reply.Lines.Count; i++)
        {
            var text = reply.Lines[i].TextBytes.Span.TrimEnd((byte)' ');
            if (reply.Lines[i].Code is not null && IsOffer(text))
            {
                var keyword = ReplyText.FirstWord(text);
                findings.Add(Finding.Of(
                    FindingId.HeloExtendedReply,
                    $"The reply to HELO lists {Quoted.Of(keyword)}. HELO asks for no extensions: the reply must not list any.",
                    new Columns(i, 4, 4 + keyword.Length)));
                return;
            }
        }
    }

    static void StartTls(SessionState before, Reply reply, ICollection<Finding> findings)
    {
        var line = EhloRules.LineOf(reply, "STARTTLS");
        if (line > 0 && before.Tls == true)
        {
            findings.Add(Finding.Of(
                FindingId.StarttlsStillOffered,
                "STARTTLS is offered though the connection is inside TLS already. Only one TLS session is possible.",
                new Columns(line, 4, 12)));
        }

        // Where it is not known whether TLS is on, nothing can be missed.
        if (line < 0 && before.Tls == false && before.Port is 587 or 2587)
        {
            findings.Add(Finding.Of(
                FindingId.StarttlsStripped,
                "STARTTLS is not offered on a port for submission. If this server has it at other times, someone on the way may have taken it out: send no password."));
        }
    }

    static void Changed(SessionState before, Offers earlier, Offers now, ICollection<Finding> findings)
    {
        var text = new StringBuilder();
        var (were, are) = (Keywords(earlier), Keywords(now));

        // RFC 3207 §4.2: STARTTLS must be gone after the handshake; that is no news.
        Missing(text, "no longer ", were, before.Tls == true ? [.. are, "STARTTLS"] : are);
        Missing(text, "now ", are, were);

        // Where AUTH itself came or went, that has been said.
        if (were.Contains("AUTH") && are.Contains("AUTH"))
        {
            Missing(text, "no longer AUTH ", earlier.AuthMechanisms, [.. now.AuthMechanisms]);
            Missing(text, "now AUTH ", now.AuthMechanisms, [.. earlier.AuthMechanisms]);
        }

        if (text.Length > 0)
        {
            findings.Add(Finding.Of(
                FindingId.CapabilityChanged,
                $"The server offers something else than before: {text}. Only the last list counts."));
        }
    }

    // In the order of the reply.
    static HashSet<string> Keywords(Offers offers)
    {
        var keywords = new HashSet<string>();
        foreach (var offer in offers.All)
        {
            keywords.Add(offer.Keyword);
        }

        return keywords;
    }

    static void Missing(StringBuilder text, string what, IEnumerable<string> these, HashSet<string> others)
    {
        foreach (var word in these)
        {
            if (!others.Contains(word))
            {
                Append(text, what, word);
            }
        }
    }

    static void Append(StringBuilder text, string what, string word)
    {
        // A list as long as a peer likes must not make a message as long.
        if (text.Length < 200)
        {
            text.Append(text.Length == 0 ? "" : ", ").Append(what).Append(Quoted.Bare(Encoding.UTF8.GetBytes(word)));
        }
    }

    // A line of prose may begin with "Help" or "Send": a keyword counts alone, or with what belongs behind it.
    static bool IsOffer(ReadOnlySpan<byte> text)
    {
        var keyword = ReplyText.FirstWord(text);
        if (EhloRules.IsAuthEquals(keyword))
        {
            return true;
        }

        if (ServiceExtensions.Find(keyword) is not { IsRegistered: true } extension)
        {
            return false;
        }

        var rest = text[keyword.Length..].TrimStart((byte)' ');
        return extension.Keyword switch
        {
            "SIZE" => !rest.ContainsAnyExceptInRange((byte)'0', (byte)'9'),
            "AUTH" => SaslMechanisms.Find(Encoding.UTF8.GetString(ReplyText.FirstWord(rest))) is not null,
            _ => rest.IsEmpty,
        };
    }
}
