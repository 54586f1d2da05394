using System.Text;
using System.Text.RegularExpressions;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Importing.Formats;

/// <summary>
/// What <c>openssl s_client</c> shows: the handshake at length, then the server's lines, and the client's where they
/// were typed at a terminal. Of STARTTLS it shows the last line that came before it.
/// </summary>
sealed partial class OpenSslFormat : ITerminalProgram
{
    readonly Handshake _handshake = new();
    bool _inCertificate;
    readonly StringBuilder _certificate = new();
    bool _begun;

    /// <summary>How it is recognised and read.</summary>
    public static ImportFormat Format { get; } = new(
        "s_client",
        "openssl s_client",
        "openssl s_client -connect HOST:465 -crlf, on a terminal; what it shows, copied or kept by script(1)",
        ShownEndings.Server,
        static text => text.Lines.Any(static line => Signature().IsMatch(line.Head)),
        static (text, builder) => UnmarkedReader.Read(text, builder, new OpenSslFormat()));

    public bool Takes(LogLine line, RecordingBuilder builder)
    {
        if (Terminal.Takes(line, builder))
        {
            return true;
        }

        if (line.StartsWith("CONNECTED(") || line.Head is "CONNECTION ESTABLISHED")
        {
            _begun &= !builder.Begin();
        }

        if (_inCertificate || line.Head is "-----BEGIN CERTIFICATE-----")
        {
            ReadCertificate(line);
            return true;
        }

        if (Command().IsMatch(line.Head))
        {
            NotSent(line, builder);
            return true;
        }

        if (line.Head is "closed" || line.StartsWith("read:errno="))
        {
            if (_begun)
            {
                builder.Closed(Direction.Server);
            }

            return true;
        }

        return ReadHandshake(line) || Chatter().IsMatch(line.Head);
    }

    public bool Accepts(Direction direction, LogLine line, RecordingBuilder builder)
    {
        if (_begun)
        {
            return true;
        }

        _begun = true;
        var isRest = direction == Direction.Server && line.StartsWith("250 ");
        var isGreeting = direction == Direction.Server && line.Bytes.Span is [(byte)'2', (byte)'2', (byte)'0', ..] or [(byte)'4' or (byte)'5', ..];
        builder.Current.Tls = isGreeting ? "implicit" : "starttls";
        if (!isGreeting)
        {
            builder.Note("greeting, EHLO and STARTTLS are not in the recording: s_client says them itself"
                + (isRest ? $" and shows the last line only of what the server offered, {line.WordsFrom(0)}" : ""));
        }

        _handshake.IsMade = true;
        builder.Event(_handshake.Take()!);
        return !isRest;
    }

    bool ReadHandshake(LogLine line)
    {
        if (Fact().Match(line.Head) is not { Success: true } fact)
        {
            return false;
        }

        var value = fact.Groups["value"].Value;
        switch (fact.Groups["name"].Value)
        {
            case "New, " or "Reused, ":
                var comma = value.IndexOf(", Cipher is ", StringComparison.Ordinal);
                (_handshake.Protocol, _handshake.Cipher) = comma < 0 ? (value, null) : (value[..comma], value[(comma + 12)..]);
                break;
            case "Protocol version: ":
                _handshake.Protocol = value;
                break;
            case "Ciphersuite: ":
                _handshake.Cipher = value;
                break;
            case "Peer certificate: " or "subject=":
                _handshake.Subject = value;
                break;
            case "issuer=":
                _handshake.Issuer = value;
                break;
            case "depth=0 ":
                _handshake.Subject ??= value;
                break;
            case "verify error:num=":
                _handshake.Problem(value[(value.IndexOf(':', StringComparison.Ordinal) + 1)..]);
                break;
            case "Verification error: ":
                _handshake.Problem(value);
                break;
            case "Verification: ":
                _handshake.Verified ??= value == "OK";
                break;
            case "   v:NotBefore: ":
                var parts = value.Split("; NotAfter: ");
                _handshake.NotBefore ??= parts[0];
                _handshake.NotAfter ??= parts.Length > 1 ? parts[1] : null;
                break;
        }

        return true;
    }

    void ReadCertificate(LogLine line)
    {
        if (line.StartsWith("-----BEGIN"))
        {
            _inCertificate = true;
            _ = _certificate.Clear();
        }
        else if (line.StartsWith("-----END"))
        {
            _inCertificate = false;
            var octets = new byte[_certificate.Length];
            if (Convert.TryFromBase64String(_certificate.ToString(), octets, out var length))
            {
                // The first certificate is the server's own.
                _handshake.Sha256 ??= Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(octets.AsSpan(0, length)));
            }
        }
        else
        {
            _ = _certificate.Append(line.Head);
        }
    }

    // R, Q, k, K, B and C at the beginning of a typed line are commands to s_client, and the line is lost.
    static void NotSent(LogLine line, RecordingBuilder builder)
    {
        if (builder.LastSaid is Happening.Line { Direction: Direction.Client } last
            && last.Content.Span is [(byte)'R' or (byte)'Q' or (byte)'k' or (byte)'K' or (byte)'B' or (byte)'C', ..])
        {
            var letter = (char)last.Content.Span[0];
            builder.TakeBack();
            builder.Doubt(line, $"says {line.Head}: s_client took the line before it for its command {letter} and did not send it");
        }
        else if (line.Head is "DONE")
        {
            builder.Closed(Direction.Client);
        }
    }

    [GeneratedRegex(@"^(CONNECTED\([0-9A-F]+\)|CONNECTION ESTABLISHED|verify return:\d|depth=\d+ .+|Can't use SSL_get_servername|Connecting to \S+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Signature();

    [GeneratedRegex("^(RENEGOTIATING|KEYUPDATE|DONE|HEARTBEATING|RECONNECTING|drop connection and then reconnect)$", RegexOptions.CultureInvariant)]
    private static partial Regex Command();

    [GeneratedRegex("^(?<name>New, |Reused, |Protocol version: |Ciphersuite: |Peer certificate: |subject=|issuer=|verify error:num=|depth=0 |Verification error: |Verification: |   v:NotBefore: )(?<value>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Fact();

    // Of what it can say between the lines of a conversation.
    [GeneratedRegex("""
        ^(---$|\ {3,}\S|\ *\d+\ s:|[>]{3}\ |[<]{3}\ |[0-9a-f]{4}\ -\ |SSL_(connect|accept)|SSL3\ alert|(read\ from|write\ to)\ 0x|[0-9A-F]+:error:|depth=|verify\ |Verify\ return\ code
        |CONNECTED\(|CONNECTION\ ESTABLISHED$|read\ R\ BLOCK|Post-Handshake\ |SSL-Session:|SSL\ handshake|Certificate\ chain$|Server\ certificate$|No\ client\ certificate|Peer\ sign|(Server|Peer)\ Temp\ Key
        |Server\ public\ key|Secure\ Renegotiation|This\ TLS\ version|Compression:|Expansion:|No\ ALPN|ALPN\ |Early\ data|Hash\ used:|Signature\ type:|Connecting\ to\ |Can't\ use\ SSL|Didn't\ find\ STARTTLS
        |Negotiated\ |Acceptable\ client|Client\ Certificate\ Types|Requested\ |Shared\ |OCSP\ |Max\ Early\ Data|\ +[0-9a-f]{2}\ )
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Chatter();
}
