using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Knowledge;

/// <summary>A row as the explanation that is shown.</summary>
static class EntryExplanation
{
    public static Explanation Of(ExplanationKind kind, Entry entry) =>
        new(entry.AllWords[0], kind, entry.Title, entry.Text, entry.Reference, entry.WhatToDo, entry.AllRelated)
        {
            Details = Details(entry),
        };

    static Detail[] Details(Entry entry)
    {
        List<Detail> details = [];
        if (entry.Syntax is { } syntax)
        {
            details.Add(new Detail("Syntax", syntax));
        }

        if (entry.Example is { } example)
        {
            details.Add(new Detail("Example", example));
        }

        if (entry.Verb != Verb.Unknown)
        {
            details.AddRange(ListedReplies.Of(entry.Verb));
        }

        return [.. details];
    }
}
