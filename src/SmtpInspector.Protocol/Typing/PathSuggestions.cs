using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Typing;

/// <summary>MAIL and RCPT: their opening, the end of the address, then the parameters the server offered.</summary>
static class PathSuggestions
{
    public static Suggestions For(string typed, Verb verb, SessionState state)
    {
        var help = CommandHelp.Of(verb)!;
        var open = typed.IndexOf('<', StringComparison.Ordinal);
        if (open < 0)
        {
            return Suggestions.Matching(typed, 0, [new Suggestion(help.Opening, help.Meaning)]);
        }

        var close = typed.IndexOf('>', open);
        if (close < 0)
        {
            return Suggestions.Matching(typed, open + 1, Address(typed[(open + 1)..], verb));
        }

        // The space before the first parameter belongs to it, so that it can be suggested right behind the bracket.
        var space = typed.LastIndexOf(' ');
        var start = space > close ? space : typed.Length;
        return Suggestions.Matching(typed, start, ParameterSuggestions.For(typed, verb, state));
    }

    static IEnumerable<Suggestion> Address(string typed, Verb verb)
    {
        if (typed.Contains('@', StringComparison.Ordinal))
        {
            yield return new Suggestion(typed + ">", "ends the address");
        }
        else if (verb == Verb.Mail)
        {
            yield return new Suggestion(">", "the empty sender, for reports that must not be answered (RFC 5321 §4.5.5)");
        }
        else
        {
            yield return new Suggestion("Postmaster>", "the one recipient that needs no domain (RFC 5321 §4.1.1.3)");
        }
    }
}
