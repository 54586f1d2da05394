using System.Text;

namespace SmtpInspector.Net;

/// <summary>Recognises what else than the expected a peer speaks, by its first octets, and says what to try.</summary>
public static class PeerProtocol
{
    const int LongestExcerpt = 100;

    /// <summary>
    /// What is wrong when these are the first octets of a peer that should speak SMTP in the clear;
    /// null when they may be SMTP.
    /// </summary>
    internal static string? InPlaceOfSmtp(ReadOnlySpan<byte> first, OptionNames options) => first switch
    {
        [0x15 or 0x16, 0x03, ..] =>
            $"The server answers in TLS where SMTP in the clear was expected: this port begins with TLS. Try {options.Set("tls", "implicit")}.",
        _ => Other(first) is { } other ? $"{other} instead of an SMTP server. Check the host and the port." : null,
    };

    /// <summary>What to say when a server to which nothing was sent does not greet.</summary>
    internal static string SilentInTheClear(OptionNames options) =>
        $"The server does not greet. A port that begins with TLS waits for the client: try {options.Set("tls", "implicit")}.";

    internal static TlsException InPlaceOfTls(byte[] plaintext, bool isUpgrade, OptionNames options)
    {
        var quoted = Excerpt(plaintext);
        if (isUpgrade)
        {
            return new(
                TlsReason.PlaintextInjected,
                $"Behind its 220 to STARTTLS the server sent \"{quoted}\" in the clear where the TLS handshake belongs. Somebody between here and the server may have put it there (RFC 3207 §4.2, CVE-2011-0411); it is not believed, and nothing was sent. With {options.Of("insecure")} it is discarded.")
            {
                Plaintext = plaintext,
            };
        }

        return new(
            TlsReason.NotTls,
            Other(plaintext) is { } other
                ? $"{other} in the clear where TLS was expected (\"{quoted}\"). Check the host and the port."
                : $"The server answered \"{quoted}\" in the clear where TLS was expected: this port does not begin with TLS. Try {options.Set("tls", "starttls")}, or {options.Set("tls", "none")}.")
        {
            // What follows answers the octets of the ClientHello as if they were commands.
            Plaintext = plaintext.AsMemory(0, plaintext.AsSpan().IndexOf((byte)'\n') is >= 0 and var end ? end + 1 : plaintext.Length),
        };
    }

    static string? Other(ReadOnlySpan<byte> first) => first switch
    {
        _ when first.StartsWith("HTTP/"u8) => "A web server or a proxy answers",
        _ when first.StartsWith("SSH-"u8) => "An SSH server answers",
        _ when first.StartsWith("+OK"u8) => "A POP3 server answers",
        _ when first.StartsWith("* OK"u8) || first.StartsWith("* PREAUTH"u8) => "An IMAP server answers",
        _ when first.StartsWith("RFB "u8) => "A VNC server answers",
        _ => null,
    };

    /// <summary>The first line, short, with everything but printable ASCII as \xHH.</summary>
    static string Excerpt(ReadOnlySpan<byte> octets)
    {
        var end = octets.IndexOfAny((byte)'\r', (byte)'\n');
        var line = end < 0 ? octets : octets[..end];
        var text = new StringBuilder();
        foreach (var octet in line[..Math.Min(line.Length, LongestExcerpt)])
        {
            _ = octet is >= 0x20 and < 0x7f ? text.Append((char)octet) : text.Append("\\x").Append(octet.ToString("X2", null));
        }

        return line.Length > LongestExcerpt ? text.Append("...").ToString() : text.ToString();
    }
}
