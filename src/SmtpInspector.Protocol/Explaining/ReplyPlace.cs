using System.Globalization;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Knowledge;
using SmtpInspector.Protocol.Rules;
using Entry = SmtpInspector.Protocol.Judgement.Entry;

namespace SmtpInspector.Protocol.Explaining;

/// <summary>A reply: what the code says, and what it does to this conversation.</summary>
static class ReplyPlace
{
    const string Digits = "RFC 5321 §4.2.1";

    // Sooner than this nobody notices the wait.
    static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(2);

    public static Statement What(Entry.Reply reply, Provider? provider)
    {
        if (reply.Value.Code is not { } code)
        {
            return new("A line of the server's that is no reply: it does not begin with three digits and a space or hyphen.", "RFC 5321 §4.2");
        }

        var digits = code.ToString("000", CultureInfo.InvariantCulture);
        var enhanced = reply.Value.Enhanced?.ToString();
        var known = Explainer.Explain(digits);

        // A detail of 0 says no more than the code does, and of a success there is nothing more to say.
        var detail = reply.Value.Enhanced is { Class: > 2 } or { Detail: > 0 } ? Explainer.Explain(enhanced!) : null;
        var to = reply.To is { } asked ? Verbs.Name(asked.Verb) is { Length: > 0 } verb ? verb : asked.Name : null;
        var name = reply switch
        {
            { To.Verb: Verb.Connection } => $"The greeting, {digits}{(provider is { } speaker ? $", of {ProviderTexts.Name(speaker)}" : "")}",
            { To.Verb: Verb.EndOfData } => $"{Codes(digits, enhanced)} after the dot",
            { To.IsAuthAnswer: true } => $"{Codes(digits, enhanced)} to the answer of AUTH",
            { To: null } => $"{Codes(digits, enhanced)}, which answers no command",
            _ => $"{Codes(digits, enhanced)} to {to}",
        };
        var meaning = string.Join("; ", new[] { ReplyCodes.Find(code)?.Meaning ?? known?.Title, detail?.Title }.OfType<string>());
        return new($"{name}: {(meaning.Length == 0 ? "a code that no RFC defines" : meaning)}.", detail?.Reference ?? ReplyCodes.Find(code)?.Reference ?? Digits);
    }

    public static IEnumerable<Statement> Here(Entry.Reply reply, SessionState after)
    {
        foreach (var statement in ReplyMeaning.Of(reply, after))
        {
            yield return statement;
        }

        if (reply.Value.Code is { } code)
        {
            if (reply is { Listed: false, To: { } to } && reply.Value.Class != ReplyClass.Invalid)
            {
                yield return new($"No RFC lists {code} for {PlaceWords.Name(to.Verb)}: a client goes by the first digit, {FirstDigit(reply.Value.Class)}.", Digits);
            }

            if (reply.Value.Class is ReplyClass.Transient or ReplyClass.Permanent && ToDo(reply.Value) is { Length: > 0 } toDo)
            {
                yield return new(toDo) { Label = "What to do" };
            }
        }

        if (!reply.Value.IsComplete)
        {
            yield return new("It is cut: its last line never came.", Digits);
        }

        if (reply is { Took: { } took, To.Verb: var verb } && took >= Noticeable)
        {
            var row = Timeouts.Rows.FirstOrDefault(row => row.Verb == verb);
            yield return new(
                string.Create(CultureInfo.InvariantCulture, $"It came {took.TotalSeconds:0.#} s after what it answers; a client waits for {Timeouts.For(verb).TotalMinutes:0} minutes at least before it gives up."),
                row?.Reference ?? "RFC 5321 §4.5.3.2");
        }
    }

    static string Codes(string digits, string? enhanced) => enhanced is null ? digits : $"{digits} {enhanced}";

    // The enhanced code tells the reason more exactly than the code does.
    static string? ToDo(Reply reply) =>
        (reply.Enhanced is { } enhanced ? Explainer.Explain(enhanced.ToString()) : null)?.WhatToDo is { Length: > 0 } exact
            ? exact
            : Explainer.Explain(reply.Code!.Value.ToString("000", CultureInfo.InvariantCulture))?.WhatToDo;

    static string FirstDigit(ReplyClass replyClass) => replyClass switch
    {
        ReplyClass.Success => "2: done",
        ReplyClass.Intermediate => "3: go on",
        ReplyClass.Transient => "4: not now, try again later",
        ReplyClass.Permanent => "5: no, not like this",
        _ => "which says nothing",
    };
}
