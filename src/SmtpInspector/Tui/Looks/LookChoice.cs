using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Themes;

namespace SmtpInspector.Tui.Looks;

/// <summary>Which look suits a terminal.</summary>
static class LookChoice
{
    /// <summary>At the start, before the terminal has told its background.</summary>
    public static Look AtStart(ColorDepth depth, SafeForm form, CellWidth width) => new(BuiltInThemes.For(depth), depth, form, width);

    /// <summary>Once it has, unless the user chose a theme that is neither of the usual two.</summary>
    public static Look ForBackground(Look look, int rgb) => IsUsual(look) ? look with { Theme = BuiltInThemes.For(look.Depth, rgb) } : look;

    /// <summary>Once the user has changed between dark and light.</summary>
    public static Look ForScheme(Look look, bool dark) =>
        IsUsual(look) ? look with { Theme = BuiltInThemes.For(look.Depth, dark ? 0x000000 : 0xFFFFFF) } : look;

    static bool IsUsual(Look look) => look.Theme == BuiltInThemes.Dark || look.Theme == BuiltInThemes.Light;
}
