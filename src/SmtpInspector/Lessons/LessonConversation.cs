using System.Text;
using SmtpInspector.LineMode;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Lessons;
using SmtpInspector.Session;

namespace SmtpInspector.Lessons;

/// <summary>One conversation of a lesson with its practice server: lines out in lockstep, replies in.</summary>
sealed class LessonConversation : IAsyncDisposable
{
    // How long a server that has said goodbye may take to hang up.
    static readonly TimeSpan ClosingPatience = TimeSpan.FromSeconds(5);

    readonly LessonHost _host;
    readonly LiveConversation _conversation;
    readonly Talk _talk;
    readonly TimeProvider _time;

    LessonConversation(LessonHost host, IReadOnlyList<IConversationObserver> observers, IWaiting? waiting, TimeProvider time)
    {
        _host = host;
        _time = time;
        _conversation = new LiveConversation(SessionState.Start(tls: false), time, observers);
        var replies = new ReplyWatch();
        _talk = new Talk(host.Options, _conversation, replies, new Outcome(), waiting, time);
    }

    /// <summary>Where it stands.</summary>
    public SessionState State => _conversation.State;

    /// <summary>Whether a line can be sent.</summary>
    public bool IsOpen => _conversation.IsOpen && State.Phase != Phase.Closing;

    /// <summary>Whether a line was begun that has no end yet, so that the server waits for the rest.</summary>
    public bool IsWithinLine { get; private set; }

    /// <summary>Whether the connection stands.</summary>
    public bool IsConnected => _conversation.IsOpen;

    /// <summary>Completes when the server speaks or closes.</summary>
    public Task WhenServerSpeaks => _conversation.WhenServerSpeaks;

    /// <summary>Starts the server and connects.</summary>
    public static async Task<LessonConversation> BeginAsync(
        LessonServer server, IReadOnlyList<IConversationObserver> observers, IWaiting? waiting, TimeProvider time, CancellationToken cancellationToken)
    {
        var host = await LessonHost.StartAsync(server, cancellationToken);
        var conversation = new LessonConversation(host, observers, waiting, time);
        await conversation._talk.OpenAsync(cancellationToken);
        return conversation;
    }

    /// <summary>Types lines into it as the program's own, as far as the conversation stands.</summary>
    public async Task PrepareAsync(IReadOnlyList<string> lines, CancellationToken cancellationToken)
    {
        foreach (var line in lines)
        {
            if (IsOpen)
            {
                await SendAsync(LearnerLine.Read(Encoding.UTF8.GetBytes(line), awaitsAnswer: false, State.Content), own: true, cancellationToken);
            }
        }
    }

    /// <summary>Sends what was typed, and awaits the reply where one is due.</summary>
    public async Task SendAsync(LearnerLine line, bool own, CancellationToken cancellationToken)
    {
        var octets = line switch
        {
            LearnerLine.Line typed => Wire(typed.Content),
            LearnerLine.Exact exact => exact.Octets,
            _ => default,
        };
        if (octets.IsEmpty || !await _talk.TrySendAsync(octets, own, cancellationToken))
        {
            return;
        }

        IsWithinLine = State.Content == ContentMode.None && octets.Span[^1] != (byte)'\n';

        // Half a line, and a line of a message, are answered only when they are whole.
        if (State.Content == ContentMode.None && octets.Span[^1] == (byte)'\n' && await _talk.AwaitRepliesAsync(cancellationToken) == WaitResult.TimedOut)
        {
            await _conversation.CloseAsync(clean: false, cancellationToken);
        }
    }

    /// <summary>Takes what the server has said of its own accord; one that has said goodbye is heard to its end.</summary>
    public async Task HearAsync(CancellationToken cancellationToken)
    {
        // Lines that wait already, as those of a pipe do, belong to the conversation that comes after this one.
        if (IsConnected && State.Phase == Phase.Closing)
        {
            await Task.WhenAny(WhenServerSpeaks, Task.Delay(ClosingPatience, _time, cancellationToken));
        }

        do
        {
            while (_conversation.ServerHasSpoken)
            {
                await _talk.ListenAsync(cancellationToken);
            }
        }
        while (await ClosesBehindAsync(cancellationToken));

        _conversation.Settle();
    }

    // What nobody asked for means another thing directly before a close: that has a moment to arrive.
    async Task<bool> ClosesBehindAsync(CancellationToken cancellationToken) =>
        _conversation.HoldsBack && IsConnected
        && await Task.WhenAny(WhenServerSpeaks, Task.Delay(LineRunner.ClosesWithin, _time, cancellationToken)) == WhenServerSpeaks;

    /// <summary>Ends it: with QUIT where that is possible.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        if (State.Content != ContentMode.None || State.Phase == Phase.Handshake)
        {
            await _conversation.CloseAsync(clean: false, cancellationToken);
        }
        else
        {
            await _talk.FinishAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _conversation.DisposeAsync();
        await _host.DisposeAsync();
    }

    ReadOnlyMemory<byte> Wire(ReadOnlyMemory<byte> content)
    {
        // RFC 5321 §4.5.2: a content line that begins with a dot gets one more; the line of one dot is the end.
        var stuffed = _talk.Options.DotStuffing && State.Content == ContentMode.Data && content.Span is [(byte)'.', _, ..];
        return (byte[])[.. stuffed ? "."u8 : default, .. content.Span, .. "\r\n"u8];
    }
}
