using System.Globalization;
using System.Text;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Lints.Client;

namespace SmtpInspector.Protocol.Typing;

/// <summary>The parameters of MAIL and RCPT whose extension the server offered, with the values they can have.</summary>
static class ParameterSuggestions
{
    /// <summary>Each with the space before it, those already given left out.</summary>
    public static IEnumerable<Suggestion> For(string typed, Verb verb, SessionState state)
    {
        foreach (var parameter in KnownParameter.All)
        {
            if (parameter.Verb != verb || Offered.Has(state, parameter.Extension) is not true || IsGiven(typed, parameter.Keyword))
            {
                continue;
            }

            foreach (var value in Values(parameter, typed, state))
            {
                yield return new Suggestion($" {parameter.Keyword}{value}", Hint(parameter, state));
            }
        }
    }

    /// <summary>Whether a parameter stands in the line before the word that is being typed.</summary>
    static bool IsGiven(string typed, string keyword)
    {
        var words = typed.Split(' ');
        for (var i = 0; i < words.Length - 1; i++)
        {
            if (words[i].Equals(keyword, StringComparison.OrdinalIgnoreCase)
                || words[i].StartsWith(keyword + "=", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    static string[] Values(KnownParameter parameter, string typed, SessionState state) => parameter.Value switch
    {
        ValueRule.None => [""],
        ValueRule.Body => Offered.Has(state, "BINARYMIME") is true ? ["=7BIT", "=8BITMIME", "=BINARYMIME"] : ["=7BIT", "=8BITMIME"],
        ValueRule.Return => ["=HDRS", "=FULL"],
        ValueRule.Submitter => ["=<>"],
        ValueRule.Notify => ["=NEVER", "=SUCCESS", "=FAILURE", "=DELAY", "=SUCCESS,FAILURE", "=SUCCESS,FAILURE,DELAY"],
        ValueRule.OriginalRecipient => ["=rfc822;" + XText.Encode(Recipient(typed))],
        _ => ["="],
    };

    // RFC 3461 §4.2: at submission ORCPT holds the same address as RCPT TO.
    static byte[] Recipient(string typed)
    {
        var open = typed.IndexOf('<', StringComparison.Ordinal);
        var close = typed.IndexOf('>', open);
        return Encoding.UTF8.GetBytes(typed[(open + 1)..close]);
    }

    static string Hint(KnownParameter parameter, SessionState state) =>
        parameter.Value == ValueRule.Size && DeclaredSize.Limit(state) is { } limit
            ? string.Create(CultureInfo.InvariantCulture, $"{parameter.Hint}; up to {limit} ({parameter.Section})")
            : $"{parameter.Hint} ({parameter.Section})";
}
