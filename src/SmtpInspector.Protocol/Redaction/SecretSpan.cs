namespace SmtpInspector.Protocol.Redaction;

/// <summary>Octets of a line that are a credential.</summary>
/// <param name="Start">The first octet, from 0.</param>
/// <param name="Length">How many.</param>
/// <param name="Name">What stands in for it: NAME of <c>{secret:NAME}</c>.</param>
public readonly record struct SecretSpan(int Start, int Length, string Name)
{
    /// <summary>One past the last octet.</summary>
    public int End => Start + Length;
}
