using System.Text;
using SmtpInspector.Net;
using SmtpInspector.Protocol.Conversation;

namespace SmtpInspector.Session;

sealed partial class Talk
{
    /// <summary>
    /// Connects, makes TLS as asked for, awaits the greeting, and sends what the program sends of its own accord.
    /// False when the conversation ended there.
    /// </summary>
    public async Task<bool> OpenAsync(CancellationToken cancellationToken)
    {
        if (options.Auth is { Password: var password })
        {
            // From the first octet on: a server that was told it before may greet with it.
            conversation.Judge.KnownSecrets.Add(Encoding.UTF8.GetBytes(password), "password");
        }

        if (!await ConnectAsync(cancellationToken)
            || (options.Mode == TlsMode.Implicit && !await HandshakeAsync(cancellationToken)))
        {
            return false;
        }

        var greeting = await AwaitRepliesAsync(cancellationToken);
        if (greeting is WaitResult.TimedOut)
        {
            await conversation.CloseAsync(clean: false, cancellationToken);
        }

        if (greeting is not (WaitResult.Answered or WaitResult.Interrupted))
        {
            return false;
        }

        ReplyHandler();
        if (options.Mode is TlsMode.StartTls or TlsMode.Auto && !await StartTlsByItselfAsync(cancellationToken))
        {
            return false;
        }

        ReplyHandler();
        return State.Phase != Phase.Closing && (options.Auth is null || await AuthenticateAsync(options.Auth, cancellationToken));
    }

    async Task<bool> ConnectAsync(CancellationToken cancellationToken)
    {
        var dialer = new Dialer(time);
        var (host, port) = options.Target is Target.Tcp tcp ? (tcp.Host, tcp.Port) : (((Target.Unix)options.Target).Path, 0);
        conversation.Happened(new ConversationEvent.Connecting(conversation.Now, host, port));
        if (KeyLog.Path is { } keyLog)
        {
            conversation.Say($"SSLKEYLOGFILE: the keys of TLS sessions are written to {keyLog}; whoever has them can read the traffic.");
        }

        try
        {
            conversation.Connected(options.Target is Target.Unix unix
                ? await dialer.ConnectUnixAsync(unix.Path, cancellationToken)
                : await dialer.ConnectAsync(host, port, options.Connection, cancellationToken));
            return true;
        }
        catch (ConnectException refused)
        {
            outcome.Fail(ExitStatus.NoConnection, refused.Message);
            conversation.Happened(new ConversationEvent.Failed(conversation.Now, FailureKind.Connect, refused.Message));
            return false;
        }
    }

    async Task<bool> HandshakeAsync(CancellationToken cancellationToken)
    {
        try
        {
            var tls = options.Tls! with { MayComplete = Certificates.MayComplete(Host) };
            await conversation.StartTlsAsync(tls, cancellationToken);
        }
        catch (TlsException failed)
        {
            if (failed.Session is { } session)
            {
                conversation.Happened(new ConversationEvent.TlsStarted(conversation.Now, session));
            }

            await EndAsync(FailureKind.Tls, ExitStatus.Tls, failed.Message, cancellationToken);
            return false;
        }

        return conversation.Tls is not { Verified: false } unverified || await MayGoOnAsync(unverified, cancellationToken);
    }

    // Between the handshake and the first octet inside it: nothing has been sent, and without a yes nothing is.
    async Task<bool> MayGoOnAsync(TlsSession session, CancellationToken cancellationToken)
    {
        if (options.Tls!.Insecure)
        {
            return true;
        }

        var (goesOn, why) = await Certificates.DecideAsync(new(Host.Name, Host.Port, session), Names, cancellationToken);
        if (goesOn)
        {
            conversation.Say(why);
            return true;
        }

        await EndAsync(FailureKind.Tls, ExitStatus.Tls, why, cancellationToken);
        return false;
    }

    // What a trusted certificate is kept for: the server as it was connected to.
    (string Name, int Port) Host => options.Target is Target.Tcp tcp ? (tcp.Host, tcp.Port) : (options.Target.Written, 0);

    // After the 220 to STARTTLS, whoever sent it.
    async ValueTask<bool> UpgradeAsync(CancellationToken cancellationToken)
    {
        if (options.Tls is null)
        {
            await EndAsync(FailureKind.Tls, ExitStatus.Tls, $"TLS on a Unix-domain socket needs the name to verify: add {Names.Taking(("server-name", "NAME"))}.", cancellationToken);
            return false;
        }

        if (conversation.TakeInjected())
        {
            if (!options.Connection.Insecure)
            {
                await EndAsync(
                    FailureKind.Tls,
                    ExitStatus.Tls,
                    "Plaintext stood behind the 220 to STARTTLS, before the handshake: someone on the way may have put it there (RFC 3207 §6). The handshake was not begun.",
                    cancellationToken);
                return false;
            }

            conversation.Say($"{Names.Label("insecure")}: that plaintext is discarded, the handshake goes on.");
        }

        return await HandshakeAsync(cancellationToken);
    }

