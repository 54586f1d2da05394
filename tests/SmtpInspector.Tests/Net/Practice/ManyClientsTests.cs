using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Net.Practice;

/// <summary>The practice server as a process of its own, so that its memory can be measured.</summary>
public class ManyClientsTests
{
    const int Clients = 200;
    const long MostMegabytes = 150;

    [Fact]
    public async Task Two_hundred_clients_at_once_stay_under_150_megabytes()
    {
        using var home = new TestHome();
        await using var serve = ProgramUnderTest.Start(home, "serve", "--idle", "120");
        await serve.UntilAsync("password: ");
        await serve.UntilAsync("\n");
        var lines = Encoding.ASCII.GetString(serve.Output.ToArray()).Split('\n');
        var server = IPEndPoint.Parse(lines[0]["listening on ".Length..].Split(' ')[0]);
        var plain = Convert.ToBase64String(Encoding.ASCII.GetBytes($"\0{lines[2]["username: ".Length..]}\0{lines[3]["password: ".Length..]}"));
        var everyone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var inContent = 0;
        var clients = Enumerable.Range(0, Clients).Select(number => TalkAsync(server, plain, async () =>
        {
            // All of them are in the middle of a message at the same time.
            if (Interlocked.Increment(ref inContent) == Clients)
            {
                everyone.SetResult();
            }

            await everyone.Task;
        })).ToArray();
        await everyone.Task.WaitAsync(ChildProcess.Patience);
        using var process = Process.GetProcessById(serve.Id);
        await Task.WhenAll(clients).WaitAsync(ChildProcess.Patience);
        process.Refresh();
        Assert.InRange(process.PeakWorkingSet64 / (1024 * 1024), 1, MostMegabytes);
    }

    static async Task TalkAsync(IPEndPoint server, string plain, Func<Task> meet)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server);
        await using var network = new NetworkStream(socket);
        await using var tls = new SslStream(network, leaveInnerStreamOpen: true, (_, certificate, _, _) => certificate?.Subject == "CN=localhost");
        await tls.AuthenticateAsClientAsync("localhost");
        await ExpectAsync(tls, null, "220 ");
        await ExpectAsync(tls, "EHLO client.example.com", "250 Ok");
        await ExpectAsync(tls, "AUTH PLAIN " + plain, "235 ");
        await ExpectAsync(tls, "MAIL FROM:<test@ses-example.com>", "250 ");
        await ExpectAsync(tls, "RCPT TO:<success@simulator.amazonses.com>", "250 ");
        await ExpectAsync(tls, "DATA", "354 ");
        var half = string.Concat(Enumerable.Repeat("a line of some length, as lines are\r\n", 1000));
        await tls.WriteAsync(Encoding.ASCII.GetBytes(half));
        await meet();
        await ExpectAsync(tls, half + ".", "250 Ok 0000");
        await ExpectAsync(tls, "QUIT", "221 ");
    }

    static async Task ExpectAsync(SslStream stream, string? line, string reply)
    {
        if (line is not null)
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"));
        }

        var heard = new StringBuilder();
        var block = new byte[1024];
        do
        {
            var count = await stream.ReadAsync(block);
            Assert.NotEqual(0, count);
            heard.Append(Encoding.ASCII.GetString(block, 0, count));
        }
        while (!heard.ToString().Split("\r\n").SkipLast(1).Any(text => text.Length > 3 && text[3] == ' '));

        Assert.Contains(reply, heard.ToString(), StringComparison.Ordinal);
    }
}
