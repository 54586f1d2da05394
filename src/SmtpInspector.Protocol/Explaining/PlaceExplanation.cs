using SmtpInspector.Protocol.Findings;

namespace SmtpInspector.Protocol.Explaining;

/// <summary>
/// What there is to say about one entry of a conversation, at its place. The same value is printed by <c>explain --in</c> and drawn
/// by the screen, so that both say the same words.
/// </summary>
/// <param name="Sections">
/// <see cref="SectionKind.What"/>, <see cref="SectionKind.Here"/> and <see cref="SectionKind.Next"/>, always, then
/// <see cref="SectionKind.Provider"/> where something is known. None is empty.
/// </param>
public sealed record PlaceExplanation(IReadOnlyList<ExplanationSection> Sections)
{
    /// <summary>The section of a kind; null where there is none, which only <see cref="SectionKind.Provider"/> can be.</summary>
    public ExplanationSection? Section(SectionKind kind) => Sections.FirstOrDefault(section => section.Kind == kind);
}

/// <summary>A part of an explanation.</summary>
/// <param name="Kind">Which question it answers.</param>
/// <param name="Title">The question's short name, as a heading: "What it is"; the provider's name for its section.</param>
/// <param name="Statements">The answers, in the order of their weight; never empty.</param>
public sealed record ExplanationSection(SectionKind Kind, string Title, IReadOnlyList<Statement> Statements);

/// <summary>The questions, in the order in which they are answered.</summary>
public enum SectionKind
{
    /// <summary>What it is: one sentence.</summary>
    What,

    /// <summary>What it means here, given the state of this conversation.</summary>
    Here,

    /// <summary>What may come next, and why.</summary>
    Next,

    /// <summary>What the provider that speaks means by these words, and what to do.</summary>
    Provider,
}

/// <summary>One thing said.</summary>
/// <param name="Text">
/// One sentence or a few. What stands in it of the peer's words may hold any characters: whoever shows it makes them visible.
/// </param>
/// <param name="Reference">The section or document that says so; empty where it follows from the conversation alone.</param>
public sealed record Statement(string Text, string Reference = "")
{
    /// <summary>What sort of statement it is, as "What to do"; empty for most.</summary>
    public string Label { get; init; } = "";

    /// <summary>The severity of the finding it is; null where it is none.</summary>
    public Severity? Severity { get; init; }
}
