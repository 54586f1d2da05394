using System.Runtime.CompilerServices;
using SmtpInspector.Protocol.Explaining;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Knowledge;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Looks;
using SmtpInspector.Tui.Transcript;
using Entry = SmtpInspector.Protocol.Judgement.Entry;

namespace SmtpInspector.Tui.Details;

/// <summary>What the selected item is, what the judge has to say of it, what it means here, what may come next, and what its provider means by it.</summary>
static class ExplainTab
{
    // Who the server is shows in the greeting, the certificate and the first reply to EHLO.
    const int ToldWithin = 40;

    // A reply to EHLO may have ten thousand lines.
    const int MostStatements = 60;

    // A reply of ten thousand lines is not explained anew in each frame.
    static readonly ConditionalWeakTable<Entry, Explained> Known = [];

    public static ITextLines Lines(DetailSubject subject, Look look, int width)
    {
        var writer = new DetailWriter(look, width, subject);
        if (subject.Item is not { } item)
        {
            writer.Prose("Nothing is selected.", look.Theme.Faint);
            return writer.Lines;
        }

        if (item.Entry is { } entry)
        {
            var explanation = ExplanationOf(item, entry, ProviderOf(subject.Conversation, item));
            Title(writer, item, explanation);
            Facts(writer, item);

            // The findings stand before all else: whoever selects a marked line wants to know what the mark means.
            FindingText.Write(writer, item, subject.KeepSecrets);
            Section(writer, explanation.Section(SectionKind.Here));
            NextText.Write(writer, item.After);
            Section(writer, explanation.Section(SectionKind.Provider));
        }
        else
        {
            writer.Heading(ItemWords.Name(item));
            Facts(writer, item);
            NextText.Write(writer, item.After);
        }

        return writer.Lines;
    }

    static PlaceExplanation ExplanationOf(TranscriptItem item, Entry entry, Provider? provider)
    {
        if (!Known.TryGetValue(entry, out var known) || known.Provider != provider)
        {
            known = new Explained(provider, EntryExplainer.Of(entry, item.Before, item.After, provider));
            Known.AddOrUpdate(entry, known);
        }

        return known.Explanation;
    }

    static void Title(DetailWriter writer, TranscriptItem item, PlaceExplanation explanation)
    {
        var what = explanation.Section(SectionKind.What)!.Statements[0];
        var name = what.Text.IndexOf(": ", StringComparison.Ordinal) + 1;
        StyledRun mark = item.Entry is Entry.Reply reply
            ? new(ReplyWords.Glyph(writer.Look, reply), writer.Look.Reply(reply.Value.Code))
            : default;
        writer.Cited(
            [mark, mark.Text.IsEmpty ? "" : " ", new(writer.Quote(what.Text[..name]), writer.Theme.Strong), new(writer.Quote(what.Text[name..]))], what.Reference, mark.Text.IsEmpty ? 0 : 2);
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

        writer.Flow(
            facts.Select(fact => StyledLine.Of(writer.Say(fact), writer.Theme.Faint)),
            new(writer.Say($" {writer.Look.Glyphs.Between} "), writer.Theme.Faint));
    }

    static void Section(DetailWriter writer, ExplanationSection? section)
    {
        if (section is null)
        {
            return;
        }

        // What the judge has found stands above, in full.
        Statement[] statements = [.. section.Statements.Where(statement => statement.Severity is null)];
        if (statements.Length == 0)
        {
            return;
        }

        writer.Heading(section.Title);
        var column = statements.Take(MostStatements).Max(statement => statement.Label.Length) + 2;
        foreach (var statement in statements.Take(MostStatements))
        {
            if (statement.Label.Length > 0)
            {
                writer.Row(writer.Quote(statement.Label), StyledLine.Of(writer.Quote(statement.Text)), column, statement.Reference);
            }
            else
            {
                writer.Cited(StyledLine.Of(writer.Quote(statement.Text)), statement.Reference);
            }
        }

        if (statements.Length > MostStatements)
        {
            writer.Prose($"{ItemWords.Count(statements.Length - MostStatements, "more line", "more lines")}.", writer.Theme.Faint);
        }
    }

    static Provider? ProviderOf(Conversation conversation, TranscriptItem item)
    {
        Provider? provider = null;
        for (var i = 0; i < Math.Min(ToldWithin, conversation.Items.Count) && i <= item.Number; i++)
        {
            if (conversation.Items[i].Entry is { } entry)
            {
                provider = EntryExplainer.Recognize(provider, entry);
            }
        }

        return provider;
    }

    sealed record Explained(Provider? Provider, PlaceExplanation Explanation);
}
