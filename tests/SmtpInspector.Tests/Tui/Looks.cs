using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Themes;
using SmtpInspector.Tui.Looks;

namespace SmtpInspector.Tests.Tui;

/// <summary>Ways to draw.</summary>
static class Looks
{
    public static Look Dark { get; } = new(BuiltInThemes.Dark, ColorDepth.TrueColor, SafeForm.Unicode, CellWidth.Narrow);

    public static Look Ascii { get; } = new(BuiltInThemes.Mono, ColorDepth.None, SafeForm.Ascii, CellWidth.Narrow);

    public static Look Wide { get; } = new(BuiltInThemes.Light, ColorDepth.Indexed256, SafeForm.Unicode, CellWidth.Wide);
}
