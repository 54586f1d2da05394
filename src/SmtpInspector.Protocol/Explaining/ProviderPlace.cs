using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Knowledge;
using Entry = SmtpInspector.Protocol.Judgement.Entry;

namespace SmtpInspector.Protocol.Explaining;

/// <summary>What a provider means by the words of its reply.</summary>
static class ProviderPlace
{
    public static ExplanationSection? Of(Entry.Reply reply, Provider? provider)
    {
        if (provider is { } known)
        {
            return ProviderTexts.Match(known, reply.Value) is { } text ? Section(ProviderTexts.Name(text.Provider), text) : null;
        }

        // Whoever it is: only of a refusal, whose words are chosen, and where the words themselves tell.
        return reply.Value.Class is ReplyClass.Transient or ReplyClass.Permanent && ProviderTexts.Search(Spoken(reply)) is [var best, ..]
            ? Section($"If this is {ProviderTexts.Name(best.Provider)}", best)
            : null;
    }

    static string Spoken(Entry.Reply reply) =>
        string.Join('\n', reply.Value.Lines.Select(line => line.Code is { } code ? FormattableString.Invariant($"{code:000} {line.Text}") : line.Text));

    static ExplanationSection Section(string title, ProviderText text) => new(
        SectionKind.Provider,
        title,
        [new Statement(text.Meaning, text.Reference), new Statement(text.WhatToDo) { Label = "What to do" }]);
}
