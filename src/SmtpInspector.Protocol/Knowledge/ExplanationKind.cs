namespace SmtpInspector.Protocol.Knowledge;

/// <summary>What sort of thing a word names.</summary>
public enum ExplanationKind
{
    /// <summary>A three-digit reply code, a class (<c>5yz</c>) or a second digit (<c>x5z</c>) of one.</summary>
    ReplyCode,

    /// <summary>An enhanced status code, its class or its subject.</summary>
    EnhancedStatusCode,

    /// <summary>A verb, or a step that is answered without being one.</summary>
    Command,

    /// <summary>A parameter of MAIL or RCPT.</summary>
    Parameter,

    /// <summary>A keyword of the EHLO reply.</summary>
    Extension,

    /// <summary>An AUTH mechanism.</summary>
    Mechanism,

    /// <summary>A rule of the judge.</summary>
    Rule,

    /// <summary>A word of the trade.</summary>
    Term,

    /// <summary>The text of a reply, as some provider or server words it.</summary>
    ReplyText,
}
