using System.Security.Cryptography;
using System.Text;

namespace SmtpInspector.Protocol.Sasl;

/// <summary>
/// SCRAM-SHA-1 (RFC 5802) and SCRAM-SHA-256 (RFC 7677): client and server each prove that they know the password, and neither says it.
/// Without channel binding: the -PLUS variants are not offered here, hence the flag <c>n</c>.
/// </summary>
sealed class ScramMechanism(string name, HashAlgorithmName hash, SaslCredentials credentials, string nonce) : ISaslMechanism
{
    const string Gs2Header = "n,,";

    /// <summary>A server that asks for more rounds means to keep the client busy, not to keep the password safe.</summary>
    const int MostIterations = 10_000_000;

    string _clientFirstBare = "";
    byte[] _serverSignature = [];
    Next _next = Next.ClientFirst;
    bool _isVerified;

    enum Next
    {
        ClientFirst,
        ClientFinal,
        Verify,
        Nothing,
    }

    public string Name => name;

    public string? Unproven => _isVerified ? null : $"{name}: the server said 235 without proving that it knows the password";

    public SaslStep? Begin()
    {
        if (!SaslPrep.TryPrepare(credentials.UserName, out var userName, out var problem))
        {
            return new SaslStep.Cancel($"{name}: the user name cannot be used: {problem}");
        }

        _next = Next.ClientFinal;
        _clientFirstBare = $"n={SaslName.Escape(userName)},r={nonce}";
        return new SaslStep.Answer(
            Encoding.UTF8.GetBytes(Gs2Header + _clientFirstBare),
            $"{name}: the user name and a random nonce; the password stays here");
    }

    public SaslStep Respond(ReadOnlySpan<byte> challenge) => _next switch
    {
        // The empty challenge that follows an AUTH without initial response.
        Next.ClientFirst when challenge.IsEmpty => Begin()!,
        Next.ClientFinal => Prove(Encoding.UTF8.GetString(challenge)),
        Next.Verify => Verify(Encoding.UTF8.GetString(challenge)),
        _ => new SaslStep.Cancel($"{name}: the exchange is over, and the server asks for more"),
    };

    SaslStep Prove(string serverFirst)
    {
        if (ScramServerFirst.Parse(serverFirst, nonce, out var problem) is not { } first)
        {
            return new SaslStep.Cancel($"{name}: {problem}");
        }

        if (first.Iterations > MostIterations)
        {
            return new SaslStep.Cancel($"{name}: the server asks for more than {MostIterations} rounds");
        }

        if (!SaslPrep.TryPrepare(credentials.Secret, out var password, out problem))
        {
            return new SaslStep.Cancel($"{name}: the password cannot be used: {problem}");
        }

        // RFC 5802 §3.
        var saltedPassword = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), first.Salt, first.Iterations, hash, HashLength);
        var clientKey = Hmac(saltedPassword, "Client Key");
        var withoutProof = $"c={Convert.ToBase64String(Encoding.ASCII.GetBytes(Gs2Header))},r={first.Nonce}";
        var authMessage = $"{_clientFirstBare},{serverFirst},{withoutProof}";
        var proof = Hmac(CryptographicOperations.HashData(hash, clientKey), authMessage);
        for (var i = 0; i < proof.Length; i++)
        {
            proof[i] ^= clientKey[i];
        }

        _serverSignature = Hmac(Hmac(saltedPassword, "Server Key"), authMessage);
        _next = Next.Verify;
        return new SaslStep.Answer(
            Encoding.UTF8.GetBytes($"{withoutProof},p={Convert.ToBase64String(proof)}"),
            first.Iterations < 4096
                ? $"{name}: the proof that the password is known here; only {first.Iterations} rounds, RFC 5802 §5.1 wants 4096 at least"
                : $"{name}: the proof that the password is known here, after {first.Iterations} rounds of hashing");
    }

    SaslStep Verify(string serverFinal)
    {
        _next = Next.Nothing;
        var attribute = serverFinal.Split(',')[0];
        if (attribute.StartsWith("e=", StringComparison.Ordinal))
        {
            return new SaslStep.Answer(default, $"{name}: the challenge said why the proof is refused; an empty line lets the server end with 535");
        }

        // RFC 5802 §5: when the signature differs, the client MUST consider the exchange to be unsuccessful, whatever the server says.
        if (!attribute.StartsWith("v=", StringComparison.Ordinal)
            || !Base64Text.TryDecode(Encoding.UTF8.GetBytes(attribute[2..]), out var signature)
            || !CryptographicOperations.FixedTimeEquals(signature, _serverSignature))
        {
            return new SaslStep.Cancel($"{name}: the server's signature is wrong: it does not know the password, and may not be who it says");
        }

        _isVerified = true;
        return new SaslStep.Answer(default, $"{name}: the server's signature is right: it knows the password too; an empty line ends the exchange");
    }

    int HashLength => hash == HashAlgorithmName.SHA256 ? SHA256.HashSizeInBytes : SHA1.HashSizeInBytes;

    byte[] Hmac(byte[] key, string message) => CryptographicOperations.HmacData(hash, key, Encoding.UTF8.GetBytes(message));
}
