using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Protocol.Wire;
using SmtpInspector.Tests.Peers;
using static SmtpInspector.Tests.Peers.ServerStep;

namespace SmtpInspector.Tests.Reliability;

/// <summary>A program that is ended from outside, at any moment, and what its user finds afterwards.</summary>
public class KilledTests
{
    public static TheoryData<int> Moments => [0, 3, 11, 27, 64, 130];

    [Theory, MemberData(nameof(Moments))]
    public async Task Whatever_was_shown_stands_in_the_file_of_a_program_that_was_killed(int milliseconds)
    {
        using var home = new TestHome();
        await using var server = ScriptedServer.Play(Say("220 mx.example.com ESMTP"), AnswerEverything("250-first\r\n250 second\r\n"));
        await using var program = ProgramUnderTest.Start(home, "connect", server.Endpoint, "--tls", "none", "--save", "saved.smtp");
        await program.UntilAsync("S: 220");
        var typing = TypeAsync(program, "EHLO me.example\n", "NOOP\n");
        await Task.Delay(milliseconds);

        await Signals.SendAsync("KILL", program.Id);
        var ended = (await program.EndAsync()).Expect(137);
        await typing;
        var (said, heard) = await server.WholeAsync();

        var saved = Saved(home);
        var shown = ended.Output[..(ended.Output.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line.StartsWith("C: ", StringComparison.Ordinal) || line.StartsWith("S: ", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(shown);
        Assert.Equal(shown, saved.Take(shown.Count).Select(line => $"{(line.Direction == Direction.Client ? 'C' : 'S')}: {Octets.Text(line.Content.Span)}"));
        Assert.StartsWith(Side(saved, Direction.Server), Octets.Text(said), StringComparison.Ordinal);
        Assert.StartsWith(Octets.Text(heard), Side(saved, Direction.Client), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Moments))]
    public async Task Whatever_was_sent_of_a_message_stands_in_the_file_of_a_program_that_was_killed(int milliseconds)
    {
        using var home = new TestHome();
        await using var server = ScriptedServer.Play(Say("220 mx.example.com ESMTP"), Hear("DATA"), Say("354 go"), HearTheRest());
        await using var program = ProgramUnderTest.Start(home, "connect", server.Endpoint, "--tls", "none", "--save", "saved.smtp");
        await program.UntilAsync("S: 220");
        var typing = TypeAsync(program, "DATA\n", $"{new string('x', 70)}\n.\tand a line that begins with a dot\n");
        await program.UntilAsync("S: 354");
        await Task.Delay(milliseconds);

        await Signals.SendAsync("KILL", program.Id);
        (await program.EndAsync()).Expect(137);
        await typing;
        var (_, heard) = await server.WholeAsync();

        Assert.StartsWith(Octets.Text(heard), Side(Saved(home), Direction.Client), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TERM", 143)]
    [InlineData("HUP", 129)]
    [InlineData("INT", 130)]
    [InlineData("QUIT", 131)]
    public async Task A_signal_ends_a_run_with_its_number_and_leaves_a_whole_file(string signal, int status)
    {
        using var home = new TestHome();
        await using var server = ScriptedServer.Play(Say("220 mx.example.com ESMTP"), Hear("NOOP"), Say("250 ok"), HearTheRest());
        await using var program = ProgramUnderTest.Start(home, "connect", server.Endpoint, "--tls", "none", "--save", "saved.smtp");
        await program.WriteAsync("NOOP\n");
        await program.UntilAsync("S: 250");

        await Signals.SendAsync(signal, program.Id);
        var ended = (await program.EndAsync()).Expect(status);
        await server.WholeAsync();

        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
        Assert.Equal("220 mx.example.com ESMTP\r\n250 ok\r\n", Side(Saved(home), Direction.Server));
        Assert.Equal("NOOP\r\n", Side(Saved(home), Direction.Client));
    }

    [Fact]
    public async Task A_recording_under_the_name_of_another_keeps_the_other()
    {
        using var home = new TestHome();
        home.Write("saved.smtp", "C: the one before\n");
        await using var server = ScriptedServer.Play(Say("220 mx.example.com ESMTP"), HearTheRest());
        await using var program = ProgramUnderTest.Start(home, "connect", server.Endpoint, "--tls", "none", "--save", "saved.smtp");
        await program.UntilAsync("S: 220");
        await Signals.SendAsync("KILL", program.Id);
        await program.EndAsync();

        Assert.Equal("C: the one before\n", File.ReadAllText(home.Path("saved.smtp~")));
        Assert.Equal("220 mx.example.com ESMTP\r\n", Side(Saved(home), Direction.Server));
    }

    // As fast as they are taken, until the program is gone.
    static async Task TypeAsync(ChildProcess program, string first, string again)
    {
        await program.WriteAsync(first);
        while (!program.HasEnded)
        {
            await program.WriteAsync(string.Concat(Enumerable.Repeat(again, 20)));
            await Task.Yield();
        }
    }

    static List<WireLine> Saved(TestHome home) =>
        [.. TranscriptDocument.Parse(File.ReadAllBytes(home.Path("saved.smtp"))).Events().OfType<ConversationEvent.Line>().Select(line => line.Wire)];

    static string Side(IEnumerable<WireLine> lines, Direction direction) =>
        string.Concat(lines.Where(line => line.Direction == direction).Select(line => Octets.Text(line.Bytes.Span)));
}
