namespace SmtpInspector.Protocol.Conversation;

/// <summary>A running AUTH exchange (RFC 4954 §4).</summary>
/// <param name="Mechanism">The mechanism's name in upper case, as the client gave it.</param>
/// <param name="HadInitialResponse">Whether the AUTH line carried an initial response, an empty one (<c>=</c>) included.</param>
/// <param name="Answers">How many challenges the client has answered so far.</param>
public sealed record AuthExchange(string Mechanism, bool HadInitialResponse, int Answers)
{
    /// <summary>
    /// Whether the client has said all that the mechanism has it say. A server that is content sooner leaves answers
    /// over, and those are credentials all the same.
    /// </summary>
    public bool IsComplete => Answers + (HadInitialResponse ? 1 : 0) >= Mechanism switch
    {
        "LOGIN" => 2,
        "PLAIN" or "XOAUTH2" or "OAUTHBEARER" or "CRAM-MD5" => 1,
        _ when Mechanism.StartsWith("SCRAM-", StringComparison.Ordinal) => 2,
        _ => 0,
    };
}
