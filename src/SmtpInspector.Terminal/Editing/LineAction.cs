namespace SmtpInspector.Terminal.Editing;

/// <summary>What a key did to a line, or asks its owner to do.</summary>
public enum LineAction
{
    /// <summary>The key means nothing to a line.</summary>
    Unhandled,

    /// <summary>The line, its cursor, menu or search changed, or could not change any further.</summary>
    Edited,

    /// <summary>Enter: the line was entered; the field is empty again.</summary>
    Accepted,

    /// <summary>Ctrl-C. The line is untouched.</summary>
    Interrupt,

    /// <summary>Ctrl-D on an empty line.</summary>
    EndOfInput,

    /// <summary>Ctrl-Z.</summary>
    Suspend,

    /// <summary>Ctrl-L.</summary>
    Redraw,

    /// <summary>Esc with nothing left to close.</summary>
    Escape,

    /// <summary>Several lines were pasted; they were not put in, for the owner to ask first.</summary>
    PastedLines,
}
