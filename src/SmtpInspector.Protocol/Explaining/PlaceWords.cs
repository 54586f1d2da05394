using System.Globalization;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Explaining;

/// <summary>Small parts of sentences.</summary>
static class PlaceWords
{
    /// <summary>"1 recipient", "2 recipients", "no recipient".</summary>
    public static string Count(long number, string noun) => number switch
    {
        0 => $"no {noun}",
        1 => $"1 {noun}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{number:N0} {noun}s"),
    };

    /// <summary>Whether others can read along.</summary>
    public static string Privacy(SessionState state) => state.Tls switch
    {
        true => "inside TLS",
        false => "in the clear, where anyone on the way can read it",
        null => "whether inside TLS is not known",
    };

    /// <summary>A verb as it is spoken of: "the message" for what ends with the dot.</summary>
    public static string Name(Verb verb) => verb switch
    {
        Verb.EndOfData => "the message",
        Verb.Connection => "the connection",
        _ => Verbs.Name(verb),
    };

    /// <summary>The address of a MAIL or RCPT command that was accepted, for a sentence.</summary>
    public static string Address(ReadOnlyMemory<byte> command) => CommandParser.Parse(command, []) switch
    {
        Command.Mail mail => Sender(mail),
        Command.Rcpt rcpt => Recipient(rcpt),
        _ => "the address given",
    };

    /// <summary>The reverse-path of MAIL.</summary>
    public static string Sender(Command.Mail mail) => mail.Path is { IsNull: true } ? "<>" : Mailbox(mail.Path?.Mailbox);

    /// <summary>The forward-path of RCPT.</summary>
    public static string Recipient(Command.Rcpt rcpt) => Mailbox(rcpt.Path?.Mailbox);

    static string Mailbox(Mailbox? mailbox) => mailbox?.ToString() is { Length: > 0 } text ? text : "the address given";
}
