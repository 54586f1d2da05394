namespace SmtpInspector.Protocol.Sasl;

/// <summary>What the client does next in an AUTH exchange.</summary>
public abstract record SaslStep
{
    SaslStep(string explanation) => Explanation = explanation;

    /// <summary>One line that says to the user what this step is. It holds no secret and nothing of the server's.</summary>
    public string Explanation { get; }

    /// <summary>Send this; base64 is the carrier's business, and so is <c>=</c> for an empty initial response (RFC 4954 §4).</summary>
    public sealed record Answer(ReadOnlyMemory<byte> Response, string Explanation) : SaslStep(Explanation);

    /// <summary>Send <c>*</c> (RFC 4954 §4): the exchange must not go on.</summary>
    public sealed record Cancel(string Explanation) : SaslStep(Explanation);
}
