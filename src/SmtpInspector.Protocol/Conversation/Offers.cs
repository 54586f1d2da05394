using System.Text;
using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Conversation;

/// <summary>One line of the EHLO reply after the first: a keyword and what stands behind it.</summary>
/// <param name="Keyword">In upper case: keywords are not case sensitive (RFC 5321 §2.4).</param>
/// <param name="Parameters">The words behind it, as sent.</param>
public sealed record Offer(string Keyword, IReadOnlyList<string> Parameters);

/// <summary>What the server offered in its last reply to EHLO.</summary>
public sealed class Offers
{
    /// <summary>The offers of a 250 reply to EHLO or LHLO, in order; the first line is the server's name and no offer.</summary>
    public static Offers Of(Reply reply)
    {
        var offers = new List<Offer>(reply.Lines.Count);
        for (var i = 1; i < reply.Lines.Count; i++)
        {
            var words = reply.Lines[i].Text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0)
            {
                continue;
            }

            // The pre-standard form "AUTH=PLAIN LOGIN" offers AUTH all the same.
            var equals = words[0].IndexOf('=', StringComparison.Ordinal);
            offers.Add(equals < 0
                ? new Offer(words[0].ToUpperInvariant(), words[1..])
                : new Offer(words[0][..equals].ToUpperInvariant(), [words[0][(equals + 1)..], .. words[1..]]));
        }

        return new Offers([.. offers]);
    }

    // An array, for every command and every reply asks for some keyword: an interface's enumerator costs an object.
    readonly Offer[] _all;

    Offers(Offer[] all) => _all = all;

    /// <summary>Every offer, in the order of the reply.</summary>
    public IReadOnlyList<Offer> All => _all;

    /// <summary>Whether a keyword was offered; the letters' case does not matter.</summary>
    public bool Has(string keyword) => Find(keyword) is not null;

    /// <summary>The first offer of a keyword; null when there is none.</summary>
    public Offer? Find(string keyword)
    {
        foreach (var offer in _all)
        {
            if (offer.Keyword.Equals(keyword, StringComparison.OrdinalIgnoreCase))
            {
                return offer;
            }
        }

        return null;
    }

    /// <summary>The mechanisms of all AUTH lines, in upper case, without repetition.</summary>
    public IReadOnlyList<string> AuthMechanisms => _mechanisms ??= FindMechanisms();

    IReadOnlyList<string>? _mechanisms;

    List<string> FindMechanisms()
    {
        // A set beside the list: a hostile server can name a hundred thousand.
        var mechanisms = new List<string>();
        var known = new HashSet<string>();
        foreach (var offer in _all)
        {
            if (offer.Keyword == "AUTH")
            {
                foreach (var word in offer.Parameters)
                {
                    var mechanism = word.ToUpperInvariant();
                    if (known.Add(mechanism))
                    {
                        mechanisms.Add(mechanism);
                    }
                }
            }
        }

        return mechanisms;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var offer in _all)
        {
            text.Append(text.Length == 0 ? "" : ", ").Append(offer.Keyword);
        }

        return text.ToString();
    }
}
