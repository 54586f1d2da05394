using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Expectations;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Tui.Details;

/// <summary>What may come next, from whom, and why.</summary>
static class NextText
{
    const int Indent = 2;

    public static void Write(DetailWriter writer, SessionState state)
    {
        writer.Heading("What may come next");
        var expected = Expectation.Of(state);
        if (expected.Count == 0)
        {
            writer.Prose("Nothing: the connection is closed.", writer.Theme.Faint);
        }

        foreach (var expectation in expected)
        {
            Write(writer, expectation);
        }
    }

    static void Write(DetailWriter writer, Expectation expectation)
    {
        var isClient = expectation.From == Direction.Client;
        writer.Line(
        [
            new(isClient ? "C:" : "S:", isClient ? writer.Look.Client : writer.Theme.Success),
            " ",
            new(writer.Say(string.Join(", ", expectation.What))),
        ], hanging: 3);
        writer.Cited([new(new string(' ', Indent + 1)), new(writer.Quote(expectation.Why), writer.Theme.Faint)], expectation.Reference, Indent + 1);
    }
}
