using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Message;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Looks;
using Entry = SmtpInspector.Protocol.Judgement.Entry;

namespace SmtpInspector.Tui.Details;

/// <summary>The message that an item belongs to, or the newest there is.</summary>
static class MessageTab
{
    // A header section may have thousands; these are more than a screen or two.
    const int MostFields = 100;

    const int WidestName = 26;

    public static ITextLines Lines(DetailSubject subject, Look look, int width)
    {
        var writer = new DetailWriter(look, width, subject);
        if (Transactions.Of(subject.Conversation, subject.Item) is not { } transaction)
        {
            writer.Prose("No message has been sent yet.", look.Theme.Faint);
            return writer.Lines;
        }

        var content = transaction.Contents.Count == 0 ? null : MessageContent.Of(transaction, subject.KeepSecrets);
        Outcome(writer, transaction, content, subject.KeepSecrets);
        EnvelopeTable.Write(writer, transaction, content?.Message.Root, subject.KeepSecrets);
        if (content is not null)
        {
            Header(writer, content.Message.Root);
            PartTree.Write(writer, content.Message.Root);
            MessageBeginning.Write(writer, content);
            foreach (var item in transaction.Contents)
            {
                FindingText.Write(writer, item, subject.KeepSecrets);
            }
        }

        return writer.Lines;
    }

    static void Outcome(DetailWriter writer, Transaction transaction, MessageContent? content, bool keepSecrets)
    {
        var theme = writer.Theme;
        if (content is null)
        {
            writer.Heading("A message that has no content yet");
            return;
        }

        var size = $"{ItemWords.Octets(content.Octets)}, {ItemWords.Count(content.Message.Lines, "line", "lines")}"
            + (transaction.Contents.Count > 1 ? $", {transaction.Contents.Count} chunks" : "");
        var isCut = transaction.Contents[^1].Entry is Entry.Data { IsComplete: false };
        writer.Heading(content.IsPart ? $"A message on its way: {size} so far" : isCut ? $"A message that was cut off: {size}" : $"Message: {size}");
        foreach (var final in transaction.Finals)
        {
            var reply = (Entry.Reply)final.Entry!;
            var style = writer.Look.Reply(reply.Value.Code);
            writer.Line(
            [
                new(ReplyWords.Glyph(writer.Look, reply.Value.Class), style),
                " ",
                new(Verdict(reply.Value.Class), style),
                new(": "),
                new(writer.Look.Show(final.Lines[^1].Content(keepSecrets).Span)),
            ], hanging: 2);
        }

        if (transaction.Finals.Count == 0 && !content.IsPart && !isCut)
        {
            writer.Prose("The server has not said yet whether it takes it.", theme.Faint);
        }
    }

    static void Header(DetailWriter writer, MimePart root)
    {
        writer.Heading("Header fields");
        if (root.Fields.Count == 0)
        {
            writer.Prose("It has none: what was sent begins with no field.");
            return;
        }

        var column = Math.Min(WidestName, root.Fields.Take(MostFields).Max(field => field.Name.Length)) + 2;
        foreach (var field in root.Fields.Take(MostFields))
        {
            var decoded = field.Decode();
            writer.Row(writer.Quote(field.Name), StyledLine.Of(writer.Quote(decoded.Text)), column);
            foreach (var note in decoded.Notes)
            {
                writer.Row("", StyledLine.Of(writer.Quote(note), writer.Theme.Warning), column);
            }
        }

        if (root.Fields.Count > MostFields)
        {
            writer.Prose($"{ItemWords.Count(root.Fields.Count - MostFields, "more field", "more fields")}.", writer.Theme.Faint);
        }
    }

    static string Verdict(ReplyClass replyClass) => replyClass switch
    {
        ReplyClass.Success => "accepted",
        ReplyClass.Transient => "not accepted now",
        ReplyClass.Permanent => "refused",
        ReplyClass.Intermediate or ReplyClass.Invalid => "neither accepted nor refused",
    };
}
