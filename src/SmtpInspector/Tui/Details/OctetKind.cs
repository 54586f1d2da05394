namespace SmtpInspector.Tui.Details;

/// <summary>What an octet of a line is, as far as it is drawn differently.</summary>
enum OctetKind : byte
{
    /// <summary>Printable ASCII.</summary>
    Plain,

    /// <summary>A control character that means nothing to SMTP.</summary>
    Control,

    /// <summary>The first octet of a character beyond ASCII.</summary>
    Character,

    /// <summary>A further octet of it.</summary>
    Continuation,

    /// <summary>No UTF-8, or no character that a terminal can be given.</summary>
    NoText,

    /// <summary>The CR LF that ends a line.</summary>
    Ending,

    /// <summary>A LF without CR before it, or a CR without LF behind it.</summary>
    Bare,

    /// <summary>The dot that dot-stuffing has put before the line's own.</summary>
    ExtraDot,

    /// <summary>The line of one dot that ends the content.</summary>
    EndOfData,

    /// <summary>A credential that is not shown.</summary>
    Secret,
}
