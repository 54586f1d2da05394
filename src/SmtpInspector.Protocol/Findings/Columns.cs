namespace SmtpInspector.Protocol.Findings;

/// <summary>The octets a finding is about, within the entry it belongs to.</summary>
/// <param name="Line">Which line of the reply, command or message content, from 0.</param>
/// <param name="Start">The first octet in that line, from 0.</param>
/// <param name="End">One past the last octet; equal to <paramref name="Start"/> where something is missing.</param>
public readonly record struct Columns(int Line, int Start, int End);
