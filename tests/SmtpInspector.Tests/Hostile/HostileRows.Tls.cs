using System.Net;
using SmtpInspector.Tests.Net.Support;
using SmtpInspector.Tests.Peers;
using static SmtpInspector.Tests.Peers.ServerStep;

namespace SmtpInspector.Tests.Hostile;

/// <summary>TLS that fails at every step, certificates of every wrongness, and what can go wrong around STARTTLS.</summary>
static partial class HostileRows
{
    const string Upgradable = "250-mx.example.com\r\n250 STARTTLS\r\n";

    static ServerStep[] AskedForTls => [.. Introduced(Upgradable), Hear("STARTTLS")];

    static HostileRow StartTlsRow(string name, int status, string findings, params ServerStep[] behind) =>
        new(name, status, findings, "NOOP\n", [.. AskedForTls, .. behind]) { Tls = "starttls", Options = ["--ehlo", "me.example"], Trusted = Root.Certificate };

    static HostileRow[] Upgrades =>
    [
        StartTlsRow("STARTTLS answered 454", 4, "", Say("454 not now"), HearTheRest()),
        StartTlsRow("STARTTLS answered 502 though offered", 4, "capability-refused", Say("502 no"), HearTheRest()),
        StartTlsRow("STARTTLS answered 250", 4, "reply-code-unlisted", Say("250 ok"), HearTheRest()),
        StartTlsRow("STARTTLS answered 334", 4, "reply-code-unlisted", Say("334 "), HearTheRest()),
        StartTlsRow("STARTTLS answered with words", 4, "reply-malformed", Say("go ahead"), HearTheRest()),
        StartTlsRow("STARTTLS answered 421", 1, "", Say("421 bye"), HearTheRest()),
        StartTlsRow("STARTTLS answered with a close", 5, "reply-missing", HangUp()),
        StartTlsRow("plaintext behind the 220", 4, "starttls-injection", SayExactly("220 go\r\n250 injected\r\n"), HearTheRest()),
        StartTlsRow("half a line of plaintext behind the 220", 4, "starttls-injection", SayExactly("220 go\r\n250 inj"), HearTheRest()),
        StartTlsRow("plaintext a moment after the 220", 4, "starttls-injection", SayExactly("220 go\r\n"), HearSome(), SayExactly("250 injected\r\n"), HearTheRest()),
        StartTlsRow("a close behind the 220", 4, "", Say("220 go"), HangUp()),
        StartTlsRow("a reset behind the 220", 4, "", Say("220 go"), HearSome(), Reset()),
        StartTlsRow("noise behind the 220", 4, "starttls-injection", Say("220 go"), HearSome(), SayExactly("\u0017\u00ff\0\u0001 noise\r\n"), HearTheRest()),
        StartTlsRow("STARTTLS offered again inside TLS", 0, "starttls-still-offered", [Say("220 go"), StartTls(Root.Issue()), Hear("EHLO"), SayExactly(Upgradable), .. Farewell]) with { Input = Ehlo },
        StartTlsRow("another greeting inside TLS", 0, "reply-code-unlisted reply-unsolicited", [Say("220 go"), StartTls(Root.Issue()), Hear("NOOP"), SayExactly(Greeting + "\r\n250 ok\r\n"), .. Farewell]),
        new("the 220 to STARTTLS before it is sent", 5, "reply-missing reply-unsolicited", "NOOP\n",
            [.. Introduced(Upgradable + "220 go\r\n"), HearTheRest()]) { Tls = "starttls", Options = ["--ehlo", "me.example", "--timeout", "1"], Trusted = Root.Certificate },
        new("no STARTTLS where it is asked for", 4, "", "NOOP\n", [.. Introduced(), HearTheRest()]) { Tls = "starttls", Options = ["--ehlo", "me.example"], Heard = "EHLO me.example\r\n" },
        new("plaintext behind a 220 to STARTTLS that was typed", 4, "starttls-injection", Ehlo + "STARTTLS\nNOOP\n",
            [.. Introduced(Upgradable), Hear("STARTTLS"), SayExactly("220 go\r\n550 injected\r\n"), HearTheRest()]) { Trusted = Root.Certificate, Heard = "EHLO me.example\r\nSTARTTLS\r\n" },
        new("plaintext behind the 220, thrown away with --insecure", 0, "starttls-injection", "NOOP\n",
            [.. AskedForTls, SayExactly("220 go\r\n250 injected\r\n"), StartTls(Root.Issue()), .. Answer("NOOP", "250 ok"), .. Farewell]) { Tls = "starttls", Options = ["--ehlo", "me.example", "--insecure"], Trusted = Root.Certificate },
    ];

