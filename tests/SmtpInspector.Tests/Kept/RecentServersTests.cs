using SmtpInspector.Kept;
using SmtpInspector.Tests.Net.Support;

namespace SmtpInspector.Tests.Kept;

public sealed class RecentServersTests : IDisposable
{
    static readonly Dictionary<string, string> None = [];

    readonly TemporaryDirectory _folder = new();
    readonly ManualTime _time = new();

    RecentServers Recent => RecentServers.Open(_folder.Path, _time);

    [Fact]
    public void The_newest_stands_first_with_what_was_typed()
    {
        Recent.Add("mail.example.org:587", new Dictionary<string, string> { ["tls"] = "starttls", ["user"] = "me = you" });
        _time.Advance(TimeSpan.FromHours(1));
        Recent.Add("gmail", None);

        Assert.Equal(["gmail", "mail.example.org:587 --tls starttls --user me = you"], Recent.List().Select(server => server.ToString()));
        Assert.Equal(_time.GetUtcNow(), Recent.List()[0].Last);
        Assert.Equal("me = you", Recent.List()[1].AsProfile().For("--user").Text);
    }

    [Fact]
    public void A_server_spoken_to_again_moves_up_and_its_options_are_the_last()
    {
        Recent.Add("a.test", new Dictionary<string, string> { ["tls"] = "none" });
        Recent.Add("b.test", None);
        Recent.Add("A.test", None);
        Assert.Equal(["A.test", "b.test"], Recent.List().Select(server => server.ToString()));
    }

    [Theory]
    [InlineData("password", "hunter2")]
    [InlineData("password-command", "echo hunter2")]
    [InlineData("insecure", "true")]
    [InlineData("user", "with\ttab")]
    public void Neither_a_secret_nor_what_switches_a_protection_off_is_kept(string key, string value)
    {
        Recent.Add("a.test", new Dictionary<string, string> { [key] = value });
        Assert.Empty(Assert.Single(Recent.List()).Options);
        Assert.DoesNotContain("hunter2", File.ReadAllText(_folder.File("recent-servers")), StringComparison.Ordinal);
    }

    [Fact]
    public void Twenty_are_kept()
    {
        for (var i = 0; i < RecentServers.Most + 3; i++)
        {
            Recent.Add(FormattableString.Invariant($"host{i}.test"), None);
        }

        Assert.Equal(RecentServers.Most, Recent.List().Count);
        Assert.Equal("host22.test", Recent.List()[0].Target);
    }

    [Fact]
    public void One_can_be_taken_off_and_damage_does_no_harm()
    {
        Recent.Add("a.test", None);
        Recent.Add("b.test", None);
        File.AppendAllText(_folder.File("recent-servers"), "nonsense\n\t\n2026-01-01T00:00:00Z\tc.test\tx\n");
        Recent.Remove("a.test");
        Assert.Equal(["b.test", "c.test"], Recent.List().Select(server => server.Target));
    }

    public void Dispose() => _folder.Dispose();
}
