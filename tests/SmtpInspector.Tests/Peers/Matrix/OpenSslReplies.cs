namespace SmtpInspector.Tests.Peers.Matrix;

/// <summary>
/// A mail server's plainest replies, spoken through the standard input and output of <c>openssl s_server</c>: it knows TLS
/// and no SMTP.
/// </summary>
sealed class OpenSslReplies(OpenSslServerPeer server, OpenSslScenario scenario)
{
    int _read;
    bool _inMessage;

    /// <summary>Answers until the client says QUIT or nothing more comes; gives the octets of the message.</summary>
    public async Task<long> AnswerAsync()
    {
        var rest = Array.Empty<byte>();
        long message = 0;
        if (scenario.InPieces)
        {
            // What it reads in the midst of the handshake it tries to send, and does nothing else for ever.
            await server.UntilReceivedAsync("CIPHER is ");
        }

        await SayAsync("220 openssl.test ESMTP");
        while (await server.Output.FromAsync(_read) is { Length: > 0 } piece)
        {
            _read += piece.Length;
            rest = [.. rest, .. piece];
            int end;
            var from = 0;
            while ((end = rest.AsSpan(from).IndexOf("\r\n"u8)) >= 0)
            {
                // What s_server reports of itself ends in a bare LF: the client's line begins behind it.
                var line = rest.AsSpan(from, end);
                line = line[(line.LastIndexOf((byte)'\n') + 1)..];
                from += end + 2;
                message += _inMessage && !line.SequenceEqual("."u8) ? line.Length + 2 : 0;
                if (await AnsweredAsync(line.Length > 60 ? "" : Octets.Text(line)))
                {
                    return message;
                }
            }

            rest = rest[from..];
        }

        return message;
    }

    // True: that was the last.
    async Task<bool> AnsweredAsync(string line)
    {
        if (_inMessage)
        {
            if (line == ".")
            {
                _inMessage = false;
                await SayAsync("250 2.0.0 taken");
            }

            return false;
        }

        switch (line.Split(' ')[0])
        {
            case "EHLO":
                await SayAsync("250-openssl.test", "250-ENHANCEDSTATUSCODES", "250 8BITMIME");
                return false;
            case "DATA":
                _inMessage = true;
                await SayAsync("354 go on");
                return false;
            case "NOOP" when scenario.KilledAtNoop:
                await server.KillAsync();
                return true;
            case "NOOP" when scenario.AtNoop is { } command:
                await server.SendAsync(command);
                // It throws away what it reads together with a letter: wait until it has told what came of that.
                await server.Output.FromAsync(_read);
                await SayAsync("250 2.0.0 fine");
                return false;
            case "QUIT":
                await SayAsync("221 2.0.0 bye");
                await server.SendAsync("q\n");
                return true;
            default:
                await SayAsync("250 2.0.0 fine");
                return false;
        }
    }

    async Task SayAsync(params string[] lines)
    {
        var text = string.Concat(lines.Select(static line => line + "\r\n"));
        if (!scenario.InPieces)
        {
            await server.SendAsync(text);
            return;
        }

        for (var start = 0; start < text.Length;)
        {
            // Read by itself, one of these letters is a command to s_server: P has it send plaintext, q has it close.
            var end = start + 1;
            while (end < text.Length && "BcKkPQqRrSs".Contains(text[end], StringComparison.Ordinal))
            {
                end++;
            }

            await server.SendAsync(text[start..end]);
            start = end;
            // s_server makes one record of what one read gives it; two pieces read together are no harm.
            await Task.Delay(1);
        }
    }
}
