using System.Text;

namespace SmtpInspector.Tests.Peers.Matrix;

/// <summary><c>docs/peers.md</c>: what tests have found stands in it, each after a mark of its own in its server's section.</summary>
static class PeersPage
{
    static string Page => Path.Combine(Repository.Folder, "docs", "peers.md");

    /// <summary>Compares a part of the page with what was found, or with <c>ACCEPT_PEERS=1</c> writes it.</summary>
    /// <param name="server">The heading of the section.</param>
    /// <param name="part">The word of the mark, <c>&lt;!-- findings --&gt;</c>; the part ends at the next mark or heading.</param>
    /// <param name="found">What stands there, as Markdown.</param>
    public static void Keep(string server, string part, string found)
    {
        var page = File.ReadAllText(Page);
        var section = page.IndexOf($"## {server}\n", StringComparison.Ordinal);
        Assert.True(section >= 0, $"docs/peers.md has no section for {server}");
        var mark = $"<!-- {part} -->\n\n";
        var start = page.IndexOf(mark, section, StringComparison.Ordinal) + mark.Length;
        var end = new[] { "\n<!-- ", "\n## " }
            .Select(next => page.IndexOf(next, start - 1, StringComparison.Ordinal))
            .Where(static place => place >= 0)
            .DefaultIfEmpty(page.Length)
            .Min();
        if (Environment.GetEnvironmentVariable("ACCEPT_PEERS") == "1")
        {
            File.WriteAllText(Page, new StringBuilder(page[..start]).Append(found).Append(page[end..]).ToString());
            return;
        }

        Assert.Equal(page[start..end], found);
    }
}