    static HostileRow Implicit(string name, int status, string findings, params ServerStep[] steps) =>
        new(name, status, findings, Ehlo, steps) { Tls = "implicit", Trusted = Root.Certificate, IsNoConversation = true };

    static HostileRow[] Handshakes =>
    [
        Implicit("a greeting in place of the handshake", 4, "", Say(Greeting), HearTheRest()) with { Says = "--tls starttls", IsNoConversation = false },
        Implicit("a web server in place of the handshake", 4, "reply-malformed", SayExactly("HTTP/1.1 400 Bad Request\r\n\r\n"), HearTheRest()) with { Says = "web server" },
        Implicit("a close in place of the handshake", 4, "", HangUp()),
        Implicit("a close behind the ClientHello", 4, "", HearSome(), HangUp()),
        Implicit("a half-close behind the ClientHello", 4, "", HearSome(), HalfClose(), HearTheRest()),
        Implicit("a reset behind the ClientHello", 4, "", HearSome(), Reset()),
        Implicit("no answer to the ClientHello", 4, "", HearSome(), HearTheRest()) with { Options = ["--timeout", "1"] },
        Implicit("half a record header", 4, "", HearSome(), SayExactly("\u0016\u0003"), HangUp()),
        Implicit("half a record header and silence", 4, "", HearSome(), SayExactly("\u0016\u0003"), HearTheRest()) with { Options = ["--timeout", "1"] },
        Implicit("a record of 65,535 octets", 4, "", HearSome(), SayExactly("\u0016\u0003\u0003\u00ff\u00ff" + new string('\u0002', 65_535)), HangUp()),
        Implicit("an empty record", 4, "", HearSome(), SayExactly("\u0016\u0003\u0003\0\0"), HangUp()),
        Implicit("records without end", 4, "", HearSome(), SayWithoutEnd("\u0016\u0003\u0003\0\u0004\u0002\0\0\0")) with { IsEndless = true },
        Implicit("warnings without end", 4, "", HearSome(), SayWithoutEnd("\u0015\u0003\u0003\0\u0002\u0001\0")) with { IsEndless = true },
        Implicit("noise that begins like a record", 4, "", HearSome(), SayExactly("\u0016\u0003\u0003\0\u0004cccc"), HearTheRest()),
        .. from alert in (byte[])[10, 20, 40, 47, 48, 70, 80, 86, 112, 116, 120, 200]
           select Implicit($"the alert {alert}", 4, "", HearSome(), SayExactly($"\u0015\u0003\u0003\0\u0002\u0002{(char)alert}"), HangUp()),
        .. from length in (int[])[0, 1, 4, 5, 6, 43, 90, 126, 127, 133, 150, 300, 500]
           select Implicit($"a handshake cut after {length} octets of the server's", 4, "", StartTls(Root.Issue(), null, network => new MeddlingStream(network) { CutAfter = length })),
        .. from place in (int[])[5, 9, 20, 44, 80, 120, 140, 200, 400, 500]
           select Implicit($"a handshake with a wrong bit in octet {place}", 4, "", StartTls(Root.Issue(), null, network => new MeddlingStream(network) { FlipAt = place }), HearTheRest()),
        new("a handshake in single octets", 0, "", Ehlo, [StartTls(Root.Issue(), null, network => new MeddlingStream(network) { PieceSize = 1 }), Say(Greeting), Hear("EHLO"), SayExactly(Hello), .. Farewell])
            { Tls = "implicit", Trusted = Root.Certificate },
        new("plaintext inside TLS", 4, "", Ehlo, [StartTls(Root.Issue()), Say(Greeting), Hear("EHLO"), SayInTheClear("250 mx.example.com\r\n"), HearTheRest()])
            { Tls = "implicit", Trusted = Root.Certificate, IsCut = true },
        new("an alert inside TLS", 4, "", Ehlo, [StartTls(Root.Issue()), Say(Greeting), Hear("EHLO"), SayInTheClear("\u0015\u0003\u0003\0\u0002\u0002\u0050"), HearTheRest()])
            { Tls = "implicit", Trusted = Root.Certificate, IsCut = true },
        new("an end of TLS without its closing message", 5, "reply-missing", Ehlo, [StartTls(Root.Issue()), Say(Greeting), Hear("EHLO"), CutOff()])
            { Tls = "implicit", Trusted = Root.Certificate },
        new("an end of TLS with its closing message", 5, "reply-missing", Ehlo, [StartTls(Root.Issue()), Say(Greeting), Hear("EHLO"), HangUp()])
            { Tls = "implicit", Trusted = Root.Certificate },
        new("a line without end inside TLS", 5, "reply-line-too-long", Ehlo, [StartTls(Root.Issue()), Say(Greeting), Hear("EHLO"), SayExactly("250 "), SayWithoutEnd(new string('x', 4096))])
            { Tls = "implicit", Trusted = Root.Certificate, IsCut = true, IsEndless = true },
    ];

