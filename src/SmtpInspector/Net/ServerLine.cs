using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Net;

/// <summary>A line the server sent.</summary>
/// <param name="Wire">Its octets; without a terminator where it was cut, or where the connection ended in it.</param>
/// <param name="Timestamp">When its last octet was received, in the time provider's ticks (<see cref="TimeProvider.GetTimestamp"/>).</param>
/// <param name="IsCut">It is longer than <see cref="ServerLineReader.LongestLine"/> and was cut there.</param>
public sealed record ServerLine(WireLine Wire, long Timestamp, bool IsCut);
