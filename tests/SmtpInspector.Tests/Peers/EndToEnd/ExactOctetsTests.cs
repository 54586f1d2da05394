namespace SmtpInspector.Tests.Peers.EndToEnd;

/// <summary>What is sent on purpose reaches the server octet for octet.</summary>
public class ExactOctetsTests
{
    const string Begin = "EHLO me\r\nMAIL FROM:<a@b.test>\r\nRCPT TO:<c@d.test>\r\nDATA\r\n";

    [Theory]
    [InlineData("C%: text%0A.%0Amore%0D%0A\nC: .\nC: QUIT\n", "text\n.\nmore\r\n.\r\nQUIT\r\n")]
    [InlineData("C: text\nC%: .%0D\nC%: %0A\nC: QUIT\n", "text\r\n.\r\nQUIT\r\n")]
    [InlineData("C%: %00%ff%1b[31m%0D%0A\nC: .\nC: QUIT\n", "\0\xff\x1b[31m\r\n.\r\nQUIT\r\n")]
    [InlineData("C: .\nC: QUIT\n", ".\r\nQUIT\r\n")]
    [InlineData("C: ..already stuffed\nC: .\nC: QUIT\n", "..already stuffed\r\n.\r\nQUIT\r\n")]
    [InlineData("pasted\n.begins with a dot\n.\nC: QUIT\n", "pasted\r\n..begins with a dot\r\n.\r\nQUIT\r\n")]
    public async Task A_script_says_exactly_what_is_sent_in_a_message(string content, string sent)
    {
        await using var server = ByteRecordingServer.AcceptingOneMessage();

        var ended = await ProgramUnderTest.RunAsync(
            "C: EHLO me\nC: MAIL FROM:<a@b.test>\nC: RCPT TO:<c@d.test>\nC: DATA\n" + content, "connect", server.Endpoint, "--tls", "none", "--script");

        ended.Expect(0);
        Assert.Equal(Begin + sent, await server.ReceivedAsync());
    }

    [Fact]
    public async Task A_command_in_two_pieces_arrives_in_two_pieces()
    {
        await using var server = ByteRecordingServer.Start("220 hi\r\n", ("\r\n", "250 hi\r\n"), ("\r\n", "221 bye\r\n"));

        var ended = await ProgramUnderTest.RunAsync(
            "C%: EHLO\n* wait 0.3\nC%: %20me%0D\n* wait 0.3\nC%: %0A\nC: QUIT\n", "connect", server.Endpoint, "--tls", "none", "--script");

        ended.Expect(0);
        Assert.Equal(["EHLO", " me\r", "\n", "QUIT\r\n"], await server.PiecesAsync());
    }

    [Fact]
    public async Task Commands_that_wait_for_nothing_arrive_before_a_reply()
    {
        await using var server = ByteRecordingServer.Start("220 hi\r\n", ("RSET\r\n", "250 one\r\n250 two\r\n"), ("QUIT\r\n", "221 bye\r\n"));

        var ended = await ProgramUnderTest.RunAsync(
            "* no-wait\nC: EHLO me\nC: RSET\nC: QUIT\n", "connect", server.Endpoint, "--tls", "none", "--script");

        ended.Expect(0);
        Assert.Equal("EHLO me\r\nRSET\r\nQUIT\r\n", await server.ReceivedAsync());
    }

    [Theory]
    [InlineData("* half-close\n")]
    [InlineData("* close\n")]
    public async Task A_script_can_close_without_saying_goodbye(string closing)
    {
        await using var server = ByteRecordingServer.Start("220 hi\r\n", ("\r\n", "250 hi\r\n"));

        await ProgramUnderTest.RunAsync("C: EHLO me\n" + closing, "connect", server.Endpoint, "--tls", "none", "--script");

        Assert.Equal("EHLO me\r\n", await server.ReceivedAsync());
    }

    [Theory]
    [InlineData("\n", "a\n.b\n..\n.\n", "a\r\n..b\r\n...\r\n.\r\n")]
    [InlineData("\r\n", "a\r\n.b\r\n.\r\n", "a\r\n..b\r\n.\r\n")]
    [InlineData("\n", "\n\n.\n", "\r\n\r\n.\r\n")]
    public async Task Lines_of_a_message_are_sent_with_crlf_and_stuffed(string ending, string lines, string sent)
    {
        await using var server = ByteRecordingServer.AcceptingOneMessage();

        var ended = await ProgramUnderTest.RunAsync(
            Begin.Replace("\r\n", ending, StringComparison.Ordinal) + lines + "QUIT" + ending, "connect", server.Endpoint, "--tls", "none");

        ended.Expect(0);
        Assert.Equal(Begin + sent + "QUIT\r\n", await server.ReceivedAsync());
    }

    [Fact]
    public async Task Without_stuffing_a_dot_stays_one()
    {
        await using var server = ByteRecordingServer.AcceptingOneMessage();

        await ProgramUnderTest.RunAsync(Begin + ".b\n.\nQUIT\n", "connect", server.Endpoint, "--tls", "none", "--no-stuffing");

        Assert.Equal(Begin + ".b\r\n.\r\nQUIT\r\n", await server.ReceivedAsync());
    }

    [Theory]
    [InlineData("Q\nR\nB\nk\n:quit\n/help\n!ls\n~.\n")]
    public async Task No_line_is_a_command_to_the_program(string lines)
    {
        var count = lines.Count(letter => letter == '\n');
        await using var server = ByteRecordingServer.Start(
            "220 hi\r\n", [.. Enumerable.Repeat(("\r\n", "500 what?\r\n"), count), ("QUIT\r\n", "221 bye\r\n")]);

        (await ProgramUnderTest.RunAsync(lines, "connect", server.Endpoint, "--tls", "none")).Expect(1);

        Assert.Equal(lines.Replace("\n", "\r\n", StringComparison.Ordinal) + "QUIT\r\n", await server.ReceivedAsync());
    }

    [Fact]
    public async Task Octets_that_are_no_text_are_sent_as_they_are()
    {
        await using var server = ByteRecordingServer.AcceptingOneMessage();
        using var home = new TestHome();

        await ProgramUnderTest.RunAsync(home, Octets.Of(Begin + "\xe9\0\x9b\xc3\xa9\n.\nQUIT\n"), "connect", server.Endpoint, "--tls", "none");

        Assert.Equal(Begin + "\xe9\0\x9b\xc3\xa9\r\n.\r\nQUIT\r\n", await server.ReceivedAsync());
    }
}
