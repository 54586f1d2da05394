using System.Net;
using SmtpInspector.Net;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Redaction;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Session;

/// <summary>
/// A connection with everything that is known of it: sends and receives, has each event judged and hands it to the
/// observers. One caller at a time.
/// </summary>
sealed class LiveConversation : IAsyncDisposable
{
    readonly TimeProvider _time;
    readonly long _start;
    readonly IConversationObserver[] _observers;
    IWire? _wire;
    ServerLineReader? _reader;
    Task<ServerLine?>? _read;
    long _replyOctets;

    /// <param name="start">The state it begins in.</param>
    /// <param name="time">What time it is.</param>
    /// <param name="observers">Who is told.</param>
    /// <param name="known">The credentials of earlier conversations with the same server: it may greet with them. Null for none.</param>
    public LiveConversation(SessionState start, TimeProvider time, IReadOnlyList<IConversationObserver> observers, KnownSecrets? known = null)
    {
        Judge = new ConversationJudge(start, known);
        _time = time;
        _start = time.GetTimestamp();
        _observers = [.. observers];
    }

    /// <summary>Who follows the conversation.</summary>
    public ConversationJudge Judge { get; }

    /// <summary>Where the conversation stands.</summary>
    public SessionState State => Judge.State;

    /// <summary>Time since the connection attempt.</summary>
    public TimeSpan Now => At(_time.GetTimestamp());

    // Whole milliseconds from the beginning: what is printed now and what a transcript says later are then the same time.
    TimeSpan At(long timestamp)
    {
        var elapsed = _time.GetElapsedTime(_start, timestamp);
        return new(elapsed.Ticks - (elapsed.Ticks % TimeSpan.TicksPerMillisecond));
    }

    /// <summary>Whether there is a connection that takes lines.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Whether the peer is this machine: nobody on the way can listen.</summary>
    public bool IsLocal { get; private set; }

    /// <summary>The TLS session; null in the clear.</summary>
    public TlsSession? Tls => _wire?.Tls;

    /// <summary>The client's own address on the connection; empty on a Unix-domain socket.</summary>
    public string LocalAddress => _wire?.LocalAddress ?? "";

    /// <summary>Whether a finding of severity error has been made.</summary>
    public bool HasErrorFinding { get; private set; }

    /// <summary>Why TLS ended in the midst of the conversation; null while it has not.</summary>
    public TlsException? BrokenTls { get; private set; }

    /// <summary>Whether QUIT was sent, by whomever and however it was answered.</summary>
    public bool HasQuit { get; private set; }

    /// <summary>How the server ended the connection; null while it has not.</summary>
    public WireEnd? Ended => _wire?.Ended;

    /// <summary>Has an event judged, and shows it to every observer.</summary>
    public IReadOnlyList<Entry> Happened(ConversationEvent happened)
    {
        // What is said beside the lines may quote them, and is recorded too.
        happened = happened switch
        {
            ConversationEvent.Note note => note with { Text = Judge.KnownSecrets.Hide(note.Text) },
            ConversationEvent.Failed failed => failed with { Message = Judge.KnownSecrets.Hide(failed.Message) },
            _ => happened,
        };
        var before = Judge.State;
        return Show(happened, before, Judge.Apply(happened));
    }

    /// <summary>Whether a reply waits for what the server does next.</summary>
    public bool HoldsBack => Judge.HoldsBack;

    /// <summary>Shows such a reply: the server has not closed behind it.</summary>
    public void Settle()
    {
        if (HoldsBack)
        {
            Show(null, State, Judge.Settle());
        }
    }

    IReadOnlyList<Entry> Show(ConversationEvent? happened, SessionState before, IReadOnlyList<Entry> entries)
    {
        // Most lines of a message have no entry; to enumerate would leave garbage for each.
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            HasQuit |= entry is Entry.Command { Verb: Verb.Quit };
            foreach (var finding in entry.Findings)
            {
                HasErrorFinding |= finding.Severity == Severity.Error;
            }
        }

        var observed = new Observed(happened, before, Judge.State, Judge.Secrets, entries);
        foreach (var observer in _observers)
        {
            observer.Take(observed);
        }

