using System.Text;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Lints.Content;

namespace SmtpInspector.Protocol.Judgement;

/// <summary>What the transaction says of the content it carries.</summary>
static class ContentContexts
{
    /// <summary>The context of a message that has just ended.</summary>
    public static ContentContext Of(SessionState state, bool isChunk)
    {
        var mail = state.Transaction is { } open ? CommandParser.Parse(open.Mail, new List<Finding>()) as Command.Mail : null;
        return new ContentContext
        {
            EightBitMimeOffered = state.Offers?.Has("8BITMIME") ?? (state.Introduction == Introduction.Helo ? false : null),
            Body = mail is null ? null : BodyOf(mail),
            SmtpUtf8 = mail is not null && Parameter(mail, "SMTPUTF8") is not null,
            Bdat = isChunk,
            ReversePath = state.Transaction is { } transaction ? Address(transaction.Mail.Span) : null,
            Recipients = Recipients(state.Transaction?.Recipients),
        };
    }

    static BodyKind BodyOf(Command.Mail mail) => Parameter(mail, "BODY") switch
    {
        { } body when body.Value.Is("8BITMIME") => BodyKind.EightBitMime,
        { } body when body.Value.Is("BINARYMIME") => BodyKind.BinaryMime,
        _ => BodyKind.SevenBit,
    };

    static EsmtpParameter? Parameter(Command.Mail mail, string keyword)
    {
        for (var i = 0; i < mail.Parameters.Count; i++)
        {
            if (mail.Parameters[i].Is(keyword))
            {
                return mail.Parameters[i];
            }
        }

        return null;
    }

    static List<string> Recipients(AcceptedRecipient? last)
    {
        var recipients = new List<string>(last?.Number ?? 0);
        for (var recipient = last; recipient is not null; recipient = recipient.Previous)
        {
            recipients.Add(Address(recipient.Rcpt.Span) ?? "");
        }

        recipients.Reverse();
        return recipients;
    }

    // What stands between the angle brackets; null where there are none.
    static string? Address(ReadOnlySpan<byte> command)
    {
        var start = command.IndexOf((byte)'<');
        var end = command.LastIndexOf((byte)'>');
        return start >= 0 && end > start ? Encoding.UTF8.GetString(command[(start + 1)..end]) : null;
    }
}
