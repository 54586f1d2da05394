using SmtpInspector.Tests.Peers;
using SmtpInspector.Tui.Actions;

namespace SmtpInspector.Tests.Tui.Actions;

public class KeysDocumentTests
{
    [Fact]
    public void The_page_about_the_keys_is_made_from_the_registry()
    {
        var file = Path.Combine(Repository.Folder, "docs", "keys.md");
        if (Environment.GetEnvironmentVariable("ACCEPT_KEYS") == "1")
        {
            File.WriteAllText(file, KeysDocument.Render());
        }

        Assert.True(
            File.ReadAllText(file) == KeysDocument.Render(),
            "docs/keys.md differs from the registry of actions. Run this test once with ACCEPT_KEYS=1, and look at what changed.");
    }
}