        return entries;
    }

    /// <summary>Says something that belongs into the conversation's record.</summary>
    public void Say(string text) => Happened(new ConversationEvent.Note(Now, text));

    /// <summary>Takes over a connection that stands.</summary>
    public void Connected(IWire wire)
    {
        _wire = wire;
        _reader = new ServerLineReader(wire, _time);
        IsLocal = wire.Port == 0 || (IPAddress.TryParse(wire.Address, out var address) && IPAddress.IsLoopback(address));
        IsOpen = true;
        Happened(new ConversationEvent.Connected(Now, wire.Address, wire.Port));
    }

    /// <summary>Sends octets exactly, in one write, and shows them as lines or pieces of lines.</summary>
    /// <exception cref="IOException">The connection does not take them any more.</exception>
    public async ValueTask SendAsync(ReadOnlyMemory<byte> octets, bool own, CancellationToken cancellationToken)
    {
        Sending(octets, own);
        Flush();
        await WriteAsync(octets, cancellationToken);
    }

    /// <summary>Shows octets that are about to be sent with <see cref="WriteAsync"/>.</summary>
    public void Sending(ReadOnlyMemory<byte> octets, bool own)
    {
        Settle();
        for (var start = 0; start < octets.Length;)
        {
            var lineFeed = octets.Span[start..].IndexOf((byte)'\n');
            var end = lineFeed < 0 ? octets.Length : start + lineFeed + 1;
            Happened(new ConversationEvent.Line(Now, new WireLine(Direction.Client, _sent, octets[start..end]), own));
            _sent += end - start;
            start = end;
        }
    }

    long _sent;

    /// <summary>Sends octets that were shown already.</summary>
    public ValueTask WriteAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken) =>
        _wire!.SendAsync(octets, cancellationToken);

    /// <summary>Completes when a line of the server's, or the end of its direction, can be taken without waiting.</summary>
    public Task WhenServerSpeaks => _read ??= _reader!.ReadAsync(CancellationToken.None).AsTask();

    /// <summary>Whether <see cref="TakeServerLineAsync"/> would return at once.</summary>
    public bool ServerHasSpoken => IsOpen && WhenServerSpeaks.IsCompleted;

    /// <summary>Takes the server's next line and shows it.</summary>
    public async ValueTask<ServerSaid> TakeServerLineAsync()
    {
        ServerLine? line;
        try
        {
            _ = WhenServerSpeaks;
            line = await _read!;
        }
        catch (TlsException broken)
        {
            BrokenTls = broken;
            line = null;
        }
        finally
        {
            _read = null;
        }

        if (line is not { } said)
        {
            return ServerSaid.Nothing;
        }

        var entries = Happened(new ConversationEvent.Line(At(said.Timestamp), said.Wire));
        _replyOctets += said.Wire.Bytes.Length;
        var cutReply = false;
        foreach (var entry in entries)
        {
            if (entry is Entry.Reply reply)
            {
                _replyOctets = 0;
                cutReply |= !reply.Value.IsComplete;
            }
        }

        return said.IsCut || cutReply || _replyOctets > WireLimits.ReplyOctets ? ServerSaid.TooMuch : ServerSaid.Line;
    }

    /// <summary>What stood behind the 220 to STARTTLS and must not be believed; shown, each line of it. Empty when all is well.</summary>
    public bool TakeInjected()
    {
        var ahead = _wire!.TakeAhead();
        ShowServerOctets(ahead);
        return ahead.Length > 0;
    }

    /// <summary>Shows what there is of a line that did not end in time: it is part of the record.</summary>
    public void ShowUnfinished()
    {
        // A copy, not consumed: a read of the wire may still be under way, and nothing is taken after this.
        ShowServerOctets(_wire!.Buffered.ToArray());
    }

    // What came in the clear where TLS was expected: shown line by line, no part of the conversation inside TLS.
    void ShowServerOctets(ReadOnlyMemory<byte> octets)
    {
        for (var start = 0; start < octets.Length;)
        {
            var lineFeed = octets.Span[start..].IndexOf((byte)'\n');
            var end = lineFeed < 0 ? octets.Length : start + lineFeed + 1;
            var offset = Math.Max(0, _wire!.ReceivedCount - octets.Length) + start;
            Happened(new ConversationEvent.Line(Now, new WireLine(Direction.Server, offset, octets[start..end].ToArray())));
            start = end;
        }
    }

    /// <summary>Makes the TLS handshake.</summary>
    /// <exception cref="TlsException">It failed, or the certificate does not verify.</exception>
    public async Task StartTlsAsync(TlsOptions options, CancellationToken cancellationToken)
    {
        TlsHandshake handshake;
        try
        {
            handshake = await _wire!.StartTlsAsync(options, cancellationToken);
        }
        catch (TlsException failed)
        {
            ShowServerOctets(failed.Plaintext);
            throw;
        }

        ShowServerOctets(handshake.Discarded);
        Happened(new ConversationEvent.TlsStarted(Now, handshake.Session));
    }

    /// <summary>Ends the client's direction.</summary>
    public ValueTask HalfCloseAsync(CancellationToken cancellationToken) => _wire!.HalfCloseAsync(cancellationToken);

    /// <summary>Closes from this side, in order.</summary>
    public async ValueTask CloseAsync(bool clean, CancellationToken cancellationToken)
    {
        if (!IsOpen)
        {
            return;
        }

        IsOpen = false;
        Happened(new ConversationEvent.Closed(Now, Direction.Client, clean));
        try
        {
            await _wire!.CloseAsync(cancellationToken);
        }
        catch (IOException)
        {
            // The peer was quicker: the connection is as closed as it can be.
        }
    }

    /// <summary>Notes that the server has closed.</summary>
    public void ServerClosed()
    {
        if (IsOpen)
        {
            IsOpen = false;
            Happened(new ConversationEvent.Closed(Now, Direction.Server, State.Phase == Phase.Closing && State.ClosingCode == 221));
        }
    }

    /// <summary>Lets every observer bring out what it held back of content; called before octets shown are sent.</summary>
    public void Flush()
    {
        foreach (var observer in _observers)
        {
            observer.Flush();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Flush();
        if (_wire is not null)
        {
            await _wire.DisposeAsync();
        }
    }
}
