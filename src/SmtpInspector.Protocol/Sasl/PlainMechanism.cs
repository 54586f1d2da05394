using System.Text;

namespace SmtpInspector.Protocol.Sasl;

/// <summary>PLAIN (RFC 4616): user name and password in one message, readable by whoever reads the connection.</summary>
sealed class PlainMechanism(SaslCredentials credentials) : ISaslMechanism
{
    bool _sent;

    public string Name => "PLAIN";

    public string? Unproven => null;

    public SaslStep? Begin()
    {
        _sent = true;
        return Message();
    }

    public SaslStep Respond(ReadOnlySpan<byte> challenge) =>
        _sent ? new SaslStep.Cancel("PLAIN is one message, and it was sent: the server asks for more than there is") : Begin()!;

    SaslStep Message() =>
        credentials.UserName.Contains('\0', StringComparison.Ordinal) || credentials.Secret.Contains('\0', StringComparison.Ordinal)

            // RFC 4616 §2: NUL divides the message and MUST NOT stand within a part.
            ? new SaslStep.Cancel("PLAIN cannot carry a user name or password that holds a NUL")
            : new SaslStep.Answer(
                Encoding.UTF8.GetBytes($"\0{credentials.UserName}\0{credentials.Secret}"),
                "PLAIN: base64 of NUL, user name, NUL, password; base64 hides nothing, TLS does");
}
