namespace SmtpInspector.Protocol.Sasl;

/// <summary>Who authenticates.</summary>
/// <param name="UserName">The authentication identity.</param>
/// <param name="Secret">The password, or the access token of XOAUTH2 and OAUTHBEARER.</param>
public sealed record SaslCredentials(string UserName, string Secret)
{
    /// <summary>The host connected to, which OAUTHBEARER tells the server (RFC 7628 §3.1); null to leave it out.</summary>
    public string? Host { get; init; }

    /// <summary>The port connected to; null to leave it out.</summary>
    public int? Port { get; init; }

    /// <summary>Without the secret, so that no log gets it by accident.</summary>
    public override string ToString() => UserName;
}
