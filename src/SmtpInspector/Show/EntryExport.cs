using System.Buffers;
using System.Text;
using SmtpInspector.LineMode;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Message;
using SmtpInspector.Protocol.Redaction;
using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Show;

/// <summary>The forms in which one entry leaves the program.</summary>
enum ExportForm
{
    /// <summary>What is read: each line without its ending, control characters visible, lines ended by LF but for the last.</summary>
    Text,

    /// <summary>The octets as on the wire, endings included.</summary>
    Octets,

    /// <summary>Offsets, hex and characters.</summary>
    Hex,

    /// <summary>What stands in base64 or quoted-printable, in clear: a challenge, a credential where they are kept, the text of a message.</summary>
    Decoded,

    /// <summary>The message as a file: its octets without the end and the dots put in for transport.</summary>
    Eml,
}

/// <summary>Gives one entry in the form asked for.</summary>
static class EntryExport
{
    /// <summary>The forms that make sense for an entry, the first being what one means without saying more.</summary>
    public static IReadOnlyList<ExportForm> FormsOf(ExportItem item, bool keepSecrets) =>
        [.. Enum.GetValues<ExportForm>().Where(form => Render(item, form, keepSecrets) is not null)];

    /// <summary>The entry in a form, exactly the octets to be copied or saved, text as UTF-8; null where it has none.</summary>
    public static byte[]? Render(ExportItem item, ExportForm form, bool keepSecrets) => form switch
    {
        ExportForm.Text => Encoding.UTF8.GetBytes(TextOf(item, keepSecrets)),
        ExportForm.Octets => item.Lines.Count > 0 ? OctetsOf(item, keepSecrets) : null,
        ExportForm.Hex => item.Lines.Count > 0 ? Encoding.UTF8.GetBytes(HexDump.Of(OctetsOf(item, keepSecrets))) : null,
        ExportForm.Decoded => Decoded(item, keepSecrets) is { } text ? Encoding.UTF8.GetBytes(text) : null,
        ExportForm.Eml => item.Entry is Entry.Data ? MessageExport.Of([item], keepSecrets) : null,
    };

    static string TextOf(ExportItem item, bool keepSecrets) => item.Lines.Count > 0
        ? string.Join('\n', item.Lines.Select(line => Safe.FromBytes(line.Content(keepSecrets).Span).Text))
        : Safe.FromText(EventText.Of(item.Entry)?.Replace("\n", "; ", StringComparison.Ordinal) ?? "").Text;

    static byte[] OctetsOf(ExportItem item, bool keepSecrets)
    {
        var octets = new ArrayBufferWriter<byte>();
        foreach (var line in item.Lines)
        {
            octets.Write(line.Octets(keepSecrets).Span);
        }

        return octets.WrittenSpan.ToArray();
    }

    static string? Decoded(ExportItem item, bool keepSecrets) => item.Entry switch
    {
        Entry.Reply { Value.Code: 334, To.Verb: Verb.Auth } reply => InClear(reply.Value.Lines[^1].TextBytes.Span),
        Entry.Command { Verb: Verb.Auth } command when keepSecrets && command.Secrets is [var secret, ..] =>
            InClear(command.Wire.Bytes.Span[secret.Start..secret.End]),
        Entry.Data => Message(MessageExport.Of([item], keepSecrets)),
        _ => null,
    };

    static string? InClear(ReadOnlySpan<byte> base64) =>
        Base64Payload.Decode(base64) is { } octets ? Safe.FromBytes(octets).Text : null;

    // Every field decoded, then every text of the message.
    static string Message(byte[] octets)
    {
        var message = MimeMessage.Read(octets);
        var text = new StringBuilder();
        foreach (var field in message.Root.Fields)
        {
            text.Append(Safe.FromText($"{field.Name}: {field.Decode().Text}")).Append('\n');
        }

        foreach (var part in message.Root.All().Where(part => part.Children.Count == 0 && part.ContentType.Type == "text"))
        {
            text.Append('\n');
            foreach (var line in PartDecoder.Decode(part, octets).Text.Split('\n'))
            {
                text.Append(Safe.FromText(line)).Append('\n');
            }
        }

        return text.ToString();
    }
}
