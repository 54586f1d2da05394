namespace SmtpInspector.Tests.Tui.Details;

/// <summary>What the tabs say of one session, held against texts that one can read beside this file.</summary>
public class GoldenTabTests
{
    [Theory]
    [InlineData("explain-refused-recipient", "550 5.1.1", "Explain", 58)]
    [InlineData("explain-missing-enhanced-code", "250 ok", "Explain", 78)]
    [InlineData("explain-handshake", "TLS handshake", "Explain", 58)]
    [InlineData("explain-message", "Date: ", "Explain", 58)]
    [InlineData("bytes-reply", "250 ok", "Bytes", 78)]
    [InlineData("bytes-reply-narrow", "250 ok", "Bytes", 40)]
    [InlineData("bytes-message", "Date: ", "Bytes", 78)]
    [InlineData("bytes-message-ascii", "Date: ", "Bytes", 78, true)]
    [InlineData("bytes-credential", "AUTH PLAIN", "Bytes", 78)]
    [InlineData("tls-not-verified", "DATA", "TLS", 78)]
    [InlineData("tls-not-verified-ascii", "DATA", "TLS", 58, true)]
    [InlineData("tls-in-the-clear", "STARTTLS", "TLS", 58)]
    [InlineData("message", "Date: ", "Message", 78)]
    [InlineData("message-narrow", "MAIL", "Message", 40)]
    [InlineData("message-ascii", "Date: ", "Message", 58, true)]
    [InlineData("state-before-data", "550 5.1.1", "State", 78)]
    [InlineData("state-before-data-narrow", "550 5.1.1", "State", 40)]
    [InlineData("state-behind-the-handshake", "TLS handshake", "State", 58)]
    [InlineData("state-at-the-end", "Closed", "State", 58, true)]
    public void A_tab_looks_as_it_did(string name, string item, string tab, int width, bool ascii = false)
    {
        var look = ascii ? Looks.Ascii : Looks.Dark;
        var drawn = TabText.Of(TabText.Session, TabText.Item(TabText.Session, item), tab, width, look);
        var file = Path.Combine(TabText.Folder, name + ".txt");
        if (Environment.GetEnvironmentVariable("ACCEPT_GOLDENS") == "1")
        {
            File.WriteAllText(file, drawn);
        }

        Assert.True(File.Exists(file), $"{name}.txt is missing. Run this test once with ACCEPT_GOLDENS=1, and look at what it writes:\n{drawn}");
        Assert.True(File.ReadAllText(file) == drawn, $"{name} differs. Run this test with ACCEPT_GOLDENS=1 where it should, and look at what changed. Now it is:\n{drawn}");
    }
}
