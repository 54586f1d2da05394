using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Knowledge;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Looks;
using SmtpInspector.Tui.Transcript;
using Entry = SmtpInspector.Protocol.Judgement.Entry;

namespace SmtpInspector.Tui.Details;

/// <summary>What the selected item is, what it means here, what the judge has to say of it, and what may come next.</summary>
static class ExplainTab
{
    const int Column = 7;

    // The greeting stands at the beginning, behind the events of connecting.
    const int GreetingWithin = 20;

    public static ITextLines Lines(DetailSubject subject, Look look, int width)
    {
        var writer = new DetailWriter(look, width, subject);
        if (subject.Item is not { } item)
        {
            writer.Prose("Nothing is selected.", look.Theme.Faint);
            return writer.Lines;
        }

        // The findings stand before the general: whoever selects a marked line wants to know what the mark means.
        Explanation[] known = [.. ExplanationsOf(item)];
        Title(writer, item, known);
        Facts(writer, item);
        FindingText.Write(writer, item, subject.KeepSecrets);
        Meanings(writer, known);
        ProviderMeaning(writer, subject.Conversation, item);
        NextText.Write(writer, item.After);
        return writer.Lines;
    }

    static void Title(DetailWriter writer, TranscriptItem item, Explanation[] known)
    {
        var (look, theme) = (writer.Look, writer.Theme);
        var name = ItemWords.Name(item);
        var title = item.Kind != ItemKind.Event && known is [var first, ..] ? (Text: $": {first.Title}", first.Reference) : (Text: "", Reference: "");
        StyledRun mark = item.Entry is Entry.Reply reply ? new($"{ReplyWords.Glyph(look, reply)} ", look.Reply(reply.Value.Code)) : default;
        writer.Cited([mark, new(writer.Say(name), theme.Strong), new(writer.Say(title.Text))], title.Reference, mark.Text.Length);
        if (item is { Kind: ItemKind.Event, Entry: { } entry })
        {
            foreach (var line in EventText.Of(entry, look.Form).Split('\n'))
            {
                writer.Prose(line);
            }
        }
    }

    static void Facts(DetailWriter writer, TranscriptItem item)
    {
        var facts = new List<string>();
        if (item.Entry is Entry.Reply reply)
        {
            facts.Add(ReplyWords.Verdict(reply));
            if (reply is { Took: { } took, To: { } to })
            {
                facts.Add($"{ItemWords.Duration(took)} after the {(to.Verb == Verb.Connection ? "connection" : "command")}");
            }
        }

        if (item.Lines.Count > 0)
        {
            facts.Add(ItemWords.Size(item));
        }

        if (item.Own)
        {
            facts.Add("sent by the program, not typed");
        }

        writer.Flow(
            facts.Select(fact => StyledLine.Of(writer.Say(fact), writer.Theme.Faint)),
            new(writer.Say($" {writer.Look.Glyphs.Between} "), writer.Theme.Faint));
    }

    static void Meanings(DetailWriter writer, Explanation[] known)
    {
        for (var i = 0; i < known.Length; i++)
        {
            writer.Gap();
            if (i > 0)
            {
                writer.Cited([new(writer.Say(known[i].Word), writer.Theme.Strong), new(writer.Say($": {known[i].Title}"))], known[i].Reference);
            }

            Meaning(writer, known[i].Text, known[i].WhatToDo);
        }
    }

    static void ProviderMeaning(DetailWriter writer, Conversation conversation, TranscriptItem item)
    {
        if (item.Entry is Entry.Reply reply && ProviderOf(conversation) is { } provider && ProviderTexts.Match(provider, reply.Value) is { } text)
        {
            writer.Gap();
            writer.Cited([new(writer.Say($"With {ProviderTexts.Name(text.Provider)}"), writer.Theme.Strong)], text.Reference);
            Meaning(writer, text.Meaning, text.WhatToDo);
        }
    }

    static void Meaning(DetailWriter writer, string meaning, string whatToDo)
    {
        writer.Row("means", meaning, Column);
        if (whatToDo.Length > 0)
        {
            writer.Row("to do", whatToDo, Column);
        }
    }

    static IEnumerable<Explanation> ExplanationsOf(TranscriptItem item)
    {
        foreach (var word in WordsOf(item))
        {
            if (Explainer.Explain(word) is { } explanation)
            {
                yield return explanation;
            }
        }
    }

    static IEnumerable<string> WordsOf(TranscriptItem item)
    {
        switch (item.Entry)
        {
            case Entry.Reply reply:
                if (reply.Value.Code is { } code)
                {
                    yield return FormattableString.Invariant($"{code:000}");
                }

                if (reply.Value.Enhanced is { } enhanced)
                {
                    yield return enhanced.ToString();
                }

                break;
            case Entry.Command { IsAuthAnswer: true }:
                yield return item.Before.Auth?.Mechanism ?? "challenge";
                break;
            case Entry.Command { Verb: not Verb.Unknown } command:
                yield return Verbs.Name(command.Verb);
                break;
            case Entry.Data data:
                yield return data.IsChunk ? "BDAT" : data.IsComplete ? "end of data" : "DATA";
                break;
            case Entry.Tls:
                yield return "TLS";
                break;
            case Entry.Connected:
                yield return "connection";
                break;
        }
    }

    static Provider? ProviderOf(Conversation conversation)
    {
        for (var i = 0; i < Math.Min(GreetingWithin, conversation.Items.Count); i++)
        {
            if (conversation.Items[i].Entry is Entry.Reply { To.Verb: Verb.Connection } greeting)
            {
                return ProviderTexts.Of(greeting.Value.Lines[0].Text) ?? ProviderTexts.Of(conversation.Host);
            }
        }

        return ProviderTexts.Of(conversation.Host);
    }
}
