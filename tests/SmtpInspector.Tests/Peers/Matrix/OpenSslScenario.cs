using SmtpInspector.Tests.Net.Support;

namespace SmtpInspector.Tests.Peers.Matrix;

/// <summary>One conversation inside the TLS of <c>openssl s_server</c>.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Server">Options of s_server, separated by spaces.</param>
/// <param name="Client">Options of the program; <c>CERT</c> and <c>KEY</c> are files that the test makes.</param>
sealed record OpenSslScenario(string Name, string Server = "", string Client = "")
{
    /// <summary>What s_server is told when the client says NOOP, before the reply: a letter is a command to it.</summary>
    public string? AtNoop { get; init; }

    /// <summary>s_server is killed instead of an answer to NOOP.</summary>
    public bool KilledAtNoop { get; init; }

    /// <summary>Said for s_server, in pieces, each its own record of TLS.</summary>
    public bool InPieces { get; init; }

    /// <summary>How many lines the message has.</summary>
    public int Lines { get; init; } = 1;

    public TestAuthority.Leaf Certificate { get; init; } = new();

    const string Weak = "-cipher ALL:@SECLEVEL=0";

    /// <summary>All of them, each a message, a NOOP and a QUIT.</summary>
    public static IReadOnlyList<OpenSslScenario> All { get; } =
    [
        new("as they come"),
        new("TLS 1.3 only, on its side", "-tls1_3"),
        new("TLS 1.2 only, on its side", "-tls1_2"),
        new("TLS 1.2 only, on ours", Client: "--tls-max 1.2"),
        new("TLS 1.1 only", $"-tls1_1 {Weak}"),
        new("TLS 1.0 only", $"-tls1 {Weak}"),
        new("TLS 1.2 where 1.3 is asked for", "-tls1_2", "--tls-min 1.3"),
        new("AES-128-GCM", "-ciphersuites TLS_AES_128_GCM_SHA256"),
        new("ChaCha20-Poly1305", "-ciphersuites TLS_CHACHA20_POLY1305_SHA256"),
        new("ChaCha20-Poly1305 in TLS 1.2", "-tls1_2 -cipher ECDHE-ECDSA-CHACHA20-POLY1305"),
        new("CBC in TLS 1.2", "-tls1_2 -cipher ECDHE-ECDSA-AES128-SHA256"),
        new("no forward secrecy in TLS 1.2", "-tls1_2 -cipher AES128-GCM-SHA256") { Certificate = new() { Rsa = 2048 } },
        new("an RSA key") { Certificate = new() { Rsa = 2048 } },
        new("a group that is asked for again", "-groups P-384"),
        new("a finite field group", "-groups ffdhe2048"),
        new("no cipher but anonymous ones", "-tls1_2 -nocert -cipher aNULL:@SECLEVEL=0"),
        new("ALPN offered by the server alone", "-alpn smtp"),
        new("a client certificate asked, none given", "-verify 2"),
        new("a client certificate asked and given", "-verify 2", "--cert CERT --key KEY"),
        new("the same in TLS 1.2", "-tls1_2 -verify 2", "--cert CERT --key KEY"),
        new("a client certificate demanded, none given", "-Verify 2 -verify_return_error"),
        new("the same demand in TLS 1.2", "-tls1_2 -Verify 2 -verify_return_error"),
        new("no session tickets", "-num_tickets 0"),
        new("ten session tickets after the handshake", "-num_tickets 10"),
        new("records of 512 octets at most", "-max_send_frag 512 -split_send_frag 512"),
        new("replies in pieces") { InPieces = true },
        new("new keys in mid conversation") { AtNoop = "k\n" },
        new("new keys on both sides") { AtNoop = "K\n" },
        new("a certificate asked after the handshake") { AtNoop = "c\n" },
        new("renegotiation in TLS 1.2", "-tls1_2") { AtNoop = "r\n" },
        new("text in the clear among the records") { AtNoop = "P\n" },
        new("close_notify without a reply") { AtNoop = "q\n" },
        new("killed, no close_notify") { KilledAtNoop = true },
        new("a message of 30 MB") { Lines = 30_000 },
        new("a message of 30 MB in TLS 1.2", "-tls1_2") { Lines = 30_000 },
    ];
}
