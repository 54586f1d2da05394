using System.Globalization;
using System.Text;
using SmtpInspector.Tests.Peers;
using static SmtpInspector.Tests.Peers.ServerStep;

namespace SmtpInspector.Tests.Secrecy;

/// <summary>What a credential leaves behind outside of the conversation: in the process list, in children, in files and in their modes.</summary>
public class ProcessTests
{
    static readonly IReadOnlyList<string> Secret = Forms.Of(Exchange.Secret);

    public static TheoryData<string> Ways => ["--password-stdin", "--password-command", "SMTP_INSPECTOR_PASSWORD"];

    [Theory, MemberData(nameof(Ways))]
    public async Task However_a_password_is_given_no_process_list_no_child_and_no_file_has_it(string way)
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("/proc is Linux's.");
            return;
        }

        using var home = new TestHome();
        using var elsewhere = new TestHome();
        var password = elsewhere.Write("password", Exchange.Secret + "\n");
        var lists = new List<byte[]>();
        var program = default(ChildProcess)!;
        await using var server = ScriptedServer.Play(
            Say("220 mx.example.com ESMTP"), Hear("EHLO"), SayExactly("250-mx.example.com\r\n250 AUTH PLAIN\r\n"), Hear("AUTH PLAIN"), Do(() => lists.Add(CommandLines(program.Id))),
            Say($"535 5.7.8 not {Octets.Text(Encoding.UTF8.GetBytes(Exchange.Secret))}"), Hear("QUIT"), Say("221 bye"), HearTheRest());
        var environment = home.Environment;
        environment["SMTP_INSPECTOR_PASSWORD"] = way == "SMTP_INSPECTOR_PASSWORD" ? Exchange.Secret : null;

        // The child sees what a child sees: its parent's command line, and its own environment.
        var child = $"tr '\\0' ' ' < /proc/$PPID/cmdline > {home.Path("parent")}; env > {home.Path("environment")}; cat {password}";
        string[] given = way switch
        {
            "--password-stdin" => [way],
            "--password-command" => [way, child],
            _ => [],
        };
        await using (program = ChildProcess.Start(
            ProgramUnderTest.Executable,
            ["connect", $"127.0.0.1:{server.Port}", "--tls", "none", "--auth", "plain", "--user", Exchange.User, "--ehlo", "me.example", "--save", "saved.smtp", .. given],
            environment,
            home.Folder))
        {
            await program.WriteAsync(way == "--password-stdin" ? Encoding.UTF8.GetBytes(Exchange.Secret + "\n") : []);
            program.CloseInput();
            var ended = (await program.EndAsync()).Expect(1);
            await server.DoneAsync();

            Forms.AbsentFrom("standard output", ended.OutputOctets, Secret);
            Forms.AbsentFrom("standard error", ended.ErrorOctets, Secret);
        }

        Forms.AbsentFrom("the process list", Assert.Single(lists), Secret);
        Assert.Equal(way == "--password-command", File.Exists(home.Path("environment")));
        foreach (var file in Directory.EnumerateFiles(home.Folder, "*", SearchOption.AllDirectories))
        {
            Forms.AbsentFrom(file, File.ReadAllBytes(file), Secret);
        }
    }

    [Fact]
    public async Task A_command_that_gives_the_password_does_not_inherit_another()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the command is a shell's");
        using var home = new TestHome();
        await using var server = ScriptedServer.Play(Say("220 mx.example.com ESMTP"), Hear("EHLO"), SayExactly("250-mx.example.com\r\n250 AUTH PLAIN\r\n"), Hear("AUTH PLAIN"), Say("235 ok"), Hear("QUIT"), Say("221 bye"), HearTheRest());
        var environment = home.Environment;
        environment["SMTP_INSPECTOR_PASSWORD"] = Exchange.Secret;

        (await ChildProcess.RunAsync(
            ProgramUnderTest.Executable,
            ["connect", $"127.0.0.1:{server.Port}", "--tls", "none", "--auth", "plain", "--user", "user", "--password-command", $"env > {home.Path("environment")}; echo another"],
            [],
            environment,
            home.Folder)).Expect(0);

        Assert.NotEmpty(File.ReadAllText(home.Path("environment")));
        Forms.AbsentFrom("the child's environment", File.ReadAllBytes(home.Path("environment")), Secret);
    }

    [Fact]
    public async Task What_is_typed_at_a_terminal_stands_on_no_screen_and_in_no_file_and_the_files_are_their_owners_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no mode bits.");
            return;
        }

        using var home = new TestHome();
        var word = Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0user\0{Exchange.Secret}"));
        await using var server = ScriptedServer.Play(
            Say("220 mx.example.com ESMTP"), Hear("EHLO"), SayExactly("250-mx.example.com\r\n250 AUTH PLAIN LOGIN\r\n"), Hear("AUTH PLAIN"), Say("334 "), Hear(word), Say("535 no"), Hear("AUTH PLAIN " + word), Say("235 ok"), AnswerEverything("250 ok\r\n"));
        await using var terminal = await PtySession.StartAsync(home, "connect", $"127.0.0.1:{server.Port}", "--tls", "none", "--line", "--save", "saved.smtp");
        await terminal.UntilAsync("S: 220 ");
        foreach (var (line, reply) in ((string, string)[])[("EHLO me.example", "AUTH PLAIN LOGIN"), ("AUTH PLAIN", "S: 334"), (word, "S: 535"), ("AUTH PLAIN " + word, "S: 235"), ("NOOP", "S: 250 ok")])
        {
            await terminal.TypeLineAsync(line);
            await terminal.UntilAsync(reply);
        }

        await terminal.PressAsync("Up", "Up", "Up");
        await Task.Delay(200);
        var screen = await terminal.ScrollbackAsync();
        await terminal.PressAsync("C-c");
        await terminal.PressAsync("C-d");
        await terminal.EndAsync();

        var forms = Secret.Append(word).ToList();
        Forms.AbsentFrom("the screen", Encoding.UTF8.GetBytes(screen), forms);
        var state = home.Path("state/smtp-inspector");
        var files = Directory.EnumerateFiles(state, "*", SearchOption.AllDirectories).Append(home.Path("saved.smtp")).ToList();
        Assert.True(files.Count >= 3, string.Join(' ', files));
        foreach (var file in files)
        {
            Forms.AbsentFrom(file, File.ReadAllBytes(file), forms);
            Assert.True(File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite), $"{file}: {File.GetUnixFileMode(file)}");
        }

        foreach (var folder in Directory.EnumerateDirectories(state, "*", SearchOption.AllDirectories).Append(state))
        {
            Assert.True(File.GetUnixFileMode(folder) == (UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute), $"{folder}: {File.GetUnixFileMode(folder)}");
        }
    }

    // As ps shows them: the program and everything it has started.
    static byte[] CommandLines(int program)
    {
        var all = new MemoryStream();
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(folder => Path.GetFileName(folder).All(char.IsAsciiDigit)))
        {
            try
            {
                var stat = File.ReadAllText(Path.Combine(folder, "stat"));
                var parent = int.Parse(stat[(stat.LastIndexOf(')') + 4)..].Split(' ')[0], CultureInfo.InvariantCulture);
                if (Path.GetFileName(folder) == program.ToString(CultureInfo.InvariantCulture) || parent == program)
                {
                    all.Write(File.ReadAllBytes(Path.Combine(folder, "cmdline")));
                }
            }
            catch (IOException)
            {
                // It has ended meanwhile.
            }
        }

        Assert.NotEqual(0, all.Length);
        return all.ToArray();
    }
}
