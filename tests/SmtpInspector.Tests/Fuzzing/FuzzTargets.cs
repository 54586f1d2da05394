namespace SmtpInspector.Tests.Fuzzing;

/// <summary>Everything that is tried with any input.</summary>
static partial class FuzzTargets
{
    static readonly Lazy<IReadOnlyList<FuzzTarget>> Table = new(() => [.. Conversations, .. Files, .. Texts, .. Screens]);

    /// <summary>Every target.</summary>
    public static IReadOnlyList<FuzzTarget> All => Table.Value;

    /// <summary>What a transcript and the lines in it are made of.</summary>
    static readonly string[] Words =
    [
        "C: ", "S: ", "C%: ", "S%: ", "* ", "# ", "C:", "S:", "[0.001] ", "[999999999.999] ", "[1] ", "{secret:plain}", "{secret:", "}", "%", "%00", "%0A", "%0D%0A", "%ff", "<note>", "‹",
        "# SMTP transcript 1\n", "# SMTP transcript 2\n", "tls: implicit\n", "tls: starttls\n", "peer: x:25\n", "* closed by=server clean=no\n", "* closed by=client clean=yes\n",
        "* error kind=timeout message=\"x\"\n", "* error kind=17 message=y\n", "* wait 1\n", "* wait 99999999999\n", "* no-wait\n", "* half-close\n", "* close\n", "* own\n",
        "* connected address=[::1]:25\n", "* connecting host=x port=99999\n", "* tls protocol=\"TLS 1.3\" cipher=x verified=no problem=\"a \\\" b\"\n", "* certificate subject=\"CN=a\" names=a,b not-after=2026-01-01T00:00:00Z\n",
        "S: 220 mx.example.com ESMTP\n", "S: 250 ok\n", "S: 250-ok\n", "S: 354 go\n", "S: 334 VXNlcm5hbWU6\n", "S: 334 \n", "S: 235 ok\n", "S: 421 bye\n", "S: 451 4.4.2 idle\n", "S: 535 no\n", "S: 221 bye\n", "S: 550 5.7.1 no\n",
        "C: EHLO me.example\n", "C: LHLO me.example\n", "C: MAIL FROM:<a@b.example> SIZE=1 BODY=8BITMIME\n", "C: RCPT TO:<c@d.example>\n", "C: DATA\n", "C: .\n", "C: BDAT 5 LAST\n", "C: BDAT 0\n", "C: BDAT 99999999999\n",
        "C: AUTH PLAIN AGEAYg==\n", "C: AUTH LOGIN\n", "C: *\n", "C: STARTTLS\n", "C: QUIT\n", "C: RSET\n", "C: NOOP\n", "S: 220 go\n", "S: 250-PIPELINING\n", "S: 250-AUTH PLAIN LOGIN\n", "S: 250 STARTTLS\n", "S: 250 ENHANCEDSTATUSCODES\n",
        "Content-Type: multipart/mixed; boundary=b\n", "--b--\n", "=?utf-8?B?w6Q=?=", "\0", "\u001b[31m", "\u00e2\u0080\u00ae", "\u00c2\u009b", "\u00ff", "\t", "  ", "\r", "\n", "\r\n", ".", "..", "250", "\u00e2\u0080\u008b", "\u00ed\u00a0\u0080",
        "SMTPUTF8", "RET=HDRS", "ORCPT=rfc822;a+2Bb", "AUTH=<>", "NOTIFY=NEVER,DELAY", "@a,@b:", "\"a\\\"b\"@c", "[IPv6:::1]", "[192.0.2.256]", "xn--", "5.1.1 ", "2.0.0",
    ];

    // The same chance for the same input, so that a failing one fails again.
    static Random ChanceOf(byte[] input)
    {
        var hash = 17;
        foreach (var octet in input)
        {
            hash = unchecked((hash * 31) + octet);
        }

        return new Random(hash);
    }
}
