namespace SmtpInspector.Protocol.Knowledge;

/// <summary>What a word means, for a reader who meets it for the first time.</summary>
/// <param name="Word">The word as it is usually written, "550".</param>
/// <param name="Kind">What sort of thing it names.</param>
/// <param name="Title">The meaning in a few words, without a full stop.</param>
/// <param name="Text">One short paragraph: what it is and what it means.</param>
/// <param name="Reference">Where it is defined, as "RFC 5321 §4.2.3", or the document's title.</param>
/// <param name="WhatToDo">What to do about it; empty where there is nothing to say.</param>
/// <param name="Related">Words worth looking up next.</param>
public sealed record Explanation(
    string Word,
    ExplanationKind Kind,
    string Title,
    string Text,
    string Reference,
    string WhatToDo,
    IReadOnlyList<string> Related)
{
    /// <summary>Labelled lines: syntax and listed replies of a command, the weight of a rule.</summary>
    public IReadOnlyList<Detail> Details { get; init; } = [];
}
