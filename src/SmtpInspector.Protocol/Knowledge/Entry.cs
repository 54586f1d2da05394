using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Knowledge;

/// <summary>A row of the tables under <c>Topics</c>.</summary>
/// <param name="Words">The word, then other spellings of it, separated by bars.</param>
/// <param name="Title">The meaning in a few words.</param>
/// <param name="Reference">Where it is defined.</param>
/// <param name="Text">What it is and what it means.</param>
/// <param name="WhatToDo">What to do about it.</param>
/// <param name="Related">Words to look up next, separated by bars.</param>
sealed record Entry(string Words, string Title, string Reference, string Text, string WhatToDo, string Related = "")
{
    /// <summary>How a command is written, in the RFC's notation.</summary>
    public string? Syntax { get; init; }

    /// <summary>A line as it could be sent.</summary>
    public string? Example { get; init; }

    /// <summary>The verb whose listed replies belong to the explanation.</summary>
    public Verb Verb { get; init; }

    /// <summary>Every spelling, the usual one first.</summary>
    public string[] AllWords => Words.Split('|');

    /// <summary>The words to look up next.</summary>
    public string[] AllRelated => Related.Length == 0 ? [] : Related.Split('|');
}
