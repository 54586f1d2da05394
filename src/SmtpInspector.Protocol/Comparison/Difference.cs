namespace SmtpInspector.Protocol.Comparison;

/// <summary>What a difference is about.</summary>
public enum DifferenceKind
{
    /// <summary>What the client sent.</summary>
    Command,

    /// <summary>The server's code.</summary>
    Reply,

    /// <summary>What the server offers in its reply to EHLO.</summary>
    Offer,

    /// <summary>The TLS handshake.</summary>
    Tls,

    /// <summary>The content of the message.</summary>
    Content,

    /// <summary>How the conversation ended.</summary>
    Ending,

    /// <summary>What the judge found.</summary>
    Finding,
}

/// <summary>A difference between two exchanges, in words.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Text">The words, naming the sides "left" and "right". May hold any character: not yet fit for a terminal.</param>
public sealed record Difference(DifferenceKind Kind, string Text);
