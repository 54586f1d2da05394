using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Lints.Client;

/// <summary>
/// What can be found in a command beyond its own form: whether it may stand here, and whether the server offered
/// what it uses. Pure: the state before it, the command, the line.
/// </summary>
public static class ClientLints
{
    /// <summary>Judges a command.</summary>
    /// <param name="before">The state before it was sent.</param>
    /// <param name="command">What <see cref="CommandParser.Parse"/> made of it.</param>
    /// <param name="line">The line as it went over the wire.</param>
    /// <param name="findings">Receives what is found.</param>
    /// <param name="credentialLeftOut">A transcript left the credential out: what stands in its place is not judged.</param>
    public static void Check(
        SessionState before, Command command, WireLine line, ICollection<Finding> findings, bool credentialLeftOut = false)
    {
        // A transcript may leave the handshake out. The client that goes on after the 220 has made it.
        var state = before.Phase == Phase.Handshake ? before.AfterHandshake() : before;
        LineLints.CheckEnding(line, findings);
        LineLints.CheckLength(state, command, line, findings);
        UnknownCommand.Check(state, command, findings);
        CommandPlace.Check(state, command, line, findings);
        Pipelining.Check(state, line, findings);
        switch (command)
        {
            case Command.Mail mail:
                OfferedParameters.Check(state, Verb.Mail, mail.Parameters, findings);
                DeclaredSize.Check(state, mail, findings);
                NonAsciiAddress.Check(mail, findings);
                break;
            case Command.Rcpt rcpt:
                OfferedParameters.Check(state, Verb.Rcpt, rcpt.Parameters, findings);
                NonAsciiAddress.Check(state, rcpt, findings);
                break;
            case Command.Bdat bdat:
                DeclaredSize.Check(state, bdat, line, findings);
                break;
            case Command.Vrfy { Argument: var name }:
                NonAsciiAddress.Check(state, name, findings);
                break;
            case Command.Expn { Argument: var name }:
                NonAsciiAddress.Check(state, name, findings);
                break;
            case Command.Auth auth:
                AuthCommand.Check(state, auth, findings, credentialLeftOut);
                break;
            default:
                break;
        }
    }

    /// <summary>Judges the answer to a 334.</summary>
    /// <param name="before">The state before it was sent.</param>
    /// <param name="line">The line as it went over the wire.</param>
    /// <param name="findings">Receives what is found. No message repeats what the line says: it is a credential.</param>
    /// <param name="credentialLeftOut">A transcript left the credential out: what stands in its place is not judged.</param>
    public static void CheckAuthAnswer(
        SessionState before, WireLine line, ICollection<Finding> findings, bool credentialLeftOut = false)
    {
        // RFC 4954 §4: answers may be as long as their mechanism makes them, so their length is no one's business.
        LineLints.CheckEnding(line, findings);
        var answer = new Token(line.Content, 0).TrimEnd();

        // RFC 4954 §4: "*" cancels the exchange; an answer may be empty.
        if (credentialLeftOut || answer.IsEmpty || answer.Is("*"))
        {
            return;
        }

        if (Credential.Decode(answer, findings) is { } decoded && before.Auth is { } auth)
        {
            var step = auth.Answers + (auth.HadInitialResponse ? 1 : 0);
            Credential.Check(auth.Mechanism, step, decoded, answer.Where, before.IsSes, findings);
        }
    }
}
