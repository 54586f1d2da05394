namespace SmtpInspector.Terminal.Input;

/// <summary>Something that the terminal has told.</summary>
public abstract record TerminalEvent;
