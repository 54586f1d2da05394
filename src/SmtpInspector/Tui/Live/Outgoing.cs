namespace SmtpInspector.Tui.Live;

/// <summary>What the user wants sent.</summary>
/// <param name="Octets">A line without its ending; where it is sent exactly, all octets there are.</param>
/// <param name="Manner">How.</param>
/// <param name="IsSecret">Whether it is a credential, and so never shown while it waits.</param>
sealed record Outgoing(ReadOnlyMemory<byte> Octets, LineMode.Manner Manner = LineMode.Manner.Lockstep, bool IsSecret = false);
