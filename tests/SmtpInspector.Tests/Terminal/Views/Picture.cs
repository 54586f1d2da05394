using SmtpInspector.Terminal.Device;
using SmtpInspector.Terminal.Drawing;
using SmtpInspector.Terminal.Styling;

namespace SmtpInspector.Tests.Terminal.Views;

/// <summary>What something looks like when it is drawn, as text.</summary>
static class Picture
{
    public static string Of(int columns, int rows, Action<Canvas> draw) => Draw(columns, rows, draw).Text;

    /// <summary>Drawn through to a terminal, so that every drawing is also held against what may be sent to one.</summary>
    public static VirtualTerminal Draw(int columns, int rows, Action<Canvas> draw)
    {
        var terminal = new VirtualTerminal(columns, rows);
        var screen = new Screen(terminal, new TerminalSize(columns, rows), ColorDepth.TrueColor);
        draw(screen.BeginFrame());
        screen.EndFrame();
        return terminal;
    }
}
