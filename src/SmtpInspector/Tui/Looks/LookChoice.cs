using SmtpInspector.Config;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Themes;

namespace SmtpInspector.Tui.Looks;

/// <summary>Which look suits a terminal and the user's settings.</summary>
static class LookChoice
{
    /// <summary>The look. Without colours it is the theme that needs none, whatever was chosen.</summary>
    public static Look Of(Settings settings, Surroundings surroundings) => new(
        (surroundings.Depth != ColorDepth.None && settings.Theme is { } theme ? theme : BuiltInThemes.For(surroundings.Depth, surroundings.Background)).At(surroundings.Depth),
        surroundings.Depth,
        settings.Ascii ?? !surroundings.IsUtf8 ? SafeForm.Ascii : SafeForm.Unicode,
        CellWidth.ForAmbiguous(settings.AmbiguousWidth));
}
