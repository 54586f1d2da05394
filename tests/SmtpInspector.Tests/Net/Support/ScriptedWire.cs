using SmtpInspector.Net;
using SmtpInspector.Protocol.Conversation;

namespace SmtpInspector.Tests.Net.Support;

/// <summary>A wire from which given chunks are received, one at a time.</summary>
sealed class ScriptedWire(params byte[][] chunks) : IWire
{
    byte[] _buffer = [];
    int _next;

    public Action OnReceive { get; init; } = () => { };

    public string Address => "test";

    public string LocalAddress => "";

    public int Port => 0;

    public long ReceivedCount { get; private set; }

    public long SentCount => 0;

    public ReadOnlyMemory<byte> Buffered => _buffer;

    public WireEnd? Ended { get; private set; }

    public TlsSession? Tls => null;

    public ValueTask<bool> ReceiveAsync(CancellationToken cancellationToken)
    {
        if (_next == chunks.Length)
        {
            Ended = WireEnd.Closed;
            return new(false);
        }

        OnReceive();
        ReceivedCount += chunks[_next].Length;
        _buffer = [.. _buffer, .. chunks[_next++]];
        return new(true);
    }

    public void Consume(int count) => _buffer = _buffer[count..];

    public ValueTask SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ReadOnlyMemory<byte> TakeAhead() => throw new NotSupportedException();

    public Task<TlsHandshake> StartTlsAsync(TlsOptions options, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask HalfCloseAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask CloseAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public void Abort()
    {
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
