using System.Text;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Redaction;
using SmtpInspector.Protocol.Wire;
using SmtpInspector.Session;

namespace SmtpInspector.Show;

/// <summary>What the base64 of an AUTH exchange says: challenges in clear, credentials by what they are.</summary>
static class Base64Aside
{
    /// <summary>The words beside a line; null where there is nothing to say.</summary>
    public static string? For(Observed observed) => observed.Event is not ConversationEvent.Line line ? null
        : line.Wire.Direction == Direction.Server ? Challenge(observed.Before, ReplyLine.Parse(line.Wire))
        : observed.Secrets is [var secret, ..] ? Credential(secret, line)
        : null;

    static string? Challenge(SessionState before, ReplyLine line)
    {
        if (line.Code != 334 || before.NextToAnswer?.Verb != Verb.Auth)
        {
            return null;
        }

        var text = line.TextBytes.Span;
        return text.IsEmpty ? "an empty challenge: the client speaks first"
            : Base64Payload.Decode(text) is { } decoded && !decoded.AsSpan().ContainsAnyExceptInRange((byte)' ', (byte)'~')
                ? $"base64: {Encoding.ASCII.GetString(decoded)}"
                : null;
    }

    static string Credential(SecretSpan secret, ConversationEvent.Line line)
    {
        var what = secret.Name switch
        {
            "plain" => "base64 of NUL, user name, NUL, password",
            "login-user" => "base64 of the user name",
            "login-password" => "base64 of the password",
            "cram-md5" => "base64 of the user name and a keyed digest of the challenge",
            "xoauth2" or "token" => "base64 of the user name and an access token",
            "scram" => "base64 of a step of SCRAM: the password itself is never sent",
            _ => "a credential",
        };
        return line.LeftOut.Count > 0 ? what : FormattableString.Invariant($"{what}, {secret.Length} octets, not shown");
    }
}
