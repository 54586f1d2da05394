namespace SmtpInspector.Protocol.Grammar;

/// <summary>What the value of a parameter may be.</summary>
public enum ValueRule
{
    /// <summary>None at all.</summary>
    None,

    /// <summary>Anything; or nothing. Not judged.</summary>
    Any,

    /// <summary>1*20DIGIT.</summary>
    Size,

    /// <summary>7BIT, 8BITMIME or BINARYMIME.</summary>
    Body,

    /// <summary>FULL or HDRS.</summary>
    Return,

    /// <summary>xtext of printable ASCII.</summary>
    EnvelopeId,

    /// <summary>NEVER, or some of SUCCESS, FAILURE, DELAY.</summary>
    Notify,

    /// <summary>An address type, ";", and the address as xtext.</summary>
    OriginalRecipient,

    /// <summary>A mailbox as xtext, or &lt;&gt;.</summary>
    Submitter,

    /// <summary>Seconds, ";", N or R, and perhaps T.</summary>
    DeliverBy,

    /// <summary>Seconds, 1 to 9 digits.</summary>
    Interval,

    /// <summary>A date and time of RFC 3339.</summary>
    DateTime,

    /// <summary>-9 to 9.</summary>
    Priority,
}
