using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Practice;

/// <summary>One thing that can stand against a step, and the reply it earns.</summary>
/// <param name="When">The condition.</param>
/// <param name="Reply">The reply; null for <see cref="PracticeCondition.Fault"/>, which brings its own.</param>
public sealed record PracticeRefusal(PracticeCondition When, PracticeReply? Reply);

/// <summary>A row of a profile's table: what a step is answered, and what is looked at before, in this order.</summary>
/// <param name="In">What the line was taken for.</param>
/// <param name="Verb">The command, or the step that is answered without being one.</param>
/// <param name="Refusals">Looked at from first to last; the first that holds is the answer.</param>
/// <param name="Answer">The reply when nothing stands against it.</param>
/// <param name="Effect">What then changes.</param>
public sealed record PracticeRow(
    PracticeMode In,
    Verb Verb,
    IReadOnlyList<PracticeRefusal> Refusals,
    PracticeReply Answer,
    PracticeEffect Effect);
