using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Expectations;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Explaining;

/// <summary>What may come next, out of the expectations of a state.</summary>
static class NextPlace
{
    public static IReadOnlyList<Statement> Of(SessionState after)
    {
        var expected = Expectation.Of(after);
        return expected.Count == 0
            ? [new Statement("Nothing: the connection is closed. A new conversation begins with a new connection.")]
            : [.. expected.Select(expectation => new Statement(
                $"{expectation.Why} The {(expectation.From == Direction.Client ? "client" : "server")}: {string.Join(", ", expectation.What.Select(What))}.",
                expectation.Reference))];
    }

    // A dot would be lost beside the sentence's own.
    static string What(string what) => what == "." ? "a dot alone" : what;
}
