using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Knowledge;
using SmtpInspector.Protocol.Rules;

namespace SmtpInspector.Tests.Knowledge;

/// <summary>Whatever another table of the program knows, <c>explain</c> knows.</summary>
public class CoverageTests
{
    [Fact]
    public void Every_verb_is_explained_with_the_replies_listed_for_it()
    {
        foreach (var verb in Enum.GetValues<Verb>().Where(verb => verb != Verb.Unknown))
        {
            var explanation = Explainer.Explain(verb == Verb.EndOfData ? "end of data" : Verbs.Name(verb));
            Assert.True(explanation is { Kind: ExplanationKind.Command }, verb.ToString());
            var listed = RepliesPerCommand.Of(verb).SelectMany(row => row.I.Concat(row.S).Concat(row.E)).Distinct();
            var shown = explanation.Details.SelectMany(detail => detail.Value.Split(", "));
            Assert.All(listed, code => Assert.Contains($"{code}", shown));
        }
    }

    [Fact]
    public void Every_rule_is_explained_in_the_catalogues_words() =>
        Assert.All(Catalogue.Rules, rule =>
        {
            var explanation = Explainer.Explain(rule.Name);
            Assert.Equal((ExplanationKind.Rule, rule.Title, rule.Reference), (explanation!.Kind, explanation.Title, explanation.Reference));
        });

    [Fact]
    public void Every_reply_code_of_an_RFC_has_a_row() =>
        Assert.All(ReplyCodes.All, code => Assert.True(Library.TryFind($"{code.Code}", out _), $"{code.Code}"));

    [Fact]
    public void Every_known_parameter_and_its_extension_are_explained() =>
        Assert.All(KnownParameter.All, parameter =>
        {
            Assert.Equal(ExplanationKind.Parameter, Explainer.Explain(parameter.Keyword + "=")?.Kind);
            Assert.NotNull(Explainer.Explain(parameter.Extension));
        });

    [Fact]
    public void Every_known_EHLO_keyword_is_explained() =>
        Assert.All(ServiceExtensions.All, row => Assert.True(Explainer.Explain(row.Keyword) is not null, row.Keyword));

    [Fact]
    public void Every_known_mechanism_is_explained() =>
        Assert.All(SaslMechanisms.All, mechanism => Assert.Equal(ExplanationKind.Mechanism, Explainer.Explain($"auth {mechanism.Name}")?.Kind));

    // IANA, SMTP Enhanced Status Codes registry: the highest detail of each subject.
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 10)]
    [InlineData(2, 4)]
    [InlineData(3, 6)]
    [InlineData(4, 7)]
    [InlineData(5, 6)]
    [InlineData(6, 10)]
    [InlineData(7, 30)]
    public void Every_enhanced_status_code_of_the_registry_has_a_row(int subject, int highest)
    {
        Assert.True(Library.TryFind($"X.{subject}.Z", out _));
        Assert.All(Enumerable.Range(0, highest + 1), detail => Assert.True(Library.TryFind($"X.{subject}.{detail}", out _), $"X.{subject}.{detail}"));
        Assert.False(Library.TryFind($"X.{subject}.{highest + 1}", out _));
    }

    [Theory]
    [InlineData("2yz")]
    [InlineData("3yz")]
    [InlineData("4yz")]
    [InlineData("5yz")]
    [InlineData("x0z")]
    [InlineData("x1z")]
    [InlineData("x2z")]
    [InlineData("x3z")]
    [InlineData("x4z")]
    [InlineData("x5z")]
    public void Every_digit_of_a_reply_code_has_a_row(string word) => Assert.Equal(word, Explainer.Explain(word)?.Word);
}
