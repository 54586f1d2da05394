namespace SmtpInspector.Tests.Peers.EndToEnd;

/// <summary>Conversations through the TLS of <c>openssl s_server</c>, with the test for a server.</summary>
public class OpenSslConversationTests
{
    [Theory]
    [InlineData("-tls1_3", "TLS 1.3")]
    [InlineData("-tls1_2", "TLS 1.2")]
    public async Task Every_octet_goes_through_another_implementations_tls(string option, string protocol)
    {
        await using var server = await OpenSslServerPeer.StartAsync(option);
        using var home = new TestHome();
        await using var program = ProgramUnderTest.Start(home, "connect", server.Endpoint, "--tls", "implicit", "--ca", server.CaFile);

        await server.SendAsync("220 openssl ESMTP\r\n");
        await program.WriteAsync("EHLO me\n");
        await server.UntilReceivedAsync("EHLO me\r\n");
        await server.SendAsync("250-openssl\r\n250 8BITMIME\r\n");
        await program.UntilAsync("S: 250 8BITMIME\n");

        // The server speaks first, and in pieces.
        await server.SendAsync("421 4.3.2 go");
        await server.SendAsync("ing down\r\n");
        await program.UntilAsync("S: 421 4.3.2 going down\n");
        program.CloseInput();
        var ended = await program.EndAsync();

        Assert.Equal("EHLO me\r\n", server.Received);
        Assert.Contains($"* {protocol}", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_is_too_old_is_refused_with_4()
    {
        await using var server = await OpenSslServerPeer.StartAsync("-tls1_2");

        var ended = await ProgramUnderTest.RunAsync(
            "EHLO me\n", "connect", server.Endpoint, "--tls", "implicit", "--ca", server.CaFile, "--tls-min", "1.3");

        ended.Expect(4);
        Assert.Equal("", server.Received);
    }

    [Fact]
    public async Task Nothing_is_sent_to_a_server_that_does_not_verify()
    {
        await using var server = await OpenSslServerPeer.StartAsync();

        (await ProgramUnderTest.RunAsync("EHLO me\n", "connect", server.Endpoint, "--tls", "implicit")).Expect(4);

        Assert.Equal("", server.Received);
    }
}
