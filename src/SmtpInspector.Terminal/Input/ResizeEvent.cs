using SmtpInspector.Terminal.Device;

namespace SmtpInspector.Terminal.Input;

/// <summary>The window was resized.</summary>
public sealed record ResizeEvent(TerminalSize Size) : TerminalEvent;
