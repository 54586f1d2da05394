using System.Text;
using SmtpInspector.Protocol.Sasl;
using SmtpInspector.Tests.Peers;
using static SmtpInspector.Tests.Peers.ServerStep;

namespace SmtpInspector.Tests.Secrecy;

/// <summary>One AUTH exchange as it can go.</summary>
/// <param name="Name">What happens.</param>
/// <param name="Input">What is typed or piped in.</param>
/// <param name="Options">Options of <c>connect</c>.</param>
/// <param name="Steps">What the server does.</param>
/// <param name="Sent">What the client sends in it that is a credential, as on the wire.</param>
sealed record Exchange(string Name, string Input, string[] Options, ServerStep[] Steps, IReadOnlyList<string> Sent)
{
    public const string User = "someone@example.com";

    /// <summary>Characters of every kind, so that each form of it is another text.</summary>
    public const string Secret = "xyzzy-Plugh/42+~&Tr0ub\u00e9";

    /// <summary>How a server ends an exchange instead of going on with it; null closes the connection.</summary>
    static readonly string?[] Endings =
        ["235 2.7.0 welcome", "535 5.7.8 no", "504 5.5.4 what", "501 5.5.2 odd", "421 4.7.0 bye", "334 ", "250 ok", "frobnicate", "535-in\r\n535 two lines", null];

    /// <summary>Every way an exchange with a mechanism can go: typed by hand and made by the program.</summary>
    public static IEnumerable<Exchange> Of(string mechanism)
    {
        var (answers, challenges) = Talk(mechanism);
        foreach (var initial in (bool[])[false, true])
        {
            // With the first answer in the command itself there is one challenge less.
            string[] lines = initial ? [$"AUTH {mechanism} {answers[0]}", .. answers[1..]] : [$"AUTH {mechanism}", .. answers];
            string[] asked = initial && challenges.Length == answers.Length ? challenges[1..] : challenges;
            for (var at = 0; at < lines.Length; at++)
            {
                foreach (var ending in Endings)
                {
                    yield return Typed($"{mechanism} typed{(initial ? " with initial response" : "")}, then {ending ?? "a close"} after line {at}", lines, [.. asked.Take(at)], ending, answers);
                }
            }

            for (var at = 1; at < lines.Length; at++)
            {
                yield return Typed($"{mechanism} cancelled after line {at}", [.. lines.Take(at), "*"], [.. asked.Take(at)], "501 5.7.0 cancelled", answers);
            }

            if (SaslMechanisms.RevealsSecret(mechanism))
            {
                yield return Typed($"{mechanism} typed and echoed", lines, [.. asked.Take(lines.Length - 1)], Echo, answers);
            }
        }

        for (var at = 0; at <= answers.Length; at++)
        {
            foreach (var ending in Endings.Append(Echo))
            {
                yield return ByTheProgram(mechanism, at, challenges, ending);
            }
        }
    }

    /// <summary>What a client answers that knows the secret.</summary>
    public static string[] AnswersOf(string mechanism) => Talk(mechanism).Answers;

    /// <summary>What a server asks for them.</summary>
    public static string[] ChallengesOf(string mechanism) => Talk(mechanism).Challenges;

    static string Echo { get; } = "535 5.7.8 wrong: " + string.Join(" and ", Forms.Echoed(User, Secret));

    static Exchange Typed(string name, IReadOnlyList<string> lines, IReadOnlyList<string> challenges, string? ending, string[] answers) => new(
        name,
        $"EHLO me.example\n{string.Join('\n', lines)}\nNOOP\n",
        ["--tls", "none"],
        Server([.. challenges.Select(challenge => $"334 {challenge}"), ending]),
        answers);

    static Exchange ByTheProgram(string mechanism, int at, string[] challenges, string? ending) => new(
        $"{mechanism} by the program, then {ending ?? "a close"} after {at} challenges",
        $"{Octets.Text(Encoding.UTF8.GetBytes(Secret))}\nNOOP\n",
        ["--tls", "none", "--auth", mechanism.ToLowerInvariant(), "--user", User, "--password-stdin", "--ehlo", "me.example"],
        Server([.. challenges.Take(at).Select(challenge => $"334 {challenge}"), ending]),
        []);

    // The answers to AUTH and what follows it; then everything is answered so that the conversation comes to its end.
    static ServerStep[] Server(IReadOnlyList<string?> replies)
    {
        var steps = new List<ServerStep>
        {
            Say("220 mx.example.com ESMTP"), Hear("EHLO"), SayExactly($"250-mx.example.com\r\n250 AUTH {string.Join(' ', SaslMechanisms.Names)}\r\n"),
        };
        foreach (var reply in replies)
        {
            steps.Add(Hear(""));
            steps.Add(reply is null ? HangUp() : Say(reply));
        }

        if (replies[^1] is not null)
        {
            steps.Add(AnswerEverything("501 5.5.1 no\r\n"));
        }

        return [.. steps];
    }

    // What a client answers, and to which challenges. SCRAM's proof depends on the nonce, which here is known beforehand.
    static (string[] Answers, string[] Challenges) Talk(string mechanism)
    {
        string[] challenges = mechanism switch
        {
            "LOGIN" => ["VXNlcm5hbWU6", "UGFzc3dvcmQ6"],
            "CRAM-MD5" => [Base64("<1@mx.example.com>")],
            "SCRAM-SHA-1" or "SCRAM-SHA-256" => ["", Base64("r=abcxyz,s=c2FsdHNhbHQ=,i=4096"), Base64("e=other-error")],
            _ => [""],
        };
        var client = SaslMechanisms.Create(mechanism, new SaslCredentials(User, Secret), "abc");
        var answers = new List<string>();
        var first = client.Begin();
        foreach (var challenge in challenges)
        {
            var step = first ?? client.Respond(Convert.FromBase64String(challenge));
            first = null;
            if (step is SaslStep.Answer answer)
            {
                answers.Add(Convert.ToBase64String(answer.Response.Span));
            }
        }

        return ([.. answers], challenges);
    }

    static string Base64(string text) => Convert.ToBase64String(Encoding.ASCII.GetBytes(text));
}
