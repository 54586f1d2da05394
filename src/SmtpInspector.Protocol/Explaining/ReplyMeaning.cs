using System.Globalization;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;
using Entry = SmtpInspector.Protocol.Judgement.Entry;

namespace SmtpInspector.Protocol.Explaining;

/// <summary>What a reply to a certain command changes. At least one statement for any reply.</summary>
static class ReplyMeaning
{
    const string NotNow = "Not now: the same may succeed later, and nothing has changed.";
    const string Never = "No: sent again as it is, it will be refused again. Nothing has changed.";

    public static IEnumerable<Statement> Of(Entry.Reply reply, SessionState after)
    {
        var kind = reply.Value.Class;
        if (reply.Value.Code == 421 || reply.Value.Code == 521)
        {
            return [new("The server ends the conversation with it: what was begun and not accepted is not sent, and nothing more may be said.", "RFC 5321 §3.8")];
        }

        if (kind == ReplyClass.Invalid)
        {
            return [new("A client cannot tell from it whether the command worked: it says neither yes nor no.", "RFC 5321 §4.2")];
        }

        return reply.To?.Verb switch
        {
            null => [Unasked(reply, after)],
            Verb.Connection => [Greeting(reply)],
            Verb.Ehlo or Verb.Lhlo => Hello(reply, after),
            Verb.Helo => [kind == ReplyClass.Success ? new("The session has begun, without extensions.", "RFC 5321 §3.2") : Refused(kind)],
            Verb.StartTls => [StartTls(kind)],
            Verb.Auth => [Auth(reply)],
            Verb.Mail => [Mail(reply, after)],
            Verb.Rcpt => [Rcpt(reply, after)],
            Verb.Data => [Data(kind, reply.Before)],
            Verb.EndOfData => [Verdict(kind, reply.Before)],
            Verb.Bdat or Verb.Burl => [reply.To.IsLastChunk ? Verdict(kind, reply.Before) : Chunk(kind)],
            Verb.Quit when kind == ReplyClass.Success => [new("The server closes the connection now; all that was accepted stays accepted.", "RFC 5321 §4.1.1.10")],
            Verb.Rset when kind == ReplyClass.Success => [new("Sender, recipients and content given so far are forgotten.", "RFC 5321 §4.1.1.5")],
            Verb.Vrfy => [Vrfy(reply)],
            Verb.Noop when kind == ReplyClass.Success => [new("The server is there and listens; nothing has changed.", "RFC 5321 §4.1.1.9")],
            _ => [kind switch
            {
                ReplyClass.Success => new("It worked; the transaction is as it was.", "RFC 5321 §4.2.1"),
                ReplyClass.Intermediate => new("The server waits for more of it.", "RFC 5321 §4.2.1"),
                _ => Refused(kind),
            }],
        };
    }

    static Statement Refused(ReplyClass kind) => new(kind == ReplyClass.Transient ? NotNow : Never, "RFC 5321 §4.2.1");

    static Statement Unasked(Entry.Reply reply, SessionState after) => reply.Value.Class is ReplyClass.Transient or ReplyClass.Permanent
        ? new("The server speaks though nothing was asked: mostly it has waited too long and says why it closes.", "RFC 5321 §4.5.3.2.7")
        : new($"No command waited for it, so that from here on {(after.OutstandingCount > 0 ? "each reply may be taken for another's" : "the next command may take it for its own reply")}.", "RFC 5321 §4.2");

    static Statement Greeting(Entry.Reply reply)
    {
        var name = reply.Value.Lines[0].Text.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries) is [var first, ..] ? first : null;
        return reply.Value.Class switch
        {
            ReplyClass.Success => new(
                (name is null ? "The server is ready, and gives no name." : $"The server is ready and calls itself {name}; the rest is for people to read.")
                + (reply.Before.Tls == true ? " TLS stood before it." : ""),
                "RFC 5321 §4.3.1"),
            ReplyClass.Transient => new("The server does not serve now; a later connection may be served.", "RFC 5321 §3.1"),
            ReplyClass.Permanent => new("The server will not serve you: all that makes sense is QUIT.", "RFC 5321 §3.1"),
            _ => new("A greeting is 220, or a refusal.", "RFC 5321 §3.1"),
        };
    }

    static IEnumerable<Statement> Hello(Entry.Reply reply, SessionState after)
    {
        if (reply.Value.Class != ReplyClass.Success)
        {
            yield return reply.Value.Code is 500 or 502
                ? new("The server does not know EHLO: HELO is left, which it must know.", "RFC 5321 §4.1.4")
                : Refused(reply.Value.Class);
            yield break;
        }

        if (after.Offers is not { All: { Count: > 0 } offers })
        {
            yield return new("No extension is offered: plain SMTP, and no more.", "RFC 5321 §4.1.1.1");
            yield break;
        }

        yield return new($"The server offers {PlaceWords.Count(offers.Count, "extension")}; only what is in this list may be used:", "RFC 5321 §4.1.1.1");
        foreach (var offer in offers)
        {
            yield return OfferPlace.Short(offer);
        }
    }

    static Statement StartTls(ReplyClass kind) => kind == ReplyClass.Success
        ? new("The handshake comes next, and nothing else: what still came in the clear behind this line must not be believed.", "RFC 3207 §4.2")
        : new("There is no TLS. Whether to go on in the clear is the client's decision; with a password it should not.", "RFC 3207 §4.1");

    static Statement Auth(Entry.Reply reply) => reply.Value.Class switch
    {
        ReplyClass.Success => new("The client is logged in for the rest of the session.", "RFC 4954 §6"),
        ReplyClass.Intermediate => Challenge(reply),
        ReplyClass.Transient => new("Nothing is said about the password: the server could not check it now.", "RFC 4954 §6"),
        _ => new("The client is not logged in; what needs AUTH stays refused.", "RFC 4954 §6"),
    };

