using SmtpInspector.Protocol.Findings;

namespace SmtpInspector.Protocol.Grammar;

/// <summary>The arguments of AUTH: a SASL mechanism and perhaps an initial response (RFC 4954 §4).</summary>
public static class AuthSyntax
{
    const string Section = "RFC 4954 §4";
    const int LongestMechanism = 20;

    /// <summary>Whether a word can be the name of a mechanism (RFC 4954 §8). What cannot is perhaps a credential.</summary>
    public static bool IsMechanism(ReadOnlySpan<byte> word) => word.Length <= LongestMechanism && FirstOdd(word) < 0;

    /// <summary>Reads them. Whether the response is base64 is judged with the other credentials, not here.</summary>
    internal static Command.Auth Parse(Token argument, int end, ICollection<Finding> findings)
    {
        if (argument.IsEmpty)
        {
            findings.AddSyntax(end, end, "AUTH needs the name of a mechanism, as in AUTH PLAIN.", Section);
            return new Command.Auth(argument, null);
        }

        var mechanism = Words.TakeWord(argument, 0);
        CheckMechanism(mechanism, findings);
        var rest = Words.SkipWhiteSpace(argument.Span, mechanism.Length);
        if (rest == argument.Length)
        {
            return new Command.Auth(mechanism, null);
        }

        Separation.Check(argument, mechanism.Length, rest, findings);
        var response = Words.TakeWord(argument, rest);
        if (response.End < argument.End)
        {
            // A password typed as it is, with a space in it, ends up here: it must not be repeated in the message.
            findings.AddSyntax(
                response.End,
                argument.End,
                "After the mechanism at most one word may follow: the initial response in base64, which has no spaces.",
                Section);
        }

        return new Command.Auth(mechanism, response);
    }

    // sasl-mech of RFC 4954 §8: 1 to 20 letters, digits, hyphens and underscores, here in any case.
    static void CheckMechanism(Token mechanism, ICollection<Finding> findings)
    {
        var span = mechanism.Span;
        if (FirstOdd(span) is >= 0 and var odd)
        {
            findings.AddSyntax(
                mechanism.Start + odd,
                mechanism.Start + odd + 1,
                "The name of a mechanism is made of letters, digits, hyphens and underscores.",
                "RFC 4954 §8");
            return;
        }

        if (span.Length > LongestMechanism)
        {
            findings.AddSyntax(
                mechanism.Start + LongestMechanism, mechanism.End, "The name of a mechanism has at most 20 characters.", "RFC 4954 §8");
        }
    }

    static int FirstOdd(ReadOnlySpan<byte> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (!Characters.IsLdh(word[i]) && word[i] != (byte)'_')
            {
                return i;
            }
        }

        return -1;
    }
}
