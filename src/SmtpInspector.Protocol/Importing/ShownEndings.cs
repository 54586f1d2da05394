namespace SmtpInspector.Protocol.Importing;

/// <summary>Whose lines a recording shows with the CR that ended them on the wire.</summary>
enum ShownEndings
{
    /// <summary>Nobody's: all that is known is that they were lines.</summary>
    None,

    /// <summary>The server's; the client's stand as they were typed.</summary>
    Server,

    /// <summary>Both sides'.</summary>
    Both,
}
