using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using SmtpInspector.Protocol.Practice;

namespace SmtpInspector.Net.Practice;

/// <summary>One client of the practice server: carries lines to a <see cref="PracticeSession"/> and its actions out.</summary>
sealed class PracticeConnection : IDisposable
{
    /// <summary>How long the last words may take on their way to a client that does not read.</summary>
    static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    readonly PracticeHost _host;
    readonly long _number;
    readonly Socket _socket;
    readonly PracticeSession _session;
    readonly bool _implicitTls;
    readonly CancellationTokenSource _patience;
    readonly CancellationTokenRegistration _stopping;
    Stream _stream;
    LineReader _lines;
    DateTimeOffset _contentSince;
    bool _isClosing;

    public PracticeConnection(PracticeHost host, Socket socket, long number, bool implicitTls)
    {
        _host = host;
        _number = number;
        _socket = socket;
        _implicitTls = implicitTls;
        _session = host.NewSession(number, implicitTls);
        _patience = new CancellationTokenSource(Timeout.InfiniteTimeSpan, host.Options.Time);
        _stopping = host.Stopping.Register(_patience.Cancel);
        _stream = new NetworkStream(socket, ownsSocket: true);
        _lines = new LineReader(_stream);
    }

    /// <summary>Serves the client to the end. Whatever the client does, this returns: it never throws for it.</summary>
    /// <param name="refuse">Whether all there is to say is that there are too many connections.</param>
    /// <returns>How it ended.</returns>
    public async Task<string> RunAsync(bool refuse)
    {
        _host.Tell(new PracticeNotice.Connected(_number, _socket.RemoteEndPoint, _implicitTls));
        try
        {
            return await ConverseAsync(refuse);
        }
        catch (Exception exception) when (exception is IOException or SocketException or AuthenticationException or OperationCanceledException or ObjectDisposedException)
        {
            // The client went away in the middle, or never read: its right, and the end of this connection only.
            return exception is not OperationCanceledException ? "the connection was lost"
                : _host.Stopping.IsCancellationRequested ? "the server was stopped"
                : "the client did not read";
        }
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _patience.Dispose();
        _session.Dispose();
        _lines.Dispose();
        _stream.Dispose();
    }

    async Task<string> ConverseAsync(bool refuse)
    {
        if (_implicitTls && !await StartTlsAsync())
        {
            return "no TLS";
        }

        RenewPatience();
        await PerformAsync(refuse ? _session.Refuse() : _session.Open());
        while (!_isClosing)
        {
            ReadOnlyMemory<byte> line;
            try
            {
                line = await _lines.ReadAsync(_session.State.ChunkLeft, _patience.Token);
            }
            catch (OperationCanceledException)
            {
                var stopped = _host.Stopping.IsCancellationRequested;
                await SayGoodbyeAsync(stopped ? _session.ShutDown() : _session.Idle());
                return stopped ? "the server was stopped" : "the client was silent too long";
            }

            if (line.IsEmpty)
            {
                await CloseAsync();
                return "by the client, without QUIT";
            }

            var wasInContent = _session.State.Mode is PracticeMode.Content or PracticeMode.Chunk;
            var actions = _session.Receive(line.Span);
            if (!wasInContent)
            {
                _contentSince = _host.Options.Time.GetUtcNow();
            }

            await PerformAsync(actions);
            if (actions.Count > 0 || IsProgress(line))
            {
                RenewPatience();
            }
        }

        await CloseAsync();
        return "by the server";
    }

    /// <summary>Whether a line, or in content a piece of one, earns the client more time. A drip of octets that ends no line does not.</summary>
    bool IsProgress(ReadOnlyMemory<byte> line)
    {
        if (_session.State.Mode is PracticeMode.Content or PracticeMode.Chunk)
        {
            return _host.Options.Time.GetUtcNow() - _contentSince < _host.Options.ContentTimeout;
        }

        return line.Span is [.., (byte)'\n'];
    }

    void RenewPatience() => _patience.CancelAfter(_host.Idle);

