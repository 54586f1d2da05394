using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Cli;

public class UserPromptTests
{
    [Fact]
    public async Task Auth_without_a_user_asks_for_the_name_at_a_terminal()
    {
        using var home = new TestHome();

        // Port 1: nothing listens there, and nothing is connected to before both are known.
        await using var session = await PtySession.StartAsync(home, "connect", "127.0.0.1:1", "--line", "--auth", "plain");
        await session.UntilAsync("User name: ");
        await session.TypeLineAsync("someone@example.org");
        await session.UntilAsync("Password of someone@example.org: ");
        await session.TypeLineAsync("secret");
        Assert.Equal(3, await session.EndAsync());
    }

    [Fact]
    public async Task Auth_without_a_user_is_wrong_usage_where_nobody_can_be_asked()
    {
        var ended = (await ProgramUnderTest.RunAsync("", "connect", "127.0.0.1:1", "--auth", "plain")).Expect(2);
        Assert.Contains("--user NAME", ended.Error, StringComparison.Ordinal);
    }
}
