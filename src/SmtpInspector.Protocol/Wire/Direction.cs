namespace SmtpInspector.Protocol.Wire;

/// <summary>Which side of the connection sent something.</summary>
public enum Direction
{
    /// <summary>The SMTP client: the <c>C:</c> side of a transcript.</summary>
    Client,

    /// <summary>The SMTP server: the <c>S:</c> side of a transcript.</summary>
    Server,
}
