using SmtpInspector.Tests.Net.Support;
using SmtpInspector.Tests.Peers;
using static SmtpInspector.Tests.Peers.ServerStep;

namespace SmtpInspector.Tests.Hostile;

/// <summary>
/// Everything a server can do wrong, as a table. The tests play each row in line mode; another way to hold a
/// conversation plays <see cref="All"/> too.
/// </summary>
static partial class HostileRows
{
    public const string Greeting = "220 mx.example.com ESMTP";
    public const string Hello = "250-mx.example.com\r\n250 8BITMIME\r\n";
    public const string Ehlo = "EHLO me.example\n";
    public const string Beginning = "MAIL FROM:<a@b.example>\nRCPT TO:<c@d.example>\nDATA\nDate: Mon, 7 Sep 2026 09:41:07 +0200\nFrom: <a@b.example>\nTo: <c@d.example>\nMessage-ID: <1@b.example>\n\n";
    public const string Message = Beginning + "Hello.\n.\n";

    static readonly TestAuthority Root = TestAuthority.Root();

    // Lazy: the tables of the other files must be there first.
    static readonly Lazy<IReadOnlyList<HostileRow>> Table =
        new(() => [.. Forms, .. Meanings, .. Endings, .. Silences, .. Exchanges, .. Upgrades, .. Handshakes, .. Certificates]);

    /// <summary>Every row.</summary>
    public static IReadOnlyList<HostileRow> All => Table.Value;

    /// <summary>The greeting, and EHLO answered.</summary>
    static ServerStep[] Introduced(string hello = Hello) => [Say(Greeting), Hear("EHLO"), SayExactly(hello)];

    static ServerStep[] Answer(string beginning, string reply) => [Hear(beginning), Say(reply)];

    static ServerStep[] Farewell => [.. Answer("QUIT\r\n", "221 bye"), HearTheRest()];

    /// <summary>NOOP answered in some way, everything else as it should be.</summary>
    static HostileRow Noop(string name, int status, string findings, string reply) =>
        new(name, status, findings, Ehlo + "NOOP\n", [.. Introduced(), Hear("NOOP"), SayExactly(reply), .. Farewell]);
}
