using System.Net.Security;
using System.Net.Sockets;
using SmtpInspector.Tests.Net.Support;
using static SmtpInspector.Tests.Peers.ServerStep;

namespace SmtpInspector.Tests.Peers;

public class ScriptedServerTests
{
    [Fact]
    public async Task The_steps_are_played_in_order_and_what_was_heard_is_kept()
    {
        await using var server = ScriptedServer.Play(
            Say("220 hi"), Hear("EHLO"), SayExactly("250-one\n250 two\r\n"), HearUntil("."), Say("250 got it"), HearTheRest());
        using var client = new TcpClient("localhost", server.Port);
        await using var stream = client.GetStream();

        await stream.WriteAsync(Octets.Of("EHLO me\r\ntext\r\n.\r\nQUIT"));
        client.Client.Shutdown(SocketShutdown.Send);

        Assert.Equal("220 hi\r\n250-one\n250 two\r\n250 got it\r\n", Octets.Text(await LoopbackServer.DrainAsync(stream)));
        Assert.Equal("EHLO me\r\ntext\r\n.\r\nQUIT", await server.DoneAsync());
    }

    [Fact]
    public async Task A_client_that_says_something_else_is_told_on()
    {
        await using var server = ScriptedServer.Play(Hear("EHLO"));
        using var client = new TcpClient("localhost", server.Port);

        await client.GetStream().WriteAsync(Octets.Of("HELO me\r\n"));

        var failure = await Assert.ThrowsAnyAsync<Exception>(server.DoneAsync);
        Assert.Contains("HELO me", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pieces_come_one_by_one()
    {
        await using var server = ScriptedServer.Play(SayInPieces("220 hi\r\n", 1, pauseMilliseconds: 5));
        using var client = new TcpClient("localhost", server.Port);
        var piece = new byte[100];
        var sizes = new List<int>();

        while (await client.GetStream().ReadAsync(piece) is > 0 and var count)
        {
            sizes.Add(count);
        }

        Assert.Equal(8, sizes.Sum());
        Assert.True(sizes.Count > 1);
    }

    [Fact]
    public async Task The_handshake_can_come_at_any_step_and_the_end_can_be_cut_off()
    {
        var authority = TestAuthority.Root();
        await using var server = ScriptedServer.PlayEach(
            [Say("220 hi"), Hear("STARTTLS"), Say("220 go"), StartTls(authority.Issue()), Hear("EHLO"), Say("250 safe"), HangUp()],
            [StartTls(authority.Issue()), Say("220 hi"), CutOff()]);

        using (var client = new TcpClient("localhost", server.Port))
        {
            await client.GetStream().WriteAsync(Octets.Of("STARTTLS\r\n"));
            await client.GetStream().ReadExactlyAsync(new byte["220 hi\r\n220 go\r\n".Length]);
            await using var inside = await SecureAsync(client);
            await inside.WriteAsync(Octets.Of("EHLO me\r\n"));
            Assert.Equal("250 safe\r\n", Octets.Text(await LoopbackServer.DrainAsync(inside)));
        }

        using (var client = new TcpClient("localhost", server.Port))
        {
            await using var inside = await SecureAsync(client);
            Assert.Equal("220 hi\r\n", Octets.Text(await LoopbackServer.DrainAsync(inside)));
        }

        Assert.Equal("STARTTLS\r\nEHLO me\r\n", await server.DoneAsync());
    }

    [Fact]
    public async Task A_reset_is_a_reset_and_a_half_close_still_hears()
    {
        await using var server = ScriptedServer.PlayEach([Hear("x"), Reset()], [HalfClose(), Hear("y"), HearTheRest()]);

        using (var client = new TcpClient("localhost", server.Port))
        {
            await client.GetStream().WriteAsync(Octets.Of("x\r\n"));
            await Assert.ThrowsAsync<IOException>(async () => await client.GetStream().ReadExactlyAsync(new byte[1]));
        }

        using (var client = new TcpClient("localhost", server.Port))
        {
            Assert.Equal(0, await client.GetStream().ReadAsync(new byte[1]));
            await client.GetStream().WriteAsync(Octets.Of("y\r\n"));
        }

        Assert.Equal("x\r\ny\r\n", await server.DoneAsync());
    }

    [Fact]
    public async Task A_flood_lasts_as_long_as_the_client()
    {
        await using var server = ScriptedServer.Play(SayWithoutEnd("endless"));
        using (var client = new TcpClient("localhost", server.Port))
        {
            var much = new byte[1_000_000];
            await client.GetStream().ReadExactlyAsync(much);
            Assert.StartsWith("endlessendless", Octets.Text(much), StringComparison.Ordinal);
        }

        Assert.Equal("", await server.DoneAsync());
    }

    static async Task<SslStream> SecureAsync(TcpClient client)
    {
        var inside = new SslStream(client.GetStream());
        await inside.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null,
        });
        return inside;
    }
}
