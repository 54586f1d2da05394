namespace SmtpInspector.Protocol.Sasl;

/// <summary>The client's side of one exchange of a SASL mechanism. Of use once.</summary>
public interface ISaslMechanism
{
    /// <summary>The mechanism's registered name, in upper case.</summary>
    string Name { get; }

    /// <summary>
    /// What the client says first; null where the server does (RFC 4422 §5). It is sent with AUTH; or, where that line would be too
    /// long, kept and sent in answer to the then empty first challenge (RFC 4954 §4). Called once, or not at all: then
    /// <see cref="Respond"/> says it to the first challenge.
    /// </summary>
    SaslStep? Begin();

    /// <summary>What the client says to a challenge, decoded from its base64.</summary>
    SaslStep Respond(ReadOnlySpan<byte> challenge);

    /// <summary>Why a 235 must not be believed yet, in one line; null once nothing is left to prove.</summary>
    string? Unproven { get; }
}
