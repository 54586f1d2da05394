using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using SmtpInspector.Practice;
using SmtpInspector.Protocol.Practice;

namespace SmtpInspector.Tests.Practice;

public sealed class ServeCommandTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("smtp-inspector-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_announcement_is_four_lines_and_stopping_ends_with_0()
    {
        await using var serve = ServeRun.Start(new ServeOptions { CaOut = Path.Combine(_folder, "ca.pem") });
        var lines = await serve.LinesAsync(4);
        Assert.Matches("^listening on 127\\.0\\.0\\.1:[0-9]+ \\(implicit TLS\\)$", lines[0]);
        Assert.Matches("^listening on 127\\.0\\.0\\.1:[0-9]+ \\(STARTTLS\\)$", lines[1]);
        Assert.Matches("^username: AKIA[A-Z2-7]{16}$", lines[2]);
        Assert.Matches("^password: B[A-Za-z0-9+/]{43}$", lines[3]);
        using var authority = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(_folder, "ca.pem"));
        Assert.Equal("CN=SMTP Inspector practice CA", authority.Subject);
        Assert.Equal(0, await serve.StopAsync());
        Assert.Equal(4, serve.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal("", serve.Error);
    }

    [Fact]
    public async Task Messages_are_listed_and_saved_octet_by_octet_and_never_over_each_other()
    {
        var saved = Path.Combine(_folder, "messages");
        var content = "Subject: hello \u001b[31m\r\nFrom: a@ses-example.com\r\n\r\n.dot\r\n";
        for (var run = 0; run < 2; run++)
        {
            await using var serve = ServeRun.Start(new ServeOptions { Verbose = true, SaveMessages = saved, Seed = 5 });
            await serve.SendAsync("test@ses-example.com", "success@simulator.amazonses.com", content);
            Assert.Equal(0, await serve.StopAsync());
            Assert.Matches("\\[1\\] connected from 127.0.0.1:[0-9]+ \\(STARTTLS\\)\n\\[1\\] TLS 1.3\n\\[1\\] message 0000[0-9a-f-]+ from <test@ses-example.com> to <success@simulator.amazonses.com>, 55 octets, subject: hello ", serve.Output);
            Assert.Contains("\n[1] closed: by the server\n", serve.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("\u001b", serve.Output, StringComparison.Ordinal);
        }

        var files = Directory.GetFiles(saved);
        Assert.Equal(2, files.Length);
        Assert.All(files, file => Assert.Matches("^[0-9]{8}T[0-9]{6}Z-0000[0-9a-f-]+(-2)?\\.eml$", Path.GetFileName(file)));
        Assert.All(files, file => Assert.Equal(content, File.ReadAllText(file)));
    }

    [Fact]
    public async Task A_message_that_cannot_be_saved_is_said_and_the_server_goes_on()
    {
        var saved = Path.Combine(_folder, "messages");
        await using var serve = ServeRun.Start(new ServeOptions { SaveMessages = saved });
        await serve.LinesAsync(4);
        Directory.Delete(saved);
        await serve.SendAsync("test@ses-example.com", "success@simulator.amazonses.com", "hello\r\n");
        Assert.Equal(0, await serve.StopAsync());
        Assert.StartsWith("cannot save message 0000", serve.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verified_identities_and_faults_come_from_the_options()
    {
        await using var verified = ServeRun.Start(new ServeOptions { Verified = [" example.org ", "@example.net", "", "me@example.com"] });
        Assert.StartsWith("250 ", await verified.SendAsync("me@example.com", "you@example.org", "hello\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("554 ", await verified.SendAsync("test@ses-example.com", "you@example.net", "hello\r\n"), StringComparison.Ordinal);
        await using var faulty = ServeRun.Start(new ServeOptions { Faults = ["sending-rate"] });
        Assert.StartsWith("454 Throttling", await faulty.SendAsync("test@ses-example.com", "success@simulator.amazonses.com", "hello\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_address_than_loopback_is_warned_of()
    {
        await using var serve = ServeRun.Start(new ServeOptions { Listen = IPAddress.Any });
        Assert.StartsWith("listening on 0.0.0.0:", (await serve.LinesAsync(4))[0], StringComparison.Ordinal);
        Assert.StartsWith("warning: ", serve.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_cannot_be_done_as_asked_ends_with_2_and_says_how_to_get_it_right()
    {
        using var taken = new Socket(SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        taken.Listen();
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "");
        await Refused(new ServeOptions { Profile = "sess", List = true, ListsOne = true }, "no profile sess (did you mean ses?)");
        await Refused(new ServeOptions { Profile = "sess" }, "no profile sess (did you mean ses?); there are: ses");
        await Refused(new ServeOptions { Faults = ["rain"] }, "no fault rain; serve --list");
        await Refused(new ServeOptions { Faults = ["421=LUNCH"] }, "421=LUNCH: write 421[=STEP] (STEP: connection, EHLO, ");
        await Refused(new ServeOptions { Port = ((IPEndPoint)taken.LocalEndPoint!).Port }, "choose others with --port");
        await Refused(new ServeOptions { CaOut = Path.Combine(file, "ca.pem") }, "cannot write ");
        await Refused(new ServeOptions { SaveMessages = Path.Combine(file, "messages") }, "cannot make the folder ");
    }

    [Fact]
    public async Task The_list_names_every_profile_and_every_fault_within_80_columns()
    {
        await using var serve = ServeRun.Start(new ServeOptions { List = true });
        Assert.Equal(0, await serve.EndAsync());
        foreach (var profile in PracticeProfiles.All)
        {
            Assert.Contains($"  {profile.Name} ", serve.Output, StringComparison.Ordinal);
            Assert.All(profile.AllFaults, fault => Assert.Matches($"(?m)^  {Regex.Escape(fault.Usage)}( +[^ ]|\r?$)", serve.Output));
        }

        Assert.All(serve.Output.Split('\n'), line => Assert.InRange(line.TrimEnd('\r').Length, 0, 80));
    }

    [Theory]
    [InlineData("ses")]
    [InlineData("legacy")]
    public async Task The_list_of_one_profile_says_what_each_fault_teaches(string name)
    {
        await using var serve = ServeRun.Start(new ServeOptions { List = true, ListsOne = true, Profile = name, Width = 1000 });
        Assert.Equal(0, await serve.EndAsync());
        Assert.All(PracticeProfiles.Find(name)!.AllFaults, fault => Assert.Contains(fault.Teaches, serve.Output, StringComparison.Ordinal));
        Assert.Contains(PracticeProfiles.Find(name)!.Teaches, serve.Output, StringComparison.Ordinal);
    }

    static async Task Refused(ServeOptions options, string reason)
    {
        await using var serve = ServeRun.Start(options);
        Assert.Equal(2, await serve.EndAsync());
        Assert.Contains(reason, serve.Error, StringComparison.Ordinal);
        Assert.Equal("", serve.Output);
    }
}
