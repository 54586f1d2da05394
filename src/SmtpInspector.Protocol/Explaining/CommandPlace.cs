using System.Text;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Knowledge;
using Entry = SmtpInspector.Protocol.Judgement.Entry;

namespace SmtpInspector.Protocol.Explaining;

/// <summary>A line of the client's: which command it is, and what it asks for at this point.</summary>
static class CommandPlace
{
    const string Ordering = "RFC 5321 §4.1.4";

    public static Statement What(Entry.Command entry)
    {
        if (entry.IsAuthAnswer)
        {
            return new(AuthPlace.Answer(entry), "RFC 4954 §4");
        }

        return Explainer.Explain(entry.Verb == Verb.Unknown ? Word(entry) : Verbs.Name(entry.Verb)) is { Kind: ExplanationKind.Command } known
            ? new($"{entry.Name}: {known.Title}.", known.Reference)
            : new(entry.Name.Length == 0 ? "An empty line: no command at all." : $"{entry.Name}: no command of SMTP or of an extension known here.", "RFC 5321 §4.1.1");
    }

    public static IEnumerable<Statement> Here(Entry.Command entry)
    {
        var before = entry.Before;
        foreach (var statement in entry.IsAuthAnswer ? AuthPlace.AnswerHere(entry) : Meaning(entry, before))
        {
            yield return statement;
        }

        if (entry.Own)
        {
            yield return new("The program sent this itself; it was not typed.");
        }

        if (before is { OutstandingCount: > 0, LastSent: { } last } && !entry.IsAuthAnswer)
        {
            yield return last.Verb == Verb.Connection
                ? new("It was sent before the server had greeted.", "RFC 5321 §4.3.1")
                : new(
                    $"It was sent before the reply to {last.Name} was there: {(before.Offers?.Has("PIPELINING") == true ? "PIPELINING was offered, so the replies come in order, one for each." : "that is right only where PIPELINING is offered.")}",
                    "RFC 2920 §3.1");
        }
    }

    static IEnumerable<Statement> Meaning(Entry.Command entry, SessionState before) => CommandParser.Parse(entry.RedactedContent, []) switch
    {
        Command.Ehlo or Command.Lhlo => Hello(entry, before),
        Command.Helo => [Names(entry), new("HELO asks for no extensions: no TLS, no AUTH, no SIZE in this session.", "RFC 5321 §3.2")],
        Command.Mail mail => Mail(mail, before),
        Command.Rcpt rcpt => Rcpt(rcpt, before),
        Command.Data => [Data(before)],
        Command.Bdat bdat => [Bdat(bdat, before)],
        Command.Rset => [new(Abandoned(before) is { } lost ? $"It throws away {lost}; the connection, TLS and AUTH stay." : "There is nothing to throw away: no message was begun.", "RFC 5321 §4.1.1.5")],
        Command.Quit => [new(Abandoned(before) is { } unsent ? $"It ends the session, and with it {unsent}, which is not sent." : "It ends the session in order: nothing is half done.", "RFC 5321 §4.1.1.10")],
        Command.StartTls => [StartTls(before)],
        Command.Auth auth => AuthPlace.CommandHere(auth, before),
        Command.Noop => [new("It asks for nothing but a reply: so the connection is seen to live, and is not called idle. The transaction is left as it is.", "RFC 5321 §4.1.1.9")],
        Command.Vrfy or Command.Expn => [new("It asks about a name and changes nothing. Many servers tell nothing, lest addresses be harvested.", "RFC 5321 §7.3")],
        Command.Help => [new("It asks for a text to read and changes nothing.", "RFC 5321 §4.1.1.8")],
        Command.Unknown => [new("The server will probably answer 500, and nothing changes. Message lines sent as commands look like this: then DATA was not answered with 354.", "RFC 5321 §4.2.4")],
        _ => [General(entry)],
    };

    static Statement General(Entry.Command entry) =>
        Explainer.Explain(Verbs.Name(entry.Verb)) is { } known ? new(known.Text, known.Reference) : new("Nothing more is known of it here.");

    static IEnumerable<Statement> Hello(Entry.Command entry, SessionState before)
    {
        yield return Names(entry);
        yield return before switch
        {
            { Tls: true, OffersBeforeTls: not null } => new("The handshake has begun the session anew: what was offered in the clear no longer counts, and is asked for again here.", "RFC 3207 §4.2"),
            { Transaction: not null } => new("A message was begun: EHLO throws it away, as RSET does.", Ordering),
            { Introduction: not Introduction.None } => new("The client has introduced itself before: the list of extensions is made anew.", Ordering),
            _ => new($"The session begins with it, {PlaceWords.Privacy(before)}: what the reply offers decides what may be used.", "RFC 5321 §3.2"),
        };
    }

