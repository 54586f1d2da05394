namespace SmtpInspector.Terminal.Device;

/// <summary>Standard input or output is no terminal, or the system does not let its settings be changed.</summary>
public sealed class TerminalUnavailableException(string message) : Exception(message);