    async Task<bool> StartTlsByItselfAsync(CancellationToken cancellationToken)
    {
        if (State.Phase == Phase.Opening)
        {
            // The user waits for the greeting no more. What is said now is the user's to say, but not where TLS has to come first.
            if (options.Mode == TlsMode.Auto)
            {
                return true;
            }

            await EndAsync(FailureKind.Tls, ExitStatus.Tls, "The server has not greeted: STARTTLS could not be sent, and so nothing was.", cancellationToken);
            return false;
        }

        if (State.Phase != Phase.Greeted)
        {
            // The greeting refused: its code has been seen, and nothing goes out in the clear.
            await QuitAsync(cancellationToken);
            return false;
        }

        if (!await SendOwnAsync($"EHLO {options.EhloName ?? EhloNames.Own(conversation.LocalAddress)}", cancellationToken))
        {
            return false;
        }

        var answers = replies.Drain();
        if (State.Phase == Phase.Closing)
        {
            return await RefuseAsync(cancellationToken);
        }

        var offered = State.Offers?.Has("STARTTLS") ?? false;
        if (!offered)
        {
            if (options.Mode == TlsMode.Auto)
            {
                Array.ForEach(answers, Judge);
                conversation.Say($"The server offers no STARTTLS: the conversation goes on in the clear. With {Names.Set("tls", "starttls")} it would end here.");
                return true;
            }

            var why = State.Offers is null ? "The server refused EHLO" : "The server does not offer STARTTLS";
            await EndAsync(
                FailureKind.Tls,
                ExitStatus.Tls,
                $"{why}, so nothing more was sent: TLS may have been stripped on the way, or this port has none. Try {Names.Set("tls", "implicit")}, or {Names.Set("tls", "none")} to go on in the clear.",
                cancellationToken);
            return false;
        }

        if (!await SendOwnAsync("STARTTLS", cancellationToken))
        {
            return false;
        }

        replies.Drain();
        if (State.Tls == true)
        {
            return true;
        }

        if (State.Phase == Phase.Closing)
        {
            return await RefuseAsync(cancellationToken);
        }

        await EndAsync(FailureKind.Tls, ExitStatus.Tls, $"The server refused STARTTLS, so nothing more was sent. Try again later, or {Names.Set("tls", "none")} to go on in the clear.", cancellationToken);
        return false;
    }

    // 421: nothing more is sent.
    async Task<bool> RefuseAsync(CancellationToken cancellationToken)
    {
        outcome.Fail(ExitStatus.Unexpected);
        await conversation.CloseAsync(clean: false, cancellationToken);
        return false;
    }

    /// <summary>Sends a command of the program's own and awaits its reply. False when the conversation ended.</summary>
    public async Task<bool> SendOwnAsync(string command, CancellationToken cancellationToken)
    {
        if (!await HearOutAsync(cancellationToken)
            || !await TrySendAsync(Encoding.UTF8.GetBytes(command + "\r\n"), own: true, cancellationToken))
        {
            return false;
        }

        var result = await AwaitRepliesAsync(cancellationToken);
        if (result == WaitResult.TimedOut)
        {
            await conversation.CloseAsync(clean: false, cancellationToken);
        }

        return result == WaitResult.Answered;
    }

    // What the server has said already stands before the next command, and is no answer to it: least of all a 220 to a
    // STARTTLS that was not sent yet.
    async Task<bool> HearOutAsync(CancellationToken cancellationToken)
    {
        while (conversation.ServerHasSpoken && State.Phase != Phase.Closing)
        {
            if (!await ListenAsync(cancellationToken))
            {
                return false;
            }
        }

        return State.Phase != Phase.Closing || await RefuseAsync(cancellationToken);
    }

    /// <summary>Sends octets. False when the connection does not take them any more; then it is over.</summary>
    public async ValueTask<bool> TrySendAsync(ReadOnlyMemory<byte> octets, bool own, CancellationToken cancellationToken)
    {
        conversation.Sending(octets, own);
        return await TryWriteAsync(octets, cancellationToken);
    }

    /// <summary>Writes octets that were shown already. False when the connection does not take them any more.</summary>
    public async ValueTask<bool> TryWriteAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken)
    {
        // Not in what is tried: the failure of an output is none of the connection's.
        conversation.Flush();
        try
        {
            await conversation.WriteAsync(octets, cancellationToken);
            return true;
        }
        catch (IOException)
        {
            // What the server said last may explain it.
            while (conversation.IsOpen && await ListenAsync(cancellationToken))
            {
            }

            return false;
        }
    }
}
