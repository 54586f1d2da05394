using SmtpInspector.Terminal.Device;
using SmtpInspector.Terminal.Drawing;
using SmtpInspector.Tests.Terminal;
using SmtpInspector.Tui;
using SmtpInspector.Tui.Looks;

namespace SmtpInspector.Tests.Tui.Properties;

/// <summary>What a run of frames writes, shown by a terminal that fails at everything but text and the few sequences that are ours.</summary>
sealed class ScreenOctets : ITerminalOutput
{
    Screen _screen;
    Look _look;
    VirtualTerminal _terminal;

    public ScreenOctets(Model model)
    {
        _terminal = new VirtualTerminal(model.Size.Columns, model.Size.Rows);
        _screen = ScreenFor(model);
        _look = model.Look;
    }

    public void Write(ReadOnlySpan<byte> bytes) => _terminal.Write(bytes);

    /// <summary>Draws a frame, only what has changed.</summary>
    public void Draw(Model model)
    {
        // As the program does when the settings change: the terminal keeps what it shows.
        if (_look.Form != model.Look.Form || _look.Depth != model.Look.Depth)
        {
            _screen = ScreenFor(model);
            _look = model.Look;
        }

        if (_terminal.Columns != model.Size.Columns || _terminal.Rows != model.Size.Rows)
        {
            _terminal = new VirtualTerminal(model.Size.Columns, model.Size.Rows);
            _screen.Resize(model.Size);
        }

        View.Draw(_screen.BeginFrame(), model);
        _screen.EndFrame();
        Assert.True(_terminal.Scrolled.Count == 0, "something was drawn outside of the screen");
    }

    Screen ScreenFor(Model model) => new(this, model.Size, model.Look.Depth, model.Look.Width, model.Look.Form);

    /// <summary>Fails where the frames that only wrote changes have led to another screen than one that draws everything.</summary>
    public void IsWhole(Model model)
    {
        Draw(model);
        var whole = new ScreenOctets(model);
        whole.Draw(model);
        Assert.Equal(whole._terminal.Text, _terminal.Text);
        for (var row = 0; row < _terminal.Rows; row++)
        {
            for (var column = 0; column < _terminal.Columns; column++)
            {
                Assert.Equal(whole._terminal.Style(column, row), _terminal.Style(column, row));
            }
        }
    }
}
