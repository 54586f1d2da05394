using SmtpInspector.Tui.Exporting;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tests.Tui.Exporting;

/// <summary>What the screen exports, for tests.</summary>
static class Exported
{
    /// <summary>A conversation in one of the forms; null where there is no message to save.</summary>
    public static byte[]? Of(TalkPage page, int format)
    {
        using var output = new MemoryStream();
        return Exports.Write(page, format, output) ? output.ToArray() : null;
    }
}
