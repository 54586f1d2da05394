using System.Text.RegularExpressions;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Importing.Formats;

/// <summary>What <c>gnutls-cli</c> shows: nothing of its own STARTTLS, the handshake, then the conversation as it is.</summary>
sealed partial class GnuTlsFormat : ITerminalProgram
{
    readonly Handshake _handshake = new();
    bool _begun;

    /// <summary>How it is recognised and read.</summary>
    public static ImportFormat Format { get; } = new(
        "gnutls-cli",
        "gnutls-cli",
        "gnutls-cli --crlf -p 465 HOST, on a terminal; what it shows, copied or kept by script(1)",
        ShownEndings.Server,
        static text => text.Lines.Any(static line => Signature().IsMatch(line.Head)),
        static (text, builder) => UnmarkedReader.Read(text, builder, new GnuTlsFormat()));

    public bool Takes(LogLine line, RecordingBuilder builder)
    {
        if (Terminal.Takes(line, builder))
        {
            return true;
        }

        var resolving = Resolving().Match(line.Head);
        if (resolving.Success)
        {
            _begun &= !builder.Begin();
            builder.Current.Peer = resolving.Groups["peer"].Value;
            return true;
        }

        if (line.StartsWith("- Peer has closed the GnuTLS connection"))
        {
            builder.Closed(Direction.Server);
            return true;
        }

        ReadHandshake(line);
        return Chatter().IsMatch(line.Head);
    }

    public bool Accepts(Direction direction, LogLine line, RecordingBuilder builder)
    {
        if (!_begun)
        {
            _begun = true;
            var isGreeting = direction == Direction.Server && line.Bytes.Span is [(byte)'2', (byte)'2', (byte)'0', ..] or [(byte)'4' or (byte)'5', ..];
            builder.Current.ShowsTls = true;
            if (!isGreeting)
            {
                builder.Current.Tls = "starttls";
                builder.Note("greeting, EHLO and STARTTLS are not in the recording: gnutls-cli says them itself");
            }
        }

        if (_handshake.Take() is { } tls)
        {
            builder.Event(tls);
        }

        return true;
    }

    void ReadHandshake(LogLine line)
    {
        if (Certificate().Match(line.Head) is { Success: true } certificate)
        {
            _handshake.Subject ??= certificate.Groups["subject"].Value;
            _handshake.Issuer ??= certificate.Groups["issuer"].Value;
            _handshake.NotBefore ??= certificate.Groups["from"].Value;
            _handshake.NotAfter ??= certificate.Groups["to"].Value;
        }
        else if (line.StartsWith("- Status: The certificate is trusted"))
        {
            _handshake.Verified = true;
        }
        else if (line.StartsWith("- Status: The certificate is NOT trusted. "))
        {
            _handshake.Problem(line.WordsFrom("- Status: The certificate is NOT trusted. ".Length));
        }
        else if (Description().Match(line.Head) is { Success: true } description)
        {
            (_handshake.Protocol, _handshake.Cipher) = (description.Groups["protocol"].Value, description.Groups["cipher"].Value);
        }
        else if (line.Head is "- Handshake was completed")
        {
            _handshake.IsMade = true;
        }
    }

    [GeneratedRegex(@"^(- Simple Client Mode:|- Handshake was completed|Processed \d+ CA certificate\(s\)\..*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Signature();

    [GeneratedRegex("^Resolving '(?<peer>.*)'\\.\\.\\.$", RegexOptions.CultureInvariant)]
    private static partial Regex Resolving();

    [GeneratedRegex("^ - subject `(?<subject>.*?)', issuer `(?<issuer>.*?)',.*activated `(?<from>.*?)', expires `(?<to>.*?)'", RegexOptions.CultureInvariant)]
    private static partial Regex Certificate();

    [GeneratedRegex(@"^- Description: \((?<protocol>TLS[\d.]+|SSL[\d.]+)[^)]*\)-(?<cipher>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Description();

    [GeneratedRegex(@"^(\ ?-\ |\*\*\*\ |\t|Processed\ |Connecting\ to\ |\|<\d+>\|)", RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Chatter();
}
