using System.Text;

namespace SmtpInspector.Protocol.Sasl;

/// <summary>XOAUTH2, Google's forerunner of OAUTHBEARER ("OAuth 2.0 Mechanism", developers.google.com).</summary>
sealed class XOAuth2Mechanism(SaslCredentials credentials) : ISaslMechanism
{
    bool _sent;

    public string Name => "XOAUTH2";

    public string? Unproven => null;

    public SaslStep? Begin() => Message();

    public SaslStep Respond(ReadOnlySpan<byte> challenge)
    {
        // An empty challenge is the place for what did not fit behind AUTH; anything else is the refusal.
        if (challenge.IsEmpty && !_sent)
        {
            return Message();
        }

        return new SaslStep.Answer(default, "XOAUTH2: the challenge said why the token is refused; an empty line lets the server end with 535");
    }

    SaslStep.Answer Message()
    {
        _sent = true;
        return new(
            Encoding.UTF8.GetBytes($"user={credentials.UserName}\x01" + $"auth=Bearer {credentials.Secret}\x01\x01"),
            "XOAUTH2: base64 of the user name and the access token");
    }
}
