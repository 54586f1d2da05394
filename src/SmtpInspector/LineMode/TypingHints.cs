using System.Text;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Expectations;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Lints.Client;
using SmtpInspector.Protocol.Typing;
using SmtpInspector.Protocol.Wire;
using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Styling;

namespace SmtpInspector.LineMode;

/// <summary>What can be said of a line before it is sent.</summary>
static class TypingHints
{
    const int Most = 2;
    const int Shown = 5;

    /// <summary>The findings a command would cause if it were sent now, as lines.</summary>
    public static IEnumerable<StyledLine> For(string text, int cursor, SessionState state)
    {
        var (lasting, passing) = Findings(text, cursor, state);
        return
            from finding in lasting.Concat(passing)
            select StyledLine.Create([new(finding.Severity == Severity.Error ? "! " : "~ ", LineColours.Of(finding.Severity)), new(finding.Message, LineColours.Event)]);
    }

    /// <summary>
    /// The findings a command would cause if it were sent now, the weightiest first and no mere information: those that stay
    /// however the line goes on, and those that what is typed next can take back. A verb that is half typed is no mistake yet.
    /// </summary>
    public static (IReadOnlyList<Finding> Lasting, IReadOnlyList<Finding> Passing) Findings(string text, int cursor, SessionState state)
    {
        var all = Findings(text, state).ToList();
        var offered = cursor == text.Length ? Complete(text, state) : CompletionSet.None;
        if (offered.Candidates.FirstOrDefault(candidate => offered.Start + candidate.Text.Length > text.Length) is not { } candidate)
        {
            return (all, []);
        }

        if (offered.Start == 0)
        {
            return ([], Syntax(text) is null ? [] : all);
        }

        var completed = Findings(text[..offered.Start] + candidate.Text, state).Select(finding => finding.Rule).ToHashSet();
        return (all.FindAll(finding => completed.Contains(finding.Rule)), all.FindAll(finding => !completed.Contains(finding.Rule)));
    }

    static IEnumerable<Finding> Findings(string text, SessionState state) =>
        from finding in Findings(Encoding.UTF8.GetBytes(text), state)
        where finding.Severity != Severity.Info
        orderby finding.Severity descending
        select finding;

    /// <summary>The findings an answer to a challenge would cause: they never repeat what it says.</summary>
    public static IEnumerable<StyledLine> ForAnswer(string text, SessionState state) =>
        from finding in AnswerFindings(text, state)
        select StyledLine.Create([new(finding.Severity == Severity.Error ? "! " : "~ ", LineColours.Of(finding.Severity)), new(finding.Message, LineColours.Event)]);

    /// <summary>The same as data.</summary>
    public static IEnumerable<Finding> AnswerFindings(string text, SessionState state)
    {
        var findings = new List<Finding>();
        ClientLints.CheckAuthAnswer(state, Line(Encoding.UTF8.GetBytes(text)), findings);
        return findings.Take(Most);
    }

    /// <summary>What is to be said of a line of content that looks like a command; null of any other.</summary>
    public static string? InContent(string text) => text.Trim().ToUpperInvariant() is "QUIT" or "RSET" or "NOOP"
        ? $"{text.Trim()} is a line of the message here, and no command: a line of one dot ends the message first."
        : null;

    /// <summary>What may come next, while nothing is typed.</summary>
    /// <param name="state">The state.</param>
    /// <param name="refused">Where the user reads why AUTH may have been refused: each front end has it elsewhere.</param>
    public static string? Next(SessionState state, string refused) =>
        Expectation.Of(state) is [{ From: Direction.Client } next, ..]
            ? $"next: {string.Join(", ", next.What.Take(Shown))}   {(state is { FailedAuths: > 0, Authenticated: false, Transaction: null } ? $"AUTH was refused; why it may be: {refused}" : next.Why)}"
            : null;

    static WireLine Line(byte[] content) => new(Direction.Client, 0, (byte[])[.. content, (byte)'\r', (byte)'\n']);

    static IEnumerable<Finding> Findings(byte[] content, SessionState state)
    {
        var findings = new List<Finding>();
        var command = CommandParser.Parse(content, findings);
        ClientLints.Check(state, command, Line(content), findings);
        return findings.Take(Most);
    }

    /// <summary>What could be typed at the end of a text.</summary>
    public static CompletionSet Complete(string text, SessionState state)
    {
        var suggestions = CommandCompletion.For(text, state);
        return new CompletionSet(
            suggestions.Start,
            [.. suggestions.Candidates.Select(suggestion => new Completion(suggestion.Text, suggestion.Hint))]);
    }

    /// <summary>How the command that is being typed is written; null while its verb is not known.</summary>
    public static string? Syntax(string text) => CommandHelp.Of(text) is { } help ? $"{help.Syntax}   {help.Section}" : null;
}