    static readonly (string Name, TestAuthority.Leaf Leaf, bool SelfSigned, string Says)[] WrongLeaves =
    [
        ("that expired", new() { From = TimeSpan.FromDays(-60), To = TimeSpan.FromDays(-1) }, false, "expired"),
        ("that is not valid yet", new() { From = TimeSpan.FromDays(1), To = TimeSpan.FromDays(60) }, false, "not valid yet"),
        ("for another name", new() { DnsNames = ["mail.example"] }, false, "not for localhost"),
        ("for no name at all", new() { DnsNames = [] }, false, "not for localhost"),
        ("for an address alone", new() { DnsNames = [], Addresses = [IPAddress.Loopback] }, false, "not for localhost"),
        ("for a wildcard that does not fit", new() { DnsNames = ["*.localhost"] }, false, "not for localhost"),
        ("for names with escape sequences", new() { Subject = "CN=\"\u001b[31mevil\"", DnsNames = ["evil.example", "\u001b]0;owned\u0007", "one,two"] }, false, "not for localhost"),
        ("that names nobody, with a bidirectional override", new() { Subject = "CN=\"\u202elive\u200b\"", DnsNames = [] }, true, "\\E2\\80\\AElive"),
        ("that signed itself", new(), true, "self-signed"),
        ("that signed itself and expired, for another name", new() { DnsNames = ["mail.example"], From = TimeSpan.FromDays(-60), To = TimeSpan.FromDays(-1) }, true, "self-signed"),
        ("with a key of 1024 bits", new() { Rsa = 1024 }, false, "1024"),
        ("signed with SHA-1", new() { Sha1Signature = true }, false, "SHA-1"),
        ("for clients", new() { Usage = "1.3.6.1.5.5.7.3.2" }, false, "server"),
    ];

    static IEnumerable<HostileRow> Certificates
    {
        get
        {
            var stranger = TestAuthority.Root("CN=Stranger \u202e\u0007");
            var intermediate = Root.Intermediate();
            var pretender = Root.Pretender();
            foreach (var insecure in (bool[])[false, true])
            {
                foreach (var wrong in WrongLeaves)
                {
                    yield return CertificateRow(wrong.Name, insecure, wrong.Says, StartTls(wrong.SelfSigned ? TestAuthority.SelfSigned(wrong.Leaf) : Root.Issue(wrong.Leaf)));
                }

                yield return CertificateRow("of an unknown authority", insecure, "unknown", StartTls(stranger.Issue()));
                yield return CertificateRow("of an unknown authority that is sent with it", insecure, "unknown", StartTls(stranger.Issue(), [stranger.Certificate]));
                yield return CertificateRow("whose intermediate is missing", insecure, "no certificate but its own", StartTls(intermediate.Issue()));
                yield return CertificateRow("of an authority that is none", insecure, "", StartTls(pretender.Issue(), [pretender.Certificate]));
            }
        }
    }

    static HostileRow CertificateRow(string name, bool insecure, string says, ServerStep handshake)
    {
        ServerStep[] refused = [handshake, HearTheRest()];
        ServerStep[] taken = [handshake, Say(Greeting), Hear("EHLO"), SayExactly(Hello), .. Farewell];
        return new($"a certificate {name}{(insecure ? ", taken with --insecure" : "")}", insecure ? 0 : 4, "", Ehlo, insecure ? taken : refused)
        {
            Tls = "implicit",
            Trusted = Root.Certificate,
            Options = insecure ? ["--insecure"] : [],
            Says = says,
            Heard = insecure ? null : "",
        };
    }
}
