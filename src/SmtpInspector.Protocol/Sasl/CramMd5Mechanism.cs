using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace SmtpInspector.Protocol.Sasl;

/// <summary>CRAM-MD5 (RFC 2195): proves knowledge of the password without sending it.</summary>
sealed class CramMd5Mechanism(SaslCredentials credentials) : ISaslMechanism
{
    bool _answered;

    public string Name => "CRAM-MD5";

    public string? Unproven => null;

    public SaslStep? Begin() => null;

    public SaslStep Respond(ReadOnlySpan<byte> challenge)
    {
        if (_answered)
        {
            return new SaslStep.Cancel("CRAM-MD5 has one challenge, and it was answered");
        }

        _answered = true;
        return new SaslStep.Answer(
            Encoding.UTF8.GetBytes($"{credentials.UserName} {Digest(challenge)}"),
            "CRAM-MD5: user name, and an MD5 of the server's challenge keyed with the password; the password itself stays here");
    }

    [SuppressMessage("Security", "CA5351", Justification = "RFC 2195 is made of MD5; whoever asks for it gets it.")]
    string Digest(ReadOnlySpan<byte> challenge) =>
        Convert.ToHexStringLower(HMACMD5.HashData(Encoding.UTF8.GetBytes(credentials.Secret), challenge));
}
