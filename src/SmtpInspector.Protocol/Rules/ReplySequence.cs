using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Rules;

/// <summary>
/// A row of the table of command-reply sequences: the usual replies to one command, in the letters of
/// RFC 5321 §4.3.2.
/// </summary>
/// <param name="Verb">The command or step that is answered.</param>
/// <param name="I">Intermediate replies: go on with the next step.</param>
/// <param name="S">Replies of success.</param>
/// <param name="E">Replies of error.</param>
/// <param name="Reference">The section that lists them.</param>
public sealed record ReplySequence(
    Verb Verb,
    IReadOnlyList<short> I,
    IReadOnlyList<short> S,
    IReadOnlyList<short> E,
    string Reference);
