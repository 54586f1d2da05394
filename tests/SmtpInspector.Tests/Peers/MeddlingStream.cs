using SmtpInspector.Net;

namespace SmtpInspector.Tests.Peers;

/// <summary>
/// Stands between a server's TLS and its network, and spoils what the server sends: ends it after some octets, turns
/// a bit over, or sends it octet by octet. So a handshake fails at whatever step a test likes.
/// </summary>
sealed class MeddlingStream(Stream network) : AsynchronousStream
{
    int _written;

    /// <summary>How many octets are let through before the connection ends; null: all.</summary>
    public int? CutAfter { get; init; }

    /// <summary>The number, from 0, of the octet whose lowest bit is turned over; null: none.</summary>
    public int? FlipAt { get; init; }

    /// <summary>How many octets are sent at once.</summary>
    public int PieceSize { get; init; } = int.MaxValue;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        network.ReadAsync(buffer, cancellationToken);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var octets = buffer.ToArray();
        if (FlipAt - _written is { } place && place >= 0 && place < octets.Length)
        {
            octets[place] ^= 1;
        }

        var allowed = CutAfter is { } most ? Math.Clamp(most - _written, 0, octets.Length) : octets.Length;
        for (var start = 0; start < allowed; start += Math.Min(PieceSize, allowed - start))
        {
            await network.WriteAsync(octets.AsMemory(start, Math.Min(PieceSize, allowed - start)), cancellationToken);
        }

        _written += octets.Length;
        if (allowed < octets.Length)
        {
            throw new IOException("Cut by the test.");
        }
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => network.FlushAsync(cancellationToken);

    public override void Flush() => network.Flush();
}
