namespace SmtpInspector.Terminal.Text;

/// <summary>How characters that must not reach the terminal as they are become visible.</summary>
public enum SafeForm
{
    /// <summary>Control characters as their pictures (U+2400 to U+2421); printable Unicode is left alone.</summary>
    Unicode,

    /// <summary>
    /// Control characters as <c>^[</c>, and everything beyond ASCII spelled out: on a terminal that does not decode UTF-8 the
    /// continuation bytes 0x80 to 0x9F of harmless letters are C1 controls (U+06DB ends in 0x9B, which is CSI).
    /// </summary>
    Ascii,
}
