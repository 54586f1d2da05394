using SmtpInspector.Net;
using SmtpInspector.Protocol.Sasl;

namespace SmtpInspector.Session;

/// <summary>An AUTH exchange asked for on the command line.</summary>
/// <param name="Mechanism">The mechanism's name as written, or <c>auto</c>.</param>
/// <param name="User">The user name.</param>
/// <param name="Password">The password: never shown or kept in a file.</param>
sealed record AuthRequest(string Mechanism, string User, string Password)
{
    /// <summary>The credentials, with what a mechanism may tell the server of the connection.</summary>
    public SaslCredentials CredentialsFor(TalkOptions options) => new(User, Password)
    {
        Host = (options.Target as Target.Tcp)?.Host,
        Port = (options.Target as Target.Tcp)?.Port,
    };
}
