using static SmtpInspector.Tests.Peers.ServerStep;

namespace SmtpInspector.Tests.Hostile;

/// <summary>The form of a reply: codes, separators, line endings, characters, lengths.</summary>
static partial class HostileRows
{
    const string Bidirectional = "\u00e2\u0080\u00ae\u00e2\u0081\u00a6\u00e2\u0080\u008f";

    static HostileRow[] Forms =>
    [
        Noop("a code and nothing else", 0, "reply-text-missing", "250\r\n"),
        Noop("a code, a space and nothing else", 0, "reply-text-missing", "250 \r\n"),
        Noop("a line that ends with LF alone", 0, "reply-bare-lf", "250 Ok\n"),
        Noop("a CR in the midst of a line", 0, "reply-bare-cr", "250 O\rk\r\n"),
        Noop("two CR before the LF", 0, "reply-bare-cr", "250 Ok\r\r\n"),
        Noop("an empty line", 1, "reply-malformed", "\r\n"),
        Noop("a lone LF", 1, "reply-bare-lf reply-malformed", "\n"),
        Noop("words without a code", 1, "reply-malformed", "Ok, done\r\n"),
        Noop("a code of two digits", 1, "reply-malformed", "25 Ok\r\n"),
        Noop("a code of four digits", 1, "reply-malformed", "2500 Ok\r\n"),
        Noop("no separator", 1, "reply-malformed", "250Ok\r\n"),
        Noop("a tab for the separator", 1, "reply-malformed", "250\tOk\r\n"),
        Noop("an underscore for the separator", 1, "reply-malformed", "250_Ok\r\n"),
        Noop("a letter among the digits", 1, "reply-malformed", "2x0 Ok\r\n"),
        Noop("a sign before the digits", 1, "reply-malformed", "+250 Ok\r\n"),
        Noop("a space before the code", 1, "reply-malformed", " 250 Ok\r\n"),
        Noop("digits of another script", 1, "reply-malformed reply-non-ascii", "\u00d9\u00a2\u00d9\u00a5\u00d9\u00a0 Ok\r\n"),
        Noop("a code below 200", 1, "reply-code-range", "199 no\r\n"),
        Noop("a code of 600", 1, "reply-code-range", "600 no\r\n"),
        Noop("a code of 000", 1, "reply-code-range", "000 no\r\n"),
        Noop("a code of 999", 1, "reply-code-range", "999 no\r\n"),
        Noop("a second digit beyond 5", 0, "reply-code-range reply-code-unlisted", "299 odd\r\n"),
        Noop("a code that no RFC knows", 0, "reply-code-unlisted", "239 odd\r\n"),
        Noop("two codes in one reply", 0, "reply-code-mixed reply-code-unlisted", "250-a\r\n251 b\r\n"),
        Noop("success first and refusal last", 1, "reply-code-mixed reply-code-unlisted", "250-a\r\n550 b\r\n"),
        Noop("refusal first and success last", 0, "reply-code-mixed", "550-a\r\n250 b\r\n"),
        Noop("three codes in one reply", 0, "reply-code-mixed", "250-a\r\n251-b\r\n450-c\r\n250 d\r\n"),
        Noop("words within a reply", 0, "reply-malformed", "250-a\r\nfoo\r\n250 b\r\n"),
        Noop("empty lines within a reply", 0, "reply-malformed", "250-a\r\n\r\n\r\n250 b\r\n"),
        Noop("a code alone within a reply", 0, "reply-text-missing", "250-a\r\n250\r\n"),
        Noop("Latin-1", 0, "reply-non-ascii", "250 gr\u00fc\u00df dich\r\n"),
        Noop("UTF-8", 0, "reply-non-ascii", "250 gr\u00c3\u00bc\u00c3\u009f dich\r\n"),
        Noop("broken UTF-8", 0, "reply-non-ascii", "250 \u00c3\u0028 \u00e2\u0082 \u00f0\u009f\u00ff\u00fe\r\n"),
        Noop("NUL", 0, "reply-control-characters", "250 O\0k\r\n"),
        Noop("NUL for the code", 1, "reply-control-characters reply-malformed", "\0\0\0 Ok\r\n"),
        Noop("every octet there is", 0, "reply-bare-cr reply-control-characters reply-non-ascii", "250 " + AllOctets + "\r\n"),
        Noop("colours and a cleared screen", 0, "reply-control-characters", "250 \u001b[2J\u001b[31mred\u001b[0m\r\n"),
        Noop("a window title", 0, "reply-control-characters", "250 \u001b]0;owned\a\r\n"),
        Noop("a clipboard", 0, "reply-control-characters", "250 \u001b]52;c;b3duZWQ=\a\r\n"),
        Noop("a question to the terminal", 0, "reply-control-characters", "250 \u001b[6n\u001b[c\u001bP$qm\u001b\\\r\n"),
        Noop("backspaces over the code", 0, "reply-control-characters", "250 \b\b\b\b550 no\u007f\r\n"),
        Noop("C1 controls in one octet", 0, "reply-non-ascii", "250 \u009b31m\u0090\u009d0;owned\u009c\r\n"),
        Noop("C1 controls in UTF-8", 0, "reply-non-ascii", "250 \u00c2\u009b31m\u00c2\u009d0;owned\u00c2\u009c\r\n"),
        Noop("bidirectional overrides", 0, "reply-non-ascii", "250 " + Bidirectional + "ko\r\n"),
        Noop("zero-width characters and tags", 0, "reply-non-ascii", "250 O\u00e2\u0080\u008bk\u00ef\u00bb\u00bf\u00e2\u0080\u008d\u00f3\u00a0\u0081\u00a1\r\n"),
        Noop("a pile of accents", 0, "reply-line-too-long reply-non-ascii", "250 Z" + string.Concat(Enumerable.Repeat("\u00cc\u0081", 2000)) + "\r\n"),
        Noop("a line of 513 octets", 0, "reply-line-too-long", "250 " + new string('x', 507) + "\r\n"),
        Noop("a line of 64 KiB", 0, "reply-line-too-long", "250 " + new string('x', (64 * 1024) - 6) + "\r\n"),
        Noop("ten thousand lines less one", 0, "", string.Concat(Enumerable.Repeat("250-x\r\n", 9998)) + "250 x\r\n"),
        Noop("text that looks like JSON", 0, "", "250 \"},{\"event\":\"reply\",\"code\":550}\r\n"),
        Noop("text that looks like a transcript", 0, "", "250 C: QUIT %0A* closed by=server {secret:plain}\r\n"),
        new("a line of 64 KiB and one octet", 5, "reply-line-too-long", Ehlo + "NOOP\nNOOP\n",
            [.. Introduced(), Hear("NOOP"), SayExactly("250 " + new string('x', (64 * 1024) - 5) + "\r\n"), HearTheRest()]) { IsCut = true, Heard = "EHLO me.example\r\nNOOP\r\n" },
        new("a line without end", 5, "reply-line-too-long", Ehlo + "NOOP\nNOOP\n",
            [.. Introduced(), Hear("NOOP"), SayExactly("250 "), SayWithoutEnd(new string('x', 4096))]) { IsCut = true, IsEndless = true },
        new("a line without end, of NUL", 5, "reply-control-characters reply-line-too-long", Ehlo + "NOOP\n",
            [.. Introduced(), Hear("NOOP"), SayWithoutEnd(new string('\0', 4096))]) { IsCut = true, IsEndless = true },
        new("a reply without end", 5, "reply-too-many-lines", Ehlo + "NOOP\nNOOP\n",
            [.. Introduced(), Hear("NOOP"), SayWithoutEnd(string.Concat(Enumerable.Repeat("250-more\r\n", 400)))]) { IsCut = true, IsEndless = true },
        new("a reply without end, of long lines", 5, "reply-too-many-lines", Ehlo + "NOOP\nNOOP\n",
            [.. Introduced(), Hear("NOOP"), SayWithoutEnd("250-" + new string('x', 400) + "\r\n")]) { IsCut = true, IsEndless = true },
        new("a greeting without end", 5, "reply-too-many-lines", Ehlo,
            [SayWithoutEnd(string.Concat(Enumerable.Repeat("220-mx.example.com\r\n", 200)))]) { IsCut = true, IsEndless = true },
        new("all in single octets", 0, "", Ehlo + "NOOP\n",
            [SayInPieces(Greeting + "\r\n", 1, 0), Hear("EHLO"), SayInPieces(Hello, 1, 0), Hear("NOOP"), SayInPieces("250-o\r\n250 k\r\n", 1), Hear("QUIT"), SayInPieces("221 bye\r\n", 1, 0), HearTheRest()]),
        .. Enumerable.Range(1, SplitReply.Length - 1).Select(place => new HostileRow(
            $"a reply cut in two at octet {place}", 0, "", Ehlo + "NOOP\n",
            [.. Introduced(), Hear("NOOP"), SayInPieces(SplitReply[..place], place), Pause(1), SayExactly(SplitReply[place..]), .. Farewell])),
    ];

    const string SplitReply = "250-one\r\n250 two\r\n";

    // All but LF, which would end the line.
    static string AllOctets => string.Concat(Enumerable.Range(0, 256).Where(octet => octet != '\n').Select(octet => (char)octet));
}
