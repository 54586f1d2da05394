using System.Net;
using System.Net.Sockets;
using SmtpInspector.Net;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Tests.Net.Support;

namespace SmtpInspector.Tests.Net;

public class DialerTests
{
    readonly Dialer _dialer = new(TimeProvider.System);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task A_listening_server_is_reached_by_address_and_by_name(string host)
    {
        await using var server = LoopbackServer.Start(socket => LoopbackServer.SendAsync(socket, "220 hello\r\n"));
        await using var wire = await _dialer.ConnectAsync(host, server.Port, new(), CancellationToken.None);

        Assert.Equal(("127.0.0.1", server.Port), (wire.Address, wire.Port));
        Assert.Equal("220 hello\r\n", await new ServerLineReader(wire, TimeProvider.System).LineAsync());
    }

    [Fact]
    public async Task A_port_where_nothing_listens_is_refused()
    {
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)taken.LocalEndPoint!).Port;

        var failure = await Fails("127.0.0.1", port);

        Assert.Equal(ConnectReason.Refused, failure.Reason);
        Assert.Equal(FailureKind.Connect, failure.Kind);
        Assert.Contains($"nothing listens on port {port}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_does_not_resolve_is_named()
    {
        // RFC 6761 §6.4: a name under .invalid never resolves.
        var failure = await Fails("no-such-host.invalid", 25);

        Assert.True(failure.Reason is ConnectReason.NameNotFound or ConnectReason.LookupFailed);
        Assert.Contains("no-such-host.invalid", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1", IpFamily.V6, "IPv4 address")]
    [InlineData("::1", IpFamily.V4, "IPv6 address")]
    public async Task An_address_of_the_family_not_allowed_is_explained(string host, IpFamily family, string part)
    {
        var failure = await Fails(host, 25, new() { Family = family });
        Assert.Contains(part, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silence_on_port_25_names_the_usual_blocking_and_the_other_ports()
    {
        var failure = await SilentPort(25);

        Assert.Equal(ConnectReason.TimedOut, failure.Reason);
        Assert.Contains("block outgoing port 25", failure.Message, StringComparison.Ordinal);
        Assert.Contains("587, 2587", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silence_on_another_port_names_a_firewall() =>
        Assert.Contains("firewall", (await SilentPort(587)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task The_caller_can_give_up()
    {
        using var given = new CancellationTokenSource();
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _dialer.ConnectAsync("127.0.0.1", 25, new(), given.Token));
    }

    [Fact]
    public async Task A_unix_socket_is_reached_by_its_path()
    {
        using var directory = new TemporaryDirectory();
        var path = directory.File("smtp.sock");
        await using var server = LoopbackServer.StartUnix(path, socket => LoopbackServer.SendAsync(socket, "220 hello\r\n"));
        await using var wire = await _dialer.ConnectUnixAsync(path, CancellationToken.None);

        Assert.Equal((path, 0), (wire.Address, wire.Port));
        Assert.Equal("220 hello\r\n", await new ServerLineReader(wire, TimeProvider.System).LineAsync());
    }

    [Fact]
    public async Task A_unix_path_that_leads_nowhere_is_explained()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.File("file");
        await File.WriteAllTextAsync(file, "no socket");
        var empty = directory.File("empty");
        await File.WriteAllTextAsync(empty, "");

        Assert.Contains("There is no", await UnixFailure(directory.File("missing")), StringComparison.Ordinal);
        Assert.Contains("is a directory", await UnixFailure(directory.Path), StringComparison.Ordinal);
        Assert.Contains("is a file, not a socket", await UnixFailure(file), StringComparison.Ordinal);
        Assert.Contains("is not a socket, or its server", await UnixFailure(empty), StringComparison.Ordinal);
        Assert.Contains("cannot be the path", await UnixFailure(new string('x', 200)), StringComparison.Ordinal);
    }

    /// <summary>What a network that drops everything looks like: no attempt ever ends.</summary>
    static Task<ConnectException> SilentPort(int port) => Assert.ThrowsAsync<ConnectException>(async () =>
    {
        var time = new ManualTime();
        var dialer = new Dialer(time, (_, _, token) =>
        {
            time.Advance(TimeSpan.FromSeconds(30));
            return new(Task.Delay(Timeout.Infinite, token));
        });
        await dialer.ConnectAsync("192.0.2.1", port, new(), CancellationToken.None);
    });

    async Task<string> UnixFailure(string path) =>
        (await Assert.ThrowsAsync<ConnectException>(() => _dialer.ConnectUnixAsync(path, CancellationToken.None))).Message;

    Task<ConnectException> Fails(string host, int port, ConnectionOptions? options = null) => Assert.ThrowsAsync<ConnectException>(
        () => _dialer.ConnectAsync(host, port, options ?? new(), CancellationToken.None));
}
