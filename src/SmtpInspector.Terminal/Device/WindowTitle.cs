using System.Text;
using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Terminal.Device;

/// <summary>The title of the terminal's window. <see cref="TerminalFeatures.WindowTitle"/> brings back the one there was.</summary>
public static class WindowTitle
{
    /// <summary>The control sequence that sets it (OSC 2). Safe text cannot end it early.</summary>
    public static byte[] Set(SafeText title) => Encoding.UTF8.GetBytes($"\e]2;{title.Text}\e\\");
}
