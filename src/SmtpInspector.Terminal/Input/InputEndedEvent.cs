namespace SmtpInspector.Terminal.Input;

/// <summary>The terminal has gone away; nothing more comes.</summary>
public sealed record InputEndedEvent : TerminalEvent;
