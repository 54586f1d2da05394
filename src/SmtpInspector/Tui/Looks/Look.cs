using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Themes;

namespace SmtpInspector.Tui.Looks;

/// <summary>How everything is drawn: the theme, the colours the terminal has, and which characters may be used.</summary>
/// <param name="Theme">Styles by what they are for.</param>
/// <param name="Depth">The colours there are.</param>
/// <param name="Form">Whether to keep to ASCII.</param>
/// <param name="Width">How wide characters are.</param>
sealed record Look(Theme Theme, ColorDepth Depth, SafeForm Form, CellWidth Width)
{
    /// <summary>Symbols for what is said in words elsewhere too.</summary>
    public Glyphs Glyphs { get; } = Form == SafeForm.Ascii || !Width.AmbiguousIsNarrow ? Glyphs.Ascii : Glyphs.Unicode;

    /// <summary>What the client says.</summary>
    public Style Client => Theme.Accent;

    /// <summary>A reply by the first digit of its code; one that is none, by null.</summary>
    public Style Reply(int? code) => (code / 100) switch
    {
        2 => Theme.Success,
        3 => Theme.Info,
        4 => Theme.Warning,
        5 => Theme.Error,
        _ => Theme.Error.With(TextAttributes.Reverse),
    };

    /// <summary>A finding by its severity.</summary>
    public Style Of(Protocol.Findings.Severity severity) => severity switch
    {
        Protocol.Findings.Severity.Error => Theme.Error,
        Protocol.Findings.Severity.Warning => Theme.Warning,
        Protocol.Findings.Severity.Info => Theme.Info,
    };
}
