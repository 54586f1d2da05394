namespace SmtpInspector.Terminal.Styling;

/// <summary>How many colours the terminal may be asked for.</summary>
public enum ColorDepth
{
    /// <summary>No colour code at all; bold, reverse and the like are still used.</summary>
    None,

    /// <summary>The sixteen of the terminal's own palette.</summary>
    Ansi16,

    /// <summary>The palette of 256: those sixteen, a cube of 216 and 24 greys.</summary>
    Indexed256,

    /// <summary>Red, green and blue of 8 bits each.</summary>
    TrueColor,
}
