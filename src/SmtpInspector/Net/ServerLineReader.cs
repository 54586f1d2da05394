using System.Diagnostics.CodeAnalysis;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Net;

/// <summary>Cuts what a server sends into lines. It keeps nothing of its own: what it has not returned is in the wire's buffer.</summary>
/// <param name="wire">Where they come from.</param>
/// <param name="time">What their time stamps are taken from.</param>
public sealed class ServerLineReader(IWire wire, TimeProvider time)
{
    /// <summary>Octets of a line, terminator included, beyond which it is cut, so that memory stays bounded.</summary>
    public const int LongestLine = 64 * 1024;

    long _received;

    /// <summary>
    /// The next line; null when the server's direction has ended, and <see cref="IWire.Ended"/> says how. A last line
    /// without terminator comes before that. Cancelling gives up the wait, never octets.
    /// </summary>
    /// <exception cref="TlsException">The peer ended TLS with an alert, or what it sent does not decrypt.</exception>
    public async ValueTask<ServerLine?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TryRead(out var line))
            {
                return line;
            }

            if (!await wire.ReceiveAsync(cancellationToken))
            {
                return wire.Buffered.Length > 0 ? Take(wire.Buffered.Length, isCut: false) : null;
            }

            _received = time.GetTimestamp();
        }
    }

    /// <summary>The next line if all of it has come already. False means "not yet", and nothing was consumed.</summary>
    public bool TryRead([NotNullWhen(true)] out ServerLine? line)
    {
        // No SequenceReader: the buffer is one piece, and the reader's generic methods would have to be compiled at run time.
        var buffered = wire.Buffered.Length;
        var lineFeed = wire.Buffered.Span.IndexOf((byte)'\n');
        var length = lineFeed < 0 ? buffered : lineFeed + 1;
        var isCut = length > LongestLine || (lineFeed < 0 && length == LongestLine);
        line = isCut ? Take(LongestLine, isCut) : lineFeed < 0 ? null : Take(length, isCut);
        return line is not null;
    }

    ServerLine Take(int length, bool isCut)
    {
        var line = new WireLine(
            Direction.Server, wire.ReceivedCount - wire.Buffered.Length, wire.Buffered[..length].ToArray());
        wire.Consume(length);
        return new(line, _received, isCut);
    }
}
