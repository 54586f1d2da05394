using System.Globalization;
using System.Text;
using SmtpInspector.Json;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Redaction;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tests.Tui.Records;

/// <summary>All there is to an item, as text: two that are written alike are the same.</summary>
static class ItemText
{
    public static string Of(Conversation conversation) => string.Create(CultureInfo.InvariantCulture,
        $"{conversation.Items.Count} {conversation.Count} {conversation.Events.Count} {string.Join(' ', conversation.Transactions)} {conversation.NewestContent} {conversation.Host} {conversation.Port} {conversation.Commands} {conversation.Errors} {conversation.Warnings} {conversation.Now} {conversation.IsOpen} {conversation.Tls} {conversation.IsInTransaction} {Of(conversation.State)}");

    public static string Of(TranscriptItem item)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{item.Number} {item.Kind} {item.At} {item.Own} {item.Tls}\n");
        text.Append(Of(item.Entry)).Append('\n');
        foreach (var line in item.Lines)
        {
            text.Append(Of(line)).Append('\n');
        }

        return text.Append(Of(item.Before)).Append('\n').Append(Of(item.After)).ToString();
    }

    public static string Of(Happened happened) =>
        $"{happened.Event} {(happened.Event as ConversationEvent.Line is { } line ? Convert.ToHexString(line.Wire.Bytes.Span) : "")} {Of(happened.Secrets)}";

    public static string Of(Heard heard) =>
        $"{(heard.Event is { } happened ? Of(new Happened(happened, heard.Secrets)) : "")}\n{Of(heard.Before)}\n{Of(heard.After)}\n{string.Join('\n', heard.Entries.Select(Of))}";

    static string Of(ShownLine line) => string.Create(CultureInfo.InvariantCulture,
        $"{line.Wire.Direction} {line.Wire.Offset} {Convert.ToHexString(line.Wire.Bytes.Span)} {line.At} {line.Own} {Of(line.Secrets)}");

    static string Of(IEnumerable<SecretSpan> secrets) => string.Join(' ', secrets);

    static string Of(Entry? entry)
    {
        if (entry is null)
        {
            return "";
        }

        _ = new EntryJson(keepSecrets: true).TryRender(entry, out var json);
        return $"{Encoding.UTF8.GetString(json.Span)} {entry.GetType().Name} {entry.At} {string.Join(' ', entry.Findings)} "
            + (entry is Entry.Reply reply ? string.Join('|', reply.Secrets.Select(Of)) + reply.To : "")
            + (entry is Entry.Command command ? Of(command.Secrets) + Convert.ToHexString(command.Wire.Bytes.Span) + command.Own : "");
    }

    static string Of(SessionState state)
    {
        var text = new StringBuilder(state.ToString());
        foreach (var pending in state.Outstanding)
        {
            text.Append(' ').Append(pending.Name).Append(' ').Append(Convert.ToHexString(pending.Content.Span)).Append(pending.At);
        }

        text.Append(state.Offers).Append(state.OffersBeforeTls);
        if (state.Transaction is { } open)
        {
            text.Append(Convert.ToHexString(open.Mail.Span));
            for (var recipient = open.Recipients; recipient is not null; recipient = recipient.Previous)
            {
                text.Append(' ').Append(Convert.ToHexString(recipient.Rcpt.Span));
            }
        }

        return text.ToString();
    }
}
