using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Redaction;
using SmtpInspector.Protocol.Sasl;

namespace SmtpInspector.LineMode;

/// <summary>
/// Puts credentials where a transcript has placeholders. What a mechanism computes from a challenge is computed anew:
/// the old answer would be wrong.
/// </summary>
/// <param name="login">Asks for user name and password, once.</param>
/// <param name="askFor">Asks for a credential of the user's own naming.</param>
/// <param name="known">Learns each credential, so that its echo is recognised.</param>
sealed class ScriptCredentials(
    Func<CancellationToken, ValueTask<SaslCredentials>> login,
    Func<string, CancellationToken, ValueTask<string>> askFor,
    KnownSecrets known)
{
    SaslCredentials? _login;
    ISaslMechanism? _mechanism;

    /// <summary>Whether what a transcript left out under a name is made of user name and password, and not a word of the user's own.</summary>
    public static bool IsOfLogin(string name) =>
        name is "plain" or "cram-md5" or "xoauth2" or "token" or "scram" or "login-user" or "login-password" or "password";

    /// <summary>The octets to send for a line of the transcript.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> FillInAsync(
        ConversationEvent.Line line, SessionState state, Entry.Reply? last, CancellationToken cancellationToken)
    {
        if (line.LeftOut.Count == 0)
        {
            return line.Wire.Bytes;
        }

        var octets = new ArrayBufferWriter<byte>();
        var position = 0;
        foreach (var secret in line.LeftOut)
        {
            octets.Write(line.Wire.Bytes.Span[position..secret.Start]);
            octets.Write(Encoding.UTF8.GetBytes(await ValueOfAsync(secret.Name, line, state, last, cancellationToken)));
            position = secret.Start + secret.Length;
        }

        octets.Write(line.Wire.Bytes.Span[position..]);
        return octets.WrittenMemory;
    }

    async ValueTask<string> ValueOfAsync(
        string name, ConversationEvent.Line line, SessionState state, Entry.Reply? last, CancellationToken cancellationToken)
    {
        if (MechanismOf(name, line, state) is { } mechanism)
        {
            // RFC 4954 §4: "*" cancels, and is no base64.
            return await RespondAsync(mechanism, state, last, cancellationToken) is SaslStep.Answer answer
                ? Convert.ToBase64String(answer.Response.Span)
                : "*";
        }

        if (name is "login-user" or "login-password")
        {
            var login = await LoginAsync(cancellationToken);
            return Convert.ToBase64String(Encoding.UTF8.GetBytes(name == "login-user" ? login.UserName : login.Secret));
        }

        // What the program itself writes for a password that stood outside AUTH.
        var value = name == "password" ? (await LoginAsync(cancellationToken)).Secret : await askFor(name, cancellationToken);
        known.Add(Encoding.UTF8.GetBytes(value), name);
        return value;
    }

    async ValueTask<SaslStep> RespondAsync(string mechanism, SessionState state, Entry.Reply? last, CancellationToken cancellationToken)
    {
        var begins = !state.AwaitsAuthAnswer || _mechanism?.Name != mechanism;
        if (begins)
        {
            _mechanism = SaslMechanisms.Create(
                mechanism, await LoginAsync(cancellationToken), Convert.ToBase64String(RandomNumberGenerator.GetBytes(18)));
        }

        var first = begins ? _mechanism!.Begin() : null;
        return first ?? _mechanism!.Respond(
            last is null ? [] : Base64Payload.Decode(last.Value.Lines[^1].TextBytes.Span) ?? []);
    }

    async ValueTask<SaslCredentials> LoginAsync(CancellationToken cancellationToken)
    {
        if (_login is null)
        {
            _login = await login(cancellationToken);
            known.Add(Encoding.UTF8.GetBytes(_login.Secret), "password");
        }

        return _login;
    }

    // Which mechanism makes the value; null where it is a plain word.
    static string? MechanismOf(string name, ConversationEvent.Line line, SessionState state) => name switch
    {
        "plain" => "PLAIN",
        "cram-md5" => "CRAM-MD5",
        "xoauth2" => "XOAUTH2",
        "token" => "OAUTHBEARER",
        "scram" => state.Auth?.Mechanism is { Length: > 0 } running && state.AwaitsAuthAnswer ? running : SecondWord(line),
        _ => null,
    };

    static string SecondWord(ConversationEvent.Line line)
    {
        var words = Encoding.UTF8.GetString(line.Wire.Content.Span).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 ? words[1].ToUpperInvariant() : "SCRAM-SHA-256";
    }
}
