using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Credentials;

/// <summary>The prompt for a secret, at a real terminal.</summary>
public class SecretPromptTests
{
    [Fact]
    public async Task What_is_typed_is_not_shown_and_can_be_mended()
    {
        using var home = new TestHome();
        await using var terminal = await PtySession.StartAsync(home, "credentials", "plain", "alice");
        await terminal.UntilAsync("Password:");
        await terminal.TypeAsync("wrong");
        await terminal.PressAsync("C-u");
        await terminal.TypeAsync("sesamx");
        await terminal.PressAsync("BSpace");
        await terminal.TypeAsync("e");
        await terminal.PressAsync("Enter");
        Assert.Equal(0, await terminal.EndAsync());
        var screen = Octets.Text(terminal.Raw);
        Assert.Contains("AGFsaWNlAHNlc2FtZQ==", screen, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", screen, StringComparison.Ordinal);
        Assert.DoesNotContain("sesam", screen, StringComparison.Ordinal);
    }

    [Theory, InlineData("C-c"), InlineData("C-d")]
    public async Task Ctrl_c_and_ctrl_d_leave_without_a_word(string key)
    {
        using var home = new TestHome();
        await using var terminal = await PtySession.StartAsync(home, "credentials", "login", "alice");
        await terminal.UntilAsync("Password:");
        await terminal.PressAsync(key);
        Assert.Equal(130, await terminal.EndAsync());
        Assert.Equal(File.ReadAllText(home.Path("stty-before")), File.ReadAllText(home.Path("stty-after")));
    }
}
