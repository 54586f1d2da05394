using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Lints.Client;
using SmtpInspector.Protocol.Rules;

namespace SmtpInspector.Protocol.Typing;

/// <summary>The verbs: what is likeliest now, what else is possible, then what is not and why.</summary>
static class VerbSuggestions
{
    public static Suggestions For(string typed, SessionState state)
    {
        var standing = Presumption.Of(state).Standing;
        var candidates = new List<Suggestion>();
        foreach (var verb in Likeliest(state, standing))
        {
            Add(verb);
        }

        foreach (var row in CommandHelp.All)
        {
            Add(row.Verb);
        }

        // With nothing typed yet, what would be refused is no help.
        if (typed.Length > 0)
        {
            foreach (var row in CommandHelp.All)
            {
                if (Obstacle(row.Verb, state, standing) is { } obstacle)
                {
                    candidates.Add(new Suggestion(row.Opening, $"not now: {obstacle}"));
                }
            }
        }

        return Suggestions.Matching(typed, 0, candidates);

        void Add(Verb verb)
        {
            var help = CommandHelp.Of(verb)!;
            if (Obstacle(verb, state, standing) is null && !candidates.Exists(candidate => candidate.Text == help.Opening))
            {
                candidates.Add(new Suggestion(help.Opening, help.Meaning));
            }
        }
    }

    /// <summary>What the session is probably waiting for, as a person would go through it.</summary>
    static Verb[] Likeliest(SessionState state, Standing standing) => standing switch
    {
        _ when (standing & Standing.Recipient) != 0 => [Verb.Data, Verb.Rcpt, Verb.Bdat, Verb.Rset],
        _ when (standing & Standing.Transaction) != 0 => [Verb.Rcpt, Verb.Rset],
        _ when (standing & Standing.Introduced) == 0 => [state.Lmtp ? Verb.Lhlo : Verb.Ehlo, Verb.Helo, Verb.Quit],

        // A password should not go out before STARTTLS, nor a message before AUTH where both are offered.
        _ => [Verb.StartTls, Verb.Auth, Verb.Mail, Verb.Quit],
    };

    /// <summary>Why a command cannot come now; null when it can.</summary>
    static string? Obstacle(Verb verb, SessionState state, Standing standing)
    {
        var missing = CommandOrder.Missing(verb, standing);
        if (missing != Standing.None && !state.IsExcerpt)
        {
            return CommandOrder.FirstStep(missing);
        }

        var obstacles = CommandOrder.Obstacles(verb, standing);
        if (obstacles != Standing.None)
        {
            return (obstacles & Standing.Transaction) != 0 ? "a mail transaction is open"
                : (obstacles & Standing.Encrypted) != 0 ? "the connection is encrypted already"
                : "you are authenticated already";
        }

        // LHLO is for LMTP alone, XCLIENT for those Postfix trusts.
        return verb switch
        {
            Verb.Lhlo when !state.Lmtp => "only a local delivery agent knows it",
            Verb.StartTls or Verb.Auth or Verb.Bdat or Verb.Etrn or Verb.Burl or Verb.XClient
                when Offered.Has(state, ServiceExtensions.KeywordFor(verb)!) is not true => "the server did not offer it",
            _ => null,
        };
    }
}
