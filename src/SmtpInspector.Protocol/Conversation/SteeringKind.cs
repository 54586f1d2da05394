namespace SmtpInspector.Protocol.Conversation;

/// <summary>What a script can do besides sending.</summary>
public enum SteeringKind
{
    /// <summary>Pause for some seconds.</summary>
    Wait,

    /// <summary>Do not await the reply to the next line.</summary>
    NoWait,

    /// <summary>End the client's direction only.</summary>
    HalfClose,

    /// <summary>Close the connection.</summary>
    Close,
}
