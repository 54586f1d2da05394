using System.Globalization;
using System.Text;

namespace SmtpInspector.Protocol.Sasl;

/// <summary>OAUTHBEARER (RFC 7628): an OAuth 2 access token instead of a password.</summary>
sealed class OAuthBearerMechanism(SaslCredentials credentials) : ISaslMechanism
{
    const char Separator = '\x01';

    bool _sent;

    public string Name => "OAUTHBEARER";

    public string? Unproven => null;

    public SaslStep? Begin() => Message();

    public SaslStep Respond(ReadOnlySpan<byte> challenge)
    {
        if (challenge.IsEmpty && !_sent)
        {
            return Message();
        }

        // RFC 7628 §3.2.3: the client MUST answer the error with a single %x01, so that the server can fail the exchange.
        return new SaslStep.Answer("\x01"u8.ToArray(), "OAUTHBEARER: the challenge said why the token is refused; a Ctrl-A lets the server end with 535");
    }

    SaslStep.Answer Message()
    {
        _sent = true;
        var message = new StringBuilder($"n,a={SaslName.Escape(credentials.UserName)},{Separator}");
        if (credentials.Host is not null)
        {
            message.Append(CultureInfo.InvariantCulture, $"host={credentials.Host}{Separator}");
        }

        if (credentials.Port is not null)
        {
            message.Append(CultureInfo.InvariantCulture, $"port={credentials.Port}{Separator}");
        }

        message.Append(CultureInfo.InvariantCulture, $"auth=Bearer {credentials.Secret}{Separator}{Separator}");
        return new(Encoding.UTF8.GetBytes(message.ToString()), "OAUTHBEARER: base64 of the user name, host, port and the access token");
    }
}
