using System.Text.Unicode;
using SmtpInspector.Protocol.Findings;

namespace SmtpInspector.Protocol.Grammar;

/// <summary>Domain, and what is wrong with it (RFC 5321 §4.1.2; sub-domain as extended by RFC 6531 §3.3).</summary>
static class DomainSyntax
{
    /// <summary>Why octets are no domain.</summary>
    public enum Flaw
    {
        None,
        Empty,
        EmptyLabel,
        TrailingDot,
        HyphenAtEdge,
        Underscore,
        NotUtf8,
        Character,
    }

    /// <summary>Checks octets.</summary>
    /// <param name="domain">The octets.</param>
    /// <param name="at">Where the first flaw is.</param>
    /// <returns>
    /// The first flaw, except that an underscore is reported only where there is no other: it is the one that
    /// many servers let pass.
    /// </returns>
    public static Flaw Check(ReadOnlySpan<byte> domain, out int at)
    {
        at = 0;
        if (domain.IsEmpty)
        {
            return Flaw.Empty;
        }

        var underscore = -1;
        var atEdge = true;
        for (var i = 0; i < domain.Length; i++)
        {
            var octet = domain[i];
            at = i;
            if (octet == (byte)'.')
            {
                if (atEdge)
                {
                    return Flaw.EmptyLabel;
                }

                if (domain[i - 1] == (byte)'-')
                {
                    at = i - 1;
                    return Flaw.HyphenAtEdge;
                }

                atEdge = true;
                continue;
            }

            if (octet == (byte)'-')
            {
                if (atEdge)
                {
                    return Flaw.HyphenAtEdge;
                }
            }
            else if (octet == (byte)'_')
            {
                underscore = underscore < 0 ? i : underscore;
            }
            else if (octet < 128 && !Characters.IsLetDig(octet))
            {
                return Flaw.Character;
            }

            atEdge = false;
        }

        at = domain.Length - 1;
        if (atEdge)
        {
            return Flaw.TrailingDot;
        }

        if (domain[^1] == (byte)'-')
        {
            return Flaw.HyphenAtEdge;
        }

        // A U-label is any valid UTF-8 here. Whether IDNA allows the characters depends on tables that
        // change with every version of Unicode, and is for the DNS to say.
        if (!Utf8.IsValid(domain))
        {
            at = domain.IndexOfAnyInRange((byte)128, (byte)255);
            return Flaw.NotUtf8;
        }

        at = Math.Max(underscore, 0);
        return underscore < 0 ? Flaw.None : Flaw.Underscore;
    }

    /// <summary>A sentence for a flaw.</summary>
    public static string Message(Flaw flaw) => flaw switch
    {
        Flaw.Empty => "A domain is missing here.",
        Flaw.EmptyLabel => "Between two dots of a domain, and before its first, a name must stand.",
        Flaw.TrailingDot => "In SMTP a domain ends without a dot.",
        Flaw.HyphenAtEdge => "The parts of a domain begin and end with a letter or digit, not with a hyphen.",
        Flaw.Underscore => "The underscore is not permitted in a domain: use a hyphen or another name.",
        Flaw.NotUtf8 => "These octets are not valid UTF-8.",
        _ => "A domain is made of letters, digits and hyphens, with dots between its parts.",
    };

    /// <summary>Complains where a domain is longer than 255 octets.</summary>
    public static void CheckLength(Token domain, ICollection<Finding> findings)
    {
        if (domain.Length > 255)
        {
            findings.Add(
                FindingId.DomainTooLong, domain.Where, $"The domain has {domain.Length} octets; servers need not take more than 255.");
        }
    }
}
