using System.Net.Sockets;

namespace SmtpInspector.Net;

/// <summary>Keeps Linux from delaying an acknowledgement that the peer waits for.</summary>
static class QuickAcknowledgement
{
    const int Tcp = 6;
    const int QuickAck = 12;

    /// <summary>
    /// With implicit TLS 1.3 the server's session tickets are a small segment, its greeting the next, and Nagle's
    /// algorithm holds the second until the first is acknowledged: a stall of 44 ms where that is delayed.
    /// The option is not lasting; it is asked for after connecting and again after the handshake.
    /// </summary>
    public static void Ask(Socket socket)
    {
        if (!OperatingSystem.IsLinux() || socket.ProtocolType != ProtocolType.Tcp)
        {
            return;
        }

        try
        {
            ReadOnlySpan<byte> on = [1, 0, 0, 0];
            socket.SetRawSocketOption(Tcp, QuickAck, on);
        }
        catch (SocketException)
        {
            // Speed only. Where a sandbox does not know the option, the conversation is a little slower.
        }
    }
}
