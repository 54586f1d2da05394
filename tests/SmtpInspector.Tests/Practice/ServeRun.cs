using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using SmtpInspector.Practice;

namespace SmtpInspector.Tests.Practice;

/// <summary>A <c>serve</c> in this process, and what it prints.</summary>
sealed class ServeRun : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly LockedText _output = new();
    readonly LockedText _error = new();
    readonly CancellationTokenSource _stop = new();
    Task<int> _run = Task.FromResult(0);

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    public static ServeRun Start(ServeOptions options)
    {
        var serve = new ServeRun();
        serve._run = ServeCommand.RunAsync(options, serve._output, serve._error, serve._stop.Token);
        return serve;
    }

    /// <summary>The first lines, once there are as many.</summary>
    public async Task<string[]> LinesAsync(int count)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var lines = Output.Split('\n');
            if (lines.Length > count)
            {
                return lines[..count];
            }

            Assert.False(_run.IsCompleted, Error);
            await Task.Delay(20, patience.Token);
        }
    }

    /// <summary>Sends a message over STARTTLS as a client would that reads the announcement; the reply after the dot.</summary>
    public async Task<string> SendAsync(string from, string to, string content)
    {
        var lines = await LinesAsync(4);
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPEndPoint.Parse(lines[1]["listening on ".Length..].Split(' ')[0]));
        await using var network = new NetworkStream(socket);
        await using var tls = new SslStream(network, leaveInnerStreamOpen: true, (_, certificate, _, _) => certificate?.Subject == "CN=localhost");
        await CommandAsync(network, null);
        await CommandAsync(network, "EHLO client.example.com");
        await CommandAsync(network, "STARTTLS");
        await tls.AuthenticateAsClientAsync("localhost");
        await CommandAsync(tls, "EHLO client.example.com");
        var plain = $"\0{lines[2]["username: ".Length..]}\0{lines[3]["password: ".Length..]}";
        await CommandAsync(tls, "AUTH PLAIN " + Convert.ToBase64String(Encoding.ASCII.GetBytes(plain)));
        await CommandAsync(tls, $"MAIL FROM:<{from}>");
        await CommandAsync(tls, $"RCPT TO:<{to}>");
        await CommandAsync(tls, "DATA");
        var verdict = await CommandAsync(tls, content.Replace("\n.", "\n..", StringComparison.Ordinal) + ".");
        await CommandAsync(tls, "QUIT");
        return verdict;
    }

    public Task<int> EndAsync() => _run.WaitAsync(Patience);

    public async Task<int> StopAsync()
    {
        await _stop.CancelAsync();
        return await EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    /// <summary>Sends a line and reads to the end of the reply: a line whose fourth character is a space.</summary>
    static async Task<string> CommandAsync(Stream stream, string? line)
    {
        using var patience = new CancellationTokenSource(Patience);
        if (line is not null)
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), patience.Token);
        }

        var reply = new List<byte>();
        var octet = new byte[1];
        var lineStart = 0;
        while (await stream.ReadAsync(octet, patience.Token) > 0)
        {
            reply.Add(octet[0]);
            if (octet[0] == '\n')
            {
                if (reply[lineStart + 3] == ' ')
                {
                    break;
                }

                lineStart = reply.Count;
            }
        }

        return Encoding.ASCII.GetString([.. reply]);
    }
}