    static Statement Challenge(Entry.Reply reply)
    {
        Span<byte> decoded = stackalloc byte[256];
        var text = reply.Value.Lines[^1].Text.Trim();

        // Only LOGIN's prompts are words; other challenges are the mechanism's business, or hold what the server knows.
        var prompt = text.Length is > 0 and < 64 && Convert.TryFromBase64String(text, decoded, out var length)
            && System.Text.Ascii.IsValid(decoded[..length]) ? System.Text.Encoding.ASCII.GetString(decoded[..length]) : "";
        return prompt.StartsWith("User", StringComparison.OrdinalIgnoreCase) ? new($"The challenge says \"{prompt}\": the next line is the user name in base64, not a command.", "RFC 4954 §4")
            : prompt.StartsWith("Pass", StringComparison.OrdinalIgnoreCase) ? new($"The challenge says \"{prompt}\": the next line is the password in base64, not a command.", "RFC 4954 §4")
            : new($"{(text.Length == 0 ? "The challenge is empty: the server asks for the mechanism's first message." : "It is a challenge in base64.")} The next line is the answer to it, not a command; a star cancels.", "RFC 4954 §4");
    }

    static Statement Mail(Entry.Reply reply, SessionState after) => (reply.Value.Class, after.Transaction) switch
    {
        (ReplyClass.Success, { } transaction) => new($"A message from {PlaceWords.Address(transaction.Shown)} is begun. That the sender was taken says nothing yet about recipients or content.", "RFC 5321 §3.3"),
        (ReplyClass.Success, null) => new("The sender is taken.", "RFC 5321 §3.3"),
        var (kind, _) => new($"No message is begun. {(kind == ReplyClass.Transient ? "Later it may be." : "With this sender, or these parameters, it will not be.")}", "RFC 5321 §4.1.1.2"),
    };

    static Statement Rcpt(Entry.Reply reply, SessionState after)
    {
        var accepted = after.Transaction?.RecipientCount ?? 0;
        var who = reply.To!.Content.IsEmpty ? "The recipient" : Capital(PlaceWords.Address(reply.To.Shown));
        return reply.Value.Class switch
        {
            ReplyClass.Success when reply.Value.Code == 251 => new($"{who} is taken and will be forwarded: success, as 250. {Standing(accepted)}", "RFC 5321 §3.4"),
            ReplyClass.Success when reply.Value.Code == 252 => new($"{who} is taken though the server could not verify it. {Standing(accepted)}", "RFC 5321 §3.5.3"),
            ReplyClass.Success => new($"{who} is taken. {Standing(accepted)}", "RFC 5321 §3.3"),
            ReplyClass.Transient => new($"{who} is put off: try that one again later. {Others(accepted)}", "RFC 5321 §4.2.1"),
            _ => new($"{who} is refused for good. {Others(accepted)}", "RFC 5321 §4.2.1"),
        };
    }

    static string Capital(string text) => char.ToUpper(text[0], CultureInfo.InvariantCulture) is var first && text == "the address given" ? first + text[1..] : text;

    static string Standing(int accepted) => accepted switch
    {
        0 => "",
        1 => "There is 1 recipient now.",
        _ => $"There are {PlaceWords.Count(accepted, "recipient")} now.",
    };

    static string Others(int accepted) => accepted == 0
        ? "No recipient is taken so far."
        : $"The message can still go to the {(accepted == 1 ? "one that was" : PlaceWords.Count(accepted, "recipient") + " that were")} taken.";

    static Statement Data(ReplyClass kind, SessionState before) => kind switch
    {
        ReplyClass.Intermediate => new(
            $"All that follows is the message, up to a line of one dot; nothing in it is a command.{(before.Transaction is { RecipientCount: > 0 and var count } ? $" It goes to {PlaceWords.Count(count, "recipient")}." : "")}",
            "RFC 5321 §4.1.1.4"),
        ReplyClass.Success => new("Only 354 lets the message follow: with this reply no content may be sent.", "RFC 5321 §4.3.2"),
        _ => new("No content may be sent: its lines would be taken for commands.", "RFC 5321 §3.3"),
    };

    static Statement Verdict(ReplyClass kind, SessionState before)
    {
        var recipients = before.Transaction is { RecipientCount: > 0 and var count } ? $" for {PlaceWords.Count(count, "recipient")}" : "";
        return kind switch
        {
            ReplyClass.Success => new($"The server has taken the message{recipients} and is responsible for it now: it delivers it, or reports. The transaction is over.", "RFC 5321 §4.2.5"),
            ReplyClass.Transient => new("The server has not taken the message: the client keeps it and tries again later. The transaction is over.", "RFC 5321 §4.2.5"),
            ReplyClass.Permanent => new("The server has not taken the message and will not take it like this: the sender is to be told. The transaction is over.", "RFC 5321 §4.2.5"),
            _ => new("It is no verdict on the message: whether it was taken is not known.", "RFC 5321 §4.3.2"),
        };
    }

    static Statement Chunk(ReplyClass kind) => kind == ReplyClass.Success
        ? new("The chunk is taken; the verdict on the message comes with the last one.", "RFC 3030 §2")
        : new("The chunk is not taken, and with it the whole message: no further chunk may be sent.", "RFC 3030 §2");

    static Statement Vrfy(Entry.Reply reply) => reply.Value.Code switch
    {
        252 => new("The server does not tell whether the mailbox exists; it would take mail for it.", "RFC 5321 §3.5.3"),
        _ when reply.Value.Class == ReplyClass.Success => new("The server vouches for the name.", "RFC 5321 §3.5.1"),
        _ => Refused(reply.Value.Class),
    };
}
