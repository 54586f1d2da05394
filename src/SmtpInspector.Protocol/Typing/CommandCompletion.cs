using System.Text;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Rules;

namespace SmtpInspector.Protocol.Typing;

/// <summary>Completes a command line: what is possible now and what the server offered comes first. Pure.</summary>
public static class CommandCompletion
{
    /// <summary>What could stand at the end of what has been typed.</summary>
    /// <param name="typed">The line up to the cursor.</param>
    /// <param name="state">Where the conversation stands.</param>
    public static Suggestions For(string typed, SessionState state)
    {
        // Message content is the user's own.
        if (state.Content != ContentMode.None)
        {
            return Suggestions.None;
        }

        if (state.AwaitsAuthAnswer)
        {
            return Suggestions.Matching(typed, 0, [new Suggestion("*", "cancels the authentication (RFC 4954 §4)")]);
        }

        if (!typed.Contains(' ', StringComparison.Ordinal))
        {
            return VerbSuggestions.For(typed, state);
        }

        return Verbs.Of(Encoding.UTF8.GetBytes(typed)) switch
        {
            Verb.Mail => PathSuggestions.For(typed, Verb.Mail, state),
            Verb.Rcpt => PathSuggestions.For(typed, Verb.Rcpt, state),
            Verb.Auth => Argument(typed, Mechanisms(state)),
            Verb.Help => Argument(typed, Words()),
            Verb.Vrfy => Argument(typed, [new Suggestion("postmaster", "the mailbox every server has (RFC 5321 §4.5.1)")]),
            Verb.Bdat => Second(typed, new Suggestion("LAST", "this is the last chunk of the message (RFC 3030 §2)")),
            Verb.Burl => Second(typed, new Suggestion("LAST", "this is the last part of the message (RFC 4468 §3)")),
            Verb.XClient => Last(typed, Attributes(state)),
            _ => Suggestions.None,
        };
    }

    /// <summary>Candidates for the only argument.</summary>
    static Suggestions Argument(string typed, IEnumerable<Suggestion> candidates)
    {
        var start = typed.IndexOf(' ', StringComparison.Ordinal) + 1;
        return typed.IndexOf(' ', start) < 0 ? Suggestions.Matching(typed, start, candidates) : Suggestions.None;
    }

    /// <summary>A candidate for the second argument.</summary>
    static Suggestions Second(string typed, Suggestion candidate)
    {
        var first = typed.IndexOf(' ', StringComparison.Ordinal) + 1;
        var second = typed.IndexOf(' ', first) + 1;
        return second > first + 1 && typed.IndexOf(' ', second) < 0 ? Suggestions.Matching(typed, second, [candidate]) : Suggestions.None;
    }

    /// <summary>Candidates for the last of any number of arguments.</summary>
    static Suggestions Last(string typed, IEnumerable<Suggestion> candidates) =>
        Suggestions.Matching(typed, typed.LastIndexOf(' ') + 1, candidates);

    static IEnumerable<Suggestion> Mechanisms(SessionState state)
    {
        foreach (var mechanism in state.Offers?.AuthMechanisms ?? [])
        {
            yield return new Suggestion(mechanism, SaslMechanisms.Find(mechanism)?.Meaning ?? "a mechanism the server offers");
        }
    }

    static IEnumerable<Suggestion> Words()
    {
        foreach (var row in CommandHelp.All)
        {
            yield return new Suggestion(Verbs.Name(row.Verb), row.Meaning);
        }
    }

    static IEnumerable<Suggestion> Attributes(SessionState state)
    {
        foreach (var attribute in state.Offers?.Find("XCLIENT")?.Parameters ?? [])
        {
            yield return new Suggestion(attribute + "=", "an attribute the server takes (Postfix, XCLIENT_README)");
        }
    }
}
