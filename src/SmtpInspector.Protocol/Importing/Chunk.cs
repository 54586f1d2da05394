using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Importing;

/// <summary>The chunk that a BDAT announces (RFC 3030 §2).</summary>
static class Chunk
{
    /// <summary>Its octets; 0 where the line is no BDAT, or does not say.</summary>
    public static long SizeOf(ReadOnlyMemory<byte> line) =>
        Verbs.Of(line.Span) == Verb.Bdat && CommandParser.Parse(line[..line.Span.TrimEnd("\r\n"u8).Length], []) is Command.Bdat { Size: { } size } ? size : 0;
}
