using System.Net.Sockets;

namespace SmtpInspector.Tests.Peers;

public class RecordingServerTests
{
    [Fact]
    public async Task Every_octet_is_kept_with_the_pieces_it_came_in()
    {
        await using var server = ByteRecordingServer.Start("220 hi\r\n", ("\r\n", "250 ok\r\n"));
        using var client = new TcpClient("127.0.0.1", server.Port) { NoDelay = true };
        await using var stream = client.GetStream();

        await stream.WriteAsync(Octets.Of("EH"));
        await Task.Delay(200);
        await stream.WriteAsync(Octets.Of("LO x\r"));
        await Task.Delay(200);
        await stream.WriteAsync(Octets.Of("\n\0\xff\n.\n"));
        client.Client.Shutdown(SocketShutdown.Send);

        Assert.Equal("EHLO x\r\n\0\xff\n.\n", await server.ReceivedAsync());
        Assert.Equal(["EH", "LO x\r", "\n\0\xff\n.\n"], await server.PiecesAsync());
    }

    [Fact]
    public async Task A_reply_waits_for_its_octets()
    {
        await using var server = ByteRecordingServer.AcceptingOneMessage();
        using var client = new TcpClient("127.0.0.1", server.Port);
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream);

        Assert.Equal("220 recorder ESMTP", await reader.ReadLineAsync());
        await stream.WriteAsync(Octets.Of("EHLO x\r\nMAIL FROM:<>\r\nRCPT TO:<a@b>\r\nDATA\r\n"));
        foreach (var code in (string[])["250-", "250 ", "250 ", "250 ", "354 "])
        {
            Assert.StartsWith(code, await reader.ReadLineAsync(), StringComparison.Ordinal);
        }

        await stream.WriteAsync(Octets.Of("text\n.\nmore\r\n.\r\n"));
        Assert.StartsWith("250 2.0.0", await reader.ReadLineAsync(), StringComparison.Ordinal);
        await stream.WriteAsync(Octets.Of("QUIT\r\n"));
        Assert.StartsWith("221", await reader.ReadLineAsync(), StringComparison.Ordinal);
        Assert.Null(await reader.ReadLineAsync());
    }

    [Fact]
    public async Task A_client_that_goes_away_early_is_recorded_all_the_same()
    {
        await using var server = ByteRecordingServer.AcceptingOneMessage();
        using (var client = new TcpClient("127.0.0.1", server.Port))
        {
            await client.GetStream().WriteAsync(Octets.Of("EHLO"));
            client.Client.Shutdown(SocketShutdown.Send);
            Assert.Equal("EHLO", await server.ReceivedAsync());
        }
    }
}