    async ValueTask PerformAsync(IReadOnlyList<PracticeAction> actions)
    {
        foreach (var action in actions)
        {
            switch (action)
            {
                case PracticeAction.Send send:
                    await SendAsync(send, _patience.Token);
                    break;
                case PracticeAction.Wait(var duration):
                    _patience.CancelAfter(duration + _host.Idle);
                    await Task.Delay(duration, _host.Options.Time, _host.Stopping);
                    break;
                case PracticeAction.Accept(var message):
                    _host.Accept(_number, message);
                    break;
                case PracticeAction.StartTls:
                    _isClosing = !await UpgradeAsync();
                    break;
                case PracticeAction.Close:
                    _isClosing = true;
                    break;
            }
        }
    }

    async ValueTask SendAsync(PracticeAction.Send send, CancellationToken cancellationToken)
    {
        var octets = Encoding.Latin1.GetBytes(send.Octets);
        if (send.Pace == TimeSpan.Zero)
        {
            await _stream.WriteAsync(octets, cancellationToken);
            return;
        }

        // Every octet is progress of the server's: the client is not to be called silent meanwhile.
        _patience.CancelAfter((send.Pace * octets.Length) + _host.Idle);
        for (var i = 0; i < octets.Length; i++)
        {
            await _stream.WriteAsync(octets.AsMemory(i, 1), cancellationToken);
            await Task.Delay(send.Pace, _host.Options.Time, cancellationToken);
        }
    }

    /// <summary>
    /// RFC 3207 §4.2: nothing that came in the clear may be taken for something said inside TLS. Octets that a man in the middle put
    /// behind STARTTLS are lying in the reader; they go with it.
    /// </summary>
    async ValueTask<bool> UpgradeAsync()
    {
        var discarded = _lines.Discard();
        if (discarded > 0)
        {
            _host.Tell(new PracticeNotice.PlaintextDiscarded(_number, discarded));
        }

        if (!await StartTlsAsync())
        {
            return false;
        }

        _session.TlsStarted();
        RenewPatience();
        return true;
    }

    async ValueTask<bool> StartTlsAsync()
    {
        _lines.Dispose();
        var tls = new SslStream(_stream, leaveInnerStreamOpen: false);
        _stream = tls;
        _lines = new LineReader(tls);
        _patience.CancelAfter(_host.Options.HandshakeTimeout);
        try
        {
            await tls.AuthenticateAsServerAsync(_host.TlsOptions, _patience.Token);
        }
        catch (Exception exception) when (exception is AuthenticationException or IOException or OperationCanceledException)
        {
            // There is nobody to tell: without TLS no reply can be sent any more.
            var reason = exception is OperationCanceledException ? "the handshake took too long" : exception.InnerException?.Message ?? exception.Message;
            _host.Tell(new PracticeNotice.TlsFailed(_number, reason));
            return false;
        }

        _host.Tell(new PracticeNotice.TlsStarted(_number, tls.SslProtocol == SslProtocols.Tls12 ? "TLS 1.2" : "TLS 1.3"));
        return true;
    }

    async Task SayGoodbyeAsync(IReadOnlyList<PracticeAction> actions)
    {
        using var farewell = new CancellationTokenSource(Farewell);
        foreach (var send in actions.OfType<PracticeAction.Send>())
        {
            // Last words are not dripped: there is no time left for it.
            await SendAsync(send with { Pace = TimeSpan.Zero }, farewell.Token);
        }

        await CloseAsync();
    }

    /// <summary>Ends TLS and TCP in order, and reads what is still coming, so that a reset does not overtake the last reply.</summary>
    async Task CloseAsync()
    {
        using var farewell = new CancellationTokenSource(Farewell);
        try
        {
            if (_stream is SslStream { IsAuthenticated: true } tls)
            {
                await tls.ShutdownAsync().WaitAsync(farewell.Token);
            }

            _socket.Shutdown(SocketShutdown.Send);
            var scrap = new byte[4096];
            for (var rounds = 0; rounds < 64; rounds++)
            {
                if (await _socket.ReceiveAsync(scrap, SocketFlags.None, farewell.Token) == 0)
                {
                    break;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
        {
            // Everything was said; a client that does not stay for the end misses nothing.
        }
    }
}
