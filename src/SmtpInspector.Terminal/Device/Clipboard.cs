using System.Text;

namespace SmtpInspector.Terminal.Device;

/// <summary>
/// The user's clipboard, reached through the terminal (OSC 52), which works over SSH as well. Terminals do not say whether they took it.
/// </summary>
public static class Clipboard
{
    /// <summary>What nearly every terminal takes, in bytes before encoding: xterm's own limit is 100,000 characters of base64.</summary>
    public const int CommonLimit = 74_994;

    /// <summary>The control sequence that puts bytes on the clipboard.</summary>
    /// <param name="content">What to copy.</param>
    /// <param name="throughTmux">Whether tmux stands between (TMUX is set) and is to hand it on to the terminal outside.</param>
    public static byte[] Copy(ReadOnlySpan<byte> content, bool throughTmux = false)
    {
        var sequence = $"\e]52;c;{Convert.ToBase64String(content)}\a";
        // tmux hands on what is wrapped so (allow-passthrough), and takes the plain one itself (set-clipboard): one of them is on as a rule.
        return Encoding.ASCII.GetBytes(throughTmux ? $"{sequence}\ePtmux;\e{sequence}\e\\" : sequence);
    }
}
