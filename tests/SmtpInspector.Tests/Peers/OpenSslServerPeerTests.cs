namespace SmtpInspector.Tests.Peers;

public class OpenSslServerPeerTests
{
    [Fact]
    public async Task The_test_is_the_server_behind_another_implementations_tls()
    {
        await using var server = await OpenSslServerPeer.StartAsync();
        await using var client = ChildProcess.Start(
            PeerTool.Require("openssl"),
            ["s_client", "-connect", server.Endpoint, "-servername", "localhost", "-CAfile", server.CaFile, "-verify_hostname", "localhost", "-verify_return_error", "-quiet"]);

        // Letters that s_server would take for commands of its own were it not quiet.
        await server.SendAsync("220 hi\r\nQ\r\nP\r\n");
        await client.UntilAsync("220 hi\r\nQ\r\nP\r\n");
        await client.WriteAsync("EHLO \xe9\r\n.\nR\n");
        await server.UntilReceivedAsync("R\n");

        Assert.Equal("EHLO \xe9\r\n.\nR\n", server.Received);
    }
}
