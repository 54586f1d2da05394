namespace SmtpInspector.Terminal.Device;

/// <summary>The size of the terminal.</summary>
/// <param name="Columns">Cells in a row, at least 1.</param>
/// <param name="Rows">Rows, at least 1.</param>
public readonly record struct TerminalSize(int Columns, int Rows);
