using SmtpInspector.Terminal.Device;
using SmtpInspector.Terminal.Drawing;
using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Tui;

/// <summary>What a model is shown on. Used on the screen's thread alone.</summary>
sealed class Surface(RawTerminal terminal, Model first)
{
    Screen _screen = ScreenFor(terminal, first);
    Looks.Look _look = first.Look;
    string _title = "";

    /// <summary>Whether the terminal has said that it can show whole frames at once (mode 2026).</summary>
    public bool CanSynchronize { get; set; }

    /// <summary>Shows a model.</summary>
    public void Show(Model model)
    {
        if (_look.Form != model.Look.Form || _look.Width != model.Look.Width || _look.Depth != model.Look.Depth)
        {
            _screen = ScreenFor(terminal, model);
        }
        else if (_screen.Size != model.Size)
        {
            _screen.Resize(model.Size);
        }

        _look = model.Look;
        _screen.SynchronizedOutput = CanSynchronize && model.Settings.SynchronizedOutput;
        View.Draw(_screen.BeginFrame(), model);
        _screen.EndFrame();
        if (model.Page.Title != _title)
        {
            _title = model.Page.Title;
            terminal.Write(WindowTitle.Set(Safe.FromText(_title)));
        }
    }

    /// <summary>What the terminal shows is not known any more.</summary>
    public void Invalidate() => _screen.Invalidate();

    /// <summary>The process goes on after it was stopped: the terminal may have another size.</summary>
    public void Resume() => _screen.Resize(terminal.Size);

    static Screen ScreenFor(RawTerminal terminal, Model model) => new(terminal, model.Size, model.Look.Depth, model.Look.Width, model.Look.Form);
}
