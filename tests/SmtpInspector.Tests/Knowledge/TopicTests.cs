using System.Text;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Knowledge;

namespace SmtpInspector.Tests.Knowledge;

/// <summary>Holds the texts to account: short, whole, cited, each word once.</summary>
public class TopicTests
{
    const int MostWordsOfText = 58;
    const int MostWordsOfAdvice = 26;
    const int MostLettersOfTitle = 56;

    static IEnumerable<Entry> Rows => Library.Tables.SelectMany(table => table.Rows);

    [Fact]
    public void Every_text_is_a_short_paragraph()
    {
        NoFaults(Rows.Where(row => Words(row.Text) is < 5 or > MostWordsOfText).Select(row => $"{row.Words}: {Words(row.Text)}"));
        NoFaults(Rows.Where(row => Words(row.WhatToDo) is < 1 or > MostWordsOfAdvice).Select(row => $"{row.Words}: {Words(row.WhatToDo)}"));
        NoFaults(Rows.Where(row => row.Title.Length is < 2 or > MostLettersOfTitle).Select(row => $"{row.Words}: {row.Title.Length}"));
    }

    [Fact]
    public void Texts_are_sentences_and_titles_are_not()
    {
        NoFaults(Rows.Where(row => !IsSentence(row.Text) || !IsSentence(row.WhatToDo)).Select(row => row.Words));
        NoFaults(Rows.Where(row => row.Title[^1] is '.' or ':' or ' ').Select(row => row.Words));
        NoFaults(Rows.Where(row => $"{row.Title} {row.Text} {row.WhatToDo}".Contains("  ", StringComparison.Ordinal)).Select(row => row.Words));
    }

    [Fact]
    public void No_two_rows_explain_one_word() =>
        NoFaults(
            Library.Words.GroupBy(word => WordKey.Of(word.Word)).Where(same => same.Count() > 1).Select(same => same.Key));

    [Fact]
    public void Every_reference_is_spelled_one_way_and_its_section_exists() =>
        NoFaults(Rows.Select(row => (row.Words, Fault: References.Fault(row.Reference))).Where(row => row.Fault is not null).Select(row => $"{row.Words}: {row.Fault}"));

    [Fact]
    public void Every_rule_cites_a_section_that_exists() =>
        NoFaults(Catalogue.Rules.Select(rule => (rule.Name, Fault: References.Fault(rule.Reference))).Where(rule => rule.Fault is not null).Select(rule => $"{rule.Name}: {rule.Fault}"));

    [Fact]
    public void Every_word_to_look_up_next_is_known_and_is_another_one() =>
        NoFaults(
            from row in Rows
            from related in row.AllRelated
            where Explainer.Explain(related) is not { } next || row.AllWords.Contains(next.Word)
            select $"{row.AllWords[0]}: {related}");

    [Fact]
    public void A_word_to_look_up_next_is_named_once() =>
        NoFaults(Rows.Where(row => row.AllRelated.Length != row.AllRelated.Distinct().Count()).Select(row => row.Words));

    [Fact]
    public void Every_example_is_a_command_without_a_fault() =>
        Assert.All(Rows.Where(row => row.Example is not null && row.Verb != Verb.Unknown), row =>
        {
            List<Finding> findings = [];
            Assert.Equal(row.Verb, CommandParser.Parse(Encoding.UTF8.GetBytes(row.Example!), findings).Verb);
            Assert.Empty(findings);
        });

    static void NoFaults(IEnumerable<string> faults) => Assert.Equal([], faults);

    static int Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    static bool IsSentence(string text) =>
        text[^1] == '.' && (char.IsUpper(text[0]) || char.IsDigit(text[0]) || text[0] is '[' or '=') && !text.StartsWith(' ');
}
