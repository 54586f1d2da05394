using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Contract;

/// <summary>The program and a scripted server, seen from outside: arguments and input in; output, status and octets out.</summary>
static class Conversing
{
    public const string Greeting = "220 mx.example.com ESMTP";

    /// <summary>EHLO answered with the mechanisms that the tests of AUTH need.</summary>
    public static ServerStep[] Introduced => [ServerStep.Say(Greeting), ServerStep.Hear("EHLO"), ServerStep.SayExactly("250-mx.example.com\r\n250 AUTH PLAIN LOGIN CRAM-MD5\r\n")];

    /// <summary>A command heard and answered.</summary>
    public static ServerStep[] Answer(string beginning, string reply) => [ServerStep.Hear(beginning), ServerStep.Say(reply)];

    /// <summary>QUIT heard and answered, and nothing behind it.</summary>
    public static ServerStep[] Farewell => [.. Answer("QUIT\r\n", "221 bye"), ServerStep.HearTheRest()];

    /// <summary>Line mode in the clear with this input; the server plays these steps.</summary>
    public static Task<Talked> ConnectAsync(string input, ServerStep[] steps, params string[] options) =>
        TalkAsync(steps, (home, endpoint) => ProgramUnderTest.RunAsync(home, Octets.Of(input), ["connect", endpoint, .. options is ["--tls", ..] ? options : ["--tls", "none", .. options]]));

    /// <summary>A transcript run in the clear.</summary>
    public static Task<Talked> RunAsync(string transcript, ServerStep[] steps, params string[] options) =>
        TalkAsync(steps, (home, endpoint) => ProgramUnderTest.RunAsync(
            home, [], ["run", home.Write("script.smtp", transcript), endpoint, .. options is ["--tls", ..] ? options : ["--tls", "none", .. options]]));

    /// <summary>Shows a transcript.</summary>
    public static async Task<ChildProcess.Ended> ShowAsync(byte[] transcript, params string[] options)
    {
        using var home = new TestHome();
        return await ProgramUnderTest.RunAsync(home, [], ["show", home.Write("shown.smtp", transcript), .. options]);
    }

    static async Task<Talked> TalkAsync(ServerStep[] steps, Func<TestHome, string, Task<ChildProcess.Ended>> run)
    {
        using var home = new TestHome();
        await using var server = ScriptedServer.Play(steps);
        var ended = await run(home, $"127.0.0.1:{server.Port}");
        var saved = home.Path("saved.smtp");
        return new(ended, await server.DoneAsync(), File.Exists(saved) ? await File.ReadAllTextAsync(saved) : "");
    }

    /// <summary>What came of it.</summary>
    /// <param name="Program">The program's end and output.</param>
    /// <param name="Heard">What the server heard.</param>
    /// <param name="Saved">What stands in <c>saved.smtp</c>.</param>
    public sealed record Talked(ChildProcess.Ended Program, string Heard, string Saved)
    {
        public Talked Expect(int status)
        {
            Program.Expect(status);
            return this;
        }
    }
}
