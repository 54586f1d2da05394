using SmtpInspector.Protocol.Findings;

namespace SmtpInspector.Tests.Lints.Content;

public class EncodedWordRuleTests
{
    [Theory]
    [InlineData("X-Text: =?utf-8?Q?a_b=3F?= and =?UTF-8*en?b?w6Q=?=\r\n")]
    [InlineData("X-Text: =?utf-8?Q?a?=\r\n =?iso-8859-1?Q?=E4?=\r\n")]
    [InlineData("X-Text: what = ? and =? and ?= and a=?b?c and =?= and =??\r\n")]
    [InlineData("X-Text: https://example.com/?a=?b\r\n")]
    [InlineData("Cc: =?utf-8?q?J=C3=B6rg?= <a@b>, (=?utf-8?q?c?= =?utf-8?q?c?=) d@e\r\n")]
    [InlineData("Cc: =?utf-8?q?J=C3=B6rg?=<a@b>\r\n")]
    [InlineData("Cc: \"what =? this\" <a@b>\r\n")]
    [InlineData("References: <=?utf-8?q?a b@x>\r\n")]
    [InlineData("Content-Type: text/plain (=?utf-8?)\r\n")]
    public void Sound_encoded_words_and_what_was_none_are_silent(string field) => Assert.Empty(Lint.Of(Lint.Message(field)));

    [Theory]
    [InlineData("X-Text: =?utf-8?Q?hello world?=\r\n", "=?utf-8?Q?hello", "before the next white space")]
    [InlineData("X-Text: =?utf-8?Q?a=4?=\r\n", "=?utf-8?Q?a=4?=", "two hexadecimal digits")]
    [InlineData("X-Text: =?utf-8?B?w6Q?=\r\n", "=?utf-8?B?w6Q?=", "not base64")]
    [InlineData("X-Text: =?utf-8?X?a?=\r\n", "=?utf-8?X?a?=", "neither Q nor B")]
    [InlineData("X-Text: =?utf/8?Q?a?=\r\n", "=?utf/8?Q?a?=", "not a token")]
    [InlineData("X-Text: =?utf-8?Q??=\r\n", "=?utf-8?Q??=", "empty")]
    [InlineData("X-Text: =?utf-8?Q?a?b?=\r\n", "=?utf-8?Q?a?b?=", "=3F")]
    [InlineData("X-Text: =?utf-8?Q?a?=b\r\n", "=?utf-8?Q?a?=b", "stands behind it")]
    [InlineData("X-Text: b=?utf-8?Q?a?=\r\n", "b=?utf-8?Q?a?=", "stands before it")]
    [InlineData("X-Text: =?utf-8?Q?a?==?utf-8?Q?b?=\r\n", "=?utf-8?Q?a?==?utf-8?Q?b?=", "stands behind it")]
    [InlineData("X-Text: folded\r\n =?utf-8?Q?=C3?=\r\n =?utf-8?Q?=A4?=\r\n", "=?utf-8?Q?=C3?=", "cut in two")]
    [InlineData("Cc: \"=?utf-8?q?a?=\" <a@b>\r\n", "=?utf-8?q?a?=", "quoted string")]
    [InlineData("Cc: =?utf-8?q?Doe,_J?= <a@b>\r\n", "=?utf-8?q?Doe,_J?=", "=2C")]
    [InlineData("Cc: <=?utf-8?q?a?=@b>\r\n", "=?utf-8?q?a?=", "no part of an address")]
    [InlineData("Cc: x=?utf-8?q?a?= <a@b>\r\n", "=?utf-8?q?a?=", "joined")]
    [InlineData("Cc: =?utf-8?q?a b?= <a@b>\r\n", "=?utf-8?q?a", "before the next white space")]
    [InlineData("Cc: a@b (=?utf-8?y?a?=)\r\n", "=?utf-8?y?a?=", "neither Q nor B")]
    [InlineData("Content-Disposition: attachment; filename=\"=?utf-8?q?a?=\"\r\n", "=?utf-8?q?a?=", "name*=utf-8''value")]
    public void An_encoded_word_that_will_not_be_decoded_is_marked(string field, string marked, string what)
    {
        var content = Lint.Message(field);
        var finding = Lint.OfRule(FindingId.EncodedWordSyntax, content)[0];
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Equal(marked, Lint.Marked(content, finding));
        Assert.Contains(what, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(75, 0)]
    [InlineData(76, 1)]
    public void An_encoded_word_has_at_most_75_characters(int length, int count) => Assert.Equal(
        count, Lint.Of(Lint.Message($"X-Text: =?utf-8?Q?{new string('a', length - 12)}?=\r\n")).Count);
}
