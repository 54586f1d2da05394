using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using SmtpInspector.Protocol.Practice;

namespace SmtpInspector.Net.Practice;

/// <summary>A running practice server: two listening ports, one account, one certificate. Disposing it stops it.</summary>
public sealed class PracticeServer : IAsyncDisposable
{
    /// <summary>How many clients over the limit are told 421 at once; those beyond are closed without a word.</summary>
    const int MostRefusals = 32;

    readonly CancellationTokenSource _stopping = new();
    readonly ConcurrentDictionary<long, Task> _connections = new();
    int _open;
    readonly PracticeCertificates _certificates;
    readonly PracticeHost _host;
    readonly Socket _implicitTls;
    readonly Socket _startTls;
    readonly Task _accepting;
    long _lastNumber;
    int _stopped;

    PracticeServer(PracticeServerOptions options)
    {
        _certificates = PracticeCertificates.Create(options.Address, options.Time, CertificateFaults(options.Faults));
        _host = new PracticeHost(options, _certificates, _stopping.Token);
        _implicitTls = Listen(options.Address, options.Port);
        try
        {
            _startTls = Listen(options.Address, options.StartTlsPort);
        }
        catch
        {
            _implicitTls.Dispose();
            throw;
        }

        _accepting = Task.WhenAll(AcceptAsync(_implicitTls, implicitTls: true), AcceptAsync(_startTls, implicitTls: false));
    }

    /// <summary>Where it listens.</summary>
    public IPAddress Address => _host.Options.Address;

    /// <summary>The port with implicit TLS.</summary>
    public int Port => ((IPEndPoint)_implicitTls.LocalEndPoint!).Port;

    /// <summary>The port with STARTTLS.</summary>
    public int StartTlsPort => ((IPEndPoint)_startTls.LocalEndPoint!).Port;

    /// <summary>The account: user name, password, and the secret key the password was derived from.</summary>
    public PracticeCredentials Credentials => _host.Credentials;

    /// <summary>The account's user name.</summary>
    public string UserName => Credentials.UserName;

    /// <summary>The account's password.</summary>
    public string Password => Credentials.Password;

    /// <summary>The authority that signed the server's certificate, without its key; to be trusted for this server.</summary>
    public X509Certificate2 CaCertificate => _certificates.Authority;

    /// <summary>The same in PEM.</summary>
    public string CaPem => CaCertificate.ExportCertificatePem() + "\n";

    /// <summary>The messages accepted so far, oldest first; the last 1000 or 10 MiB.</summary>
    public IReadOnlyList<ReceivedMessage> Messages => _host.Messages.Snapshot();

    /// <summary>Starts a server; when this returns, it accepts connections.</summary>
    /// <exception cref="SocketException">A port is taken, or the address is none of this machine's.</exception>
    public static Task<PracticeServer> StartAsync(PracticeServerOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);

        // Two keys are made and two certificates signed: some milliseconds that the caller may use for something else.
        return Task.Run(() => new PracticeServer(options), cancellationToken);
    }

    /// <summary>Tells every client 421, closes, and returns when all is closed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _stopped, 1) != 0)
        {
            return;
        }

        await _stopping.CancelAsync();
        _implicitTls.Dispose();
        _startTls.Dispose();
        await _accepting;
        await Task.WhenAll(_connections.Values);
        _certificates.Dispose();
        _stopping.Dispose();
    }

    static PracticeCertificateFaults CertificateFaults(IEnumerable<ChosenFault> faults) => faults
        .Select(fault => fault.Trouble)
        .OfType<PracticeTrouble.Certificate>()
        .Aggregate(PracticeCertificateFaults.None, (all, trouble) => all | trouble.Fault);

    static Socket Listen(IPAddress address, int port)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(address, port));
            socket.Listen(512);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    async Task AcceptAsync(Socket listener, bool implicitTls)
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                Admit(await listener.AcceptAsync(_stopping.Token), implicitTls);
            }
            catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException)
            {
                // A client that was gone before it was accepted, or no descriptor left: neither may stop the server, nor make it spin.
                await Task.Delay(TimeSpan.FromMilliseconds(50), CancellationToken.None);
            }
        }
    }

    void Admit(Socket client, bool implicitTls)
    {
        var open = Volatile.Read(ref _open);
        if (open >= _host.Options.MaxConnections + MostRefusals)
        {
            client.Dispose();
            return;
        }

        // Replies are single segments: nothing is to wait for an acknowledgement.
        client.NoDelay = true;
        var number = Interlocked.Increment(ref _lastNumber);
        var served = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _connections[number] = served.Task;
        Interlocked.Increment(ref _open);
        _ = ServeAsync(client, number, implicitTls, refuse: open >= _host.Options.MaxConnections, served);
    }

    async Task ServeAsync(Socket client, long number, bool implicitTls, bool refuse, TaskCompletionSource served)
    {
        try
        {
            _host.Tell(new PracticeNotice.Closed(number, await ConverseAsync(client, number, implicitTls, refuse)));
        }
        catch (Exception exception)
        {
            // Our own mistake must not take the other clients down with it; it is told, not hidden.
            _host.Tell(new PracticeNotice.Failed(number, exception));
        }
        finally
        {
            _connections.TryRemove(number, out _);
            served.SetResult();
        }
    }

    // Whoever reads that a connection is closed may take its place at once.
    async Task<string> ConverseAsync(Socket client, long number, bool implicitTls, bool refuse)
    {
        try
        {
            await Task.Yield();
            using var connection = new PracticeConnection(_host, client, number, implicitTls);
            return await connection.RunAsync(refuse);
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }
}
