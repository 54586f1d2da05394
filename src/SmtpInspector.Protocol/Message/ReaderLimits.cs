namespace SmtpInspector.Protocol.Message;

/// <summary>How much of a message's structure is kept, so that no message can exhaust memory.</summary>
/// <param name="HeaderOctets">How many octets of header fields, of all parts together; each field counts 64 more.</param>
/// <param name="Parts">How many parts.</param>
/// <param name="Depth">How many parts deep.</param>
public sealed record ReaderLimits(int HeaderOctets = 1 << 20, int Parts = 1000, int Depth = 50);