    static Statement Names(Entry.Command entry)
    {
        var name = CommandParser.Parse(entry.RedactedContent, []) switch
        {
            Command.Ehlo ehlo => ehlo.Name.Text,
            Command.Helo helo => helo.Name.Text,
            Command.Lhlo lhlo => lhlo.Name.Text,
            _ => "",
        };
        return name.Length == 0
            ? new("The client gives no name for itself, though one belongs here.", "RFC 5321 §4.1.1.1")
            : new($"The client calls itself {name}. The server may check the name, but must not refuse mail because it does not lead back to the client.", Ordering);
    }

    static IEnumerable<Statement> Mail(Command.Mail mail, SessionState before)
    {
        yield return mail.Path is { IsNull: true }
            ? new("The sender is empty: this message is itself a report, and no report about it is wanted.", "RFC 5321 §4.5.5")
            : new($"With a 250 a message from {PlaceWords.Sender(mail)} is begun: reports of failure go there, whatever the From field will say.", "RFC 5321 §4.1.1.2");
        if (before is { Authenticated: false, Offers: { } offers } && offers.Has("AUTH"))
        {
            yield return new("The client has not logged in, though AUTH is offered: a submission server answers 530.", "RFC 4954 §6");
        }

        foreach (var parameter in Parameters(mail.Parameters, before))
        {
            yield return parameter;
        }
    }

    static IEnumerable<Statement> Rcpt(Command.Rcpt rcpt, SessionState before)
    {
        var number = (before.Transaction?.RecipientCount ?? 0) + 1;
        yield return before.Transaction is { } transaction
            ? new(
                number == 1
                    ? $"{PlaceWords.Recipient(rcpt)} would be the first recipient of the message from {PlaceWords.Address(transaction.Shown)}. Who gets it is decided here, not by the To field."
                    : $"{PlaceWords.Recipient(rcpt)} would be one more recipient; {PlaceWords.Count(number - 1, "recipient")} {(number == 2 ? "is" : "are")} accepted already. Each is answered by itself.",
                "RFC 5321 §4.1.1.3")
            : new($"It names {PlaceWords.Recipient(rcpt)} as a recipient. As far as the replies tell yet, no message was begun for it.", "RFC 5321 §3.3");
        foreach (var parameter in Parameters(rcpt.Parameters, before))
        {
            yield return parameter;
        }
    }

    static IEnumerable<Statement> Parameters(IReadOnlyList<EsmtpParameter> parameters, SessionState before) =>
        from parameter in parameters
        let known = KnownParameter.Of(parameter.Keyword)
        let written = parameter.HasEquals ? $"{parameter.Keyword.Text}={parameter.Value.Text}" : parameter.Keyword.Text
        select known is null
            ? new Statement($"{written}: a parameter of no extension known here.", "RFC 5321 §4.1.1.11") { Label = "Parameter" }
            : new Statement(
                $"{written}: {known.Hint}.{(before.Offers is { } offers && !offers.Has(known.Extension) ? $" {known.Extension} was not offered." : "")}",
                known.Section)
            { Label = "Parameter" };

    static Statement Data(SessionState before) => before.Transaction switch
    {
        { RecipientCount: > 0 and var count } transaction => new(
            $"The message from {PlaceWords.Address(transaction.Shown)} has {PlaceWords.Count(count, "recipient")}: with a 354 its content follows.", "RFC 5321 §4.1.1.4"),
        { RefusedCount: > 0 } => new("Every recipient was refused: there is nobody to send to, and a 554 or 503 is due.", "RFC 5321 §3.3"),
        not null => new("As far as the replies tell yet, there is no recipient.", "RFC 5321 §3.3"),
        null => new("As far as the replies tell yet, no message was begun.", Ordering),
    };

    static Statement Bdat(Command.Bdat bdat, SessionState before) => new(
        $"{(bdat.Size is { } size ? PlaceWords.Count(size, "octet") : "A chunk")} of content follow{(bdat.Size == 1 ? "s" : "")} at once, without a 354 and without a dot; {(bdat.IsLast ? "it is the last chunk, and its reply is the verdict on the message" : "more chunks come")}."
        + (before.Transaction is { RecipientCount: > 0 } ? "" : " As far as the replies tell yet, there is no recipient."),
        "RFC 3030 §2");

    static Statement StartTls(SessionState before) => before switch
    {
        { Tls: true } => new("The connection is inside TLS already: there is nothing to begin.", "RFC 3207 §4.2"),
        { Offers: { } offers } when !offers.Has("STARTTLS") => new("The server has not offered it. Where it should, somebody in between may have taken the offer away.", "RFC 3207 §6"),
        _ => new("So far everything went in the clear. Behind the 220 comes the handshake, nothing else, and then EHLO again.", "RFC 3207 §4.2"),
    };

    static string? Abandoned(SessionState before) => before.Transaction is { } transaction
        ? $"the message from {PlaceWords.Address(transaction.Shown)} to {PlaceWords.Count(transaction.RecipientCount, "recipient")}"
        : null;

    static string Word(Entry.Command entry) => Encoding.UTF8.GetString(Verbs.WordOf(entry.RedactedContent.Span));
}
