using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Knowledge;
using Entry = SmtpInspector.Protocol.Judgement.Entry;

namespace SmtpInspector.Protocol.Explaining;

/// <summary>The client's side of AUTH. Nothing of a credential gets into a sentence.</summary>
static class AuthPlace
{
    const string Section = "RFC 4954 §4";

    /// <summary>An answer to a challenge: a sentence.</summary>
    public static string Answer(Entry.Command entry) => entry.Wire.Content.Span switch
    {
        [(byte)'*'] => "A star: the client cancels AUTH.",
        [] => "An empty line in answer to the server's challenge.",
        _ when entry.Before.Auth is { Mechanism: "LOGIN" } exchange => exchange.Answers + (exchange.HadInitialResponse ? 1 : 0) == 0
            ? "The user name in base64, in answer to the server's challenge."
            : "The password in base64, in answer to the server's challenge.",
        _ when entry.Before.Auth is { Mechanism: "PLAIN" } => "User name and password in base64, in answer to the server's challenge.",
        _ when entry.Before.Auth is { Mechanism: "XOAUTH2" or "OAUTHBEARER" } => "The token in base64, in answer to the server's challenge.",
        _ => "The answer to the server's challenge, in base64.",
    };

    public static IEnumerable<Statement> AnswerHere(Entry.Command entry)
    {
        var before = entry.Before;
        if (entry.Wire.Content.Span is [(byte)'*'])
        {
            yield return new("A 501 is due, and the session is as it was before AUTH.", Section);
            yield break;
        }

        if (entry.Wire.Content.IsEmpty && before.Auth is { Mechanism: "XOAUTH2" or "OAUTHBEARER" })
        {
            yield return new("The challenge said why the token was refused. The empty answer lets the server say so with a reply code.", "RFC 7628 §3.2.3");
            yield break;
        }

        yield return new($"It is step {(before.Auth?.Answers ?? 0) + 1} of {before.Auth?.Mechanism ?? "AUTH"}. What looks like a command here is none: all that follows a 334 is the answer to it.", Section);
        yield return Exposure(before, before.Auth?.Mechanism ?? "");
    }

    public static IEnumerable<Statement> CommandHere(Command.Auth auth, SessionState before)
    {
        var mechanism = auth.Mechanism.Text.ToUpperInvariant();
        var known = Explainer.Explain("AUTH " + mechanism);
        yield return new(
            known is { Kind: ExplanationKind.Mechanism }
                ? $"{known.Word}: {known.Title}. {(auth.InitialResponse is null ? "The server asks with 334 first." : "The first answer comes along, so that one round is saved.")}"
                : $"{(mechanism.Length == 0 ? "It names no mechanism." : $"{mechanism} is no mechanism known here.")}",
            known is { Kind: ExplanationKind.Mechanism } ? known.Reference : Section);
        if (before.Authenticated)
        {
            yield return new("The client has logged in before: once a session is all there is.", Section);
        }
        else if (before.Offers is { } offers && mechanism.Length > 0 && !offers.AuthMechanisms.Contains(mechanism))
        {
            yield return new($"The server offered {(offers.AuthMechanisms.Count == 0 ? "no AUTH here" : string.Join(", ", offers.AuthMechanisms))}.", Section);
        }

        yield return Exposure(before, mechanism);
    }

    static Statement Exposure(SessionState before, string mechanism) => (before.Tls, mechanism) switch
    {
        (true, _) => new("It goes inside TLS: nobody on the way can read it. Base64 alone hides nothing.", "RFC 4954 §9"),
        (false, "PLAIN" or "LOGIN" or "XOAUTH2" or "OAUTHBEARER") => new("It goes in the clear, and base64 hides nothing: anyone on the way has the password or token now.", "RFC 4954 §9"),
        (false, _) => new("It goes in the clear; how much that tells depends on the mechanism.", "RFC 4954 §9"),
        _ => new("Whether it went inside TLS is not known. Base64 alone hides nothing.", "RFC 4954 §9"),
    };
}
