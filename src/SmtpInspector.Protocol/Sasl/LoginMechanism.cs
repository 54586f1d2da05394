using System.Text;

namespace SmtpInspector.Protocol.Sasl;

/// <summary>LOGIN, which never became an RFC: the server asks for the user name, then for the password.</summary>
sealed class LoginMechanism(SaslCredentials credentials) : ISaslMechanism
{
    int _asked;

    public string Name => "LOGIN";

    public string? Unproven => null;

    public SaslStep? Begin() => null;

    // Servers word the questions as they like ("Username:", "User Name", nothing); only their order is sure.
    public SaslStep Respond(ReadOnlySpan<byte> challenge) => ++_asked switch
    {
        1 => new SaslStep.Answer(Encoding.UTF8.GetBytes(credentials.UserName), "LOGIN: base64 of the user name"),
        2 => new SaslStep.Answer(Encoding.UTF8.GetBytes(credentials.Secret), "LOGIN: base64 of the password; base64 hides nothing, TLS does"),
        _ => new SaslStep.Cancel("LOGIN has two questions, and both were answered"),
    };
}
