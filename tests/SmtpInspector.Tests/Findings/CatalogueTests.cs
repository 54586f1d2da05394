using SmtpInspector.Protocol.Findings;
using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Findings;

public class CatalogueTests
{
    [Fact]
    public void Each_identity_has_its_row_at_its_own_place()
    {
        Assert.Equal(Enum.GetValues<FindingId>(), Catalogue.Rules.Select(rule => rule.Id));
        Assert.Equal(Catalogue.Rules, Catalogue.Groups.SelectMany(group => group.Rules));
    }

    [Fact]
    public void A_name_is_the_identity_in_kebab_case()
    {
        foreach (var rule in Catalogue.Rules)
        {
            Assert.Equal(rule.Id.ToString(), rule.Name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
            Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)+$", rule.Name);
            Assert.Same(rule, Catalogue.Find(rule.Name));
        }
    }

    [Fact]
    public void A_row_has_a_title_without_a_full_stop_and_sentences_that_explain_it()
    {
        foreach (var rule in Catalogue.Rules)
        {
            Assert.Matches("^[a-zA-Z].*[^.]$", rule.Title);
            Assert.EndsWith(".", rule.Explanation, StringComparison.Ordinal);
            Assert.True(char.IsUpper(rule.Explanation[0]) || rule.Explanation.StartsWith("echo", StringComparison.Ordinal) || rule.Explanation.StartsWith("smtp-inspector", StringComparison.Ordinal), rule.Name);
            Assert.DoesNotContain(rule.Title + rule.Explanation, character => character is < ' ' or > '~');
        }
    }

    [Fact]
    public void A_reference_is_a_section_of_an_RFC_or_a_vendors_document() =>
        Assert.All(Catalogue.Rules, rule => Assert.Matches("^(RFC [0-9]+ §[0-9]+(\\.[0-9]+)*|Amazon SES Developer Guide, .+)$", rule.Reference));

    [Fact]
    public void The_page_about_the_findings_is_made_from_the_catalogue()
    {
        var file = Path.Combine(Repository.Folder, "docs", "findings.md");
        if (Environment.GetEnvironmentVariable("ACCEPT_FINDINGS") == "1")
        {
            File.WriteAllText(file, FindingsDocument.Render());
        }

        Assert.True(
            File.ReadAllText(file) == FindingsDocument.Render(),
            "docs/findings.md differs from the catalogue. Run this test once with ACCEPT_FINDINGS=1, and look at what changed.");
    }
}
