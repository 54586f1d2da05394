using FsCheck.Xunit;
using SmtpInspector.Protocol.Knowledge;

namespace SmtpInspector.Tests.Knowledge;

public class ExplainerTests
{
    [Theory]
    [InlineData("550", "550")]
    [InlineData(" 550 ", "550")]
    [InlineData("5xx", "5yz")]
    [InlineData("5YZ", "5yz")]
    [InlineData("x5z", "x5z")]
    [InlineData("5.7.1", "5.7.1")]
    [InlineData("X.7.1", "X.7.1")]
    [InlineData("x.7.x", "X.7.z")]
    [InlineData("5.7.x", "5.7.x")]
    [InlineData("4.x.x", "4.y.z")]
    [InlineData("x.y.z", "X.Y.Z")]
    [InlineData("mail from", "MAIL")]
    [InlineData("MAIL FROM:", "MAIL")]
    [InlineData("mail", "MAIL")]
    [InlineData("SIZE=", "SIZE")]
    [InlineData("size=1000", "SIZE")]
    [InlineData("AUTH=<>", "AUTH=")]
    [InlineData("auth", "AUTH")]
    [InlineData("auth plain", "PLAIN")]
    [InlineData("BODY=8BITMIME", "BODY")]
    [InlineData("message-bare-lf", "message-bare-lf")]
    [InlineData("Message Bare LF", "message-bare-lf")]
    [InlineData("dot stuffing", "dot-stuffing")]
    [InlineData("Null-Reverse-Path", "null reverse-path")]
    [InlineData("`starttls`", "STARTTLS")]
    [InlineData("<CRLF>", "CRLF")]
    public void A_word_is_found_in_any_spelling(string word, string found) => Assert.Equal(found, Explainer.Explain(word)?.Word);

    [Theory]
    [InlineData("550 5.7.1 Relaying denied", "5.7.1")]
    [InlineData("550-5.7.26 This mail is unauthenticated", "5.7.26")]
    [InlineData("421 Too many concurrent SMTP connections", "421")]
    [InlineData("250-SIZE 35882577", "SIZE")]
    [InlineData("250 8BITMIME", "8BITMIME")]
    [InlineData("250 Ok 0000", "250")]
    [InlineData("MAIL FROM:<a@example.com> SIZE=10", "MAIL")]
    [InlineData("AUTH PLAIN AGEAYg==", "PLAIN")]
    [InlineData("BDAT 100 LAST", "BDAT")]
    public void A_line_as_it_stood_on_the_wire_is_explained_by_its_most_telling_word(string line, string found) =>
        Assert.Equal(found, Explainer.Explain(line)?.Word);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("frobnicate")]
    [InlineData("999")]
    [InlineData("199")]
    [InlineData("560")]
    [InlineData("6.1.1")]
    [InlineData("5.9.1")]
    [InlineData("5.7.1234")]
    [InlineData("5.7")]
    [InlineData("192.0.2.1")]
    [InlineData("hello world")]
    public void An_unknown_word_has_no_explanation(string word) => Assert.Null(Explainer.Explain(word));

    [Fact]
    public void The_class_of_an_enhanced_status_code_tells_whether_to_try_again()
    {
        var transient = Explainer.Explain("4.2.2")!;
        var permanent = Explainer.Explain("5.2.2")!;
        var success = Explainer.Explain("2.1.5")!;

        Assert.Equal("mailbox full, transient", transient.Title);
        Assert.Equal("mailbox full, permanent", permanent.Title);
        Assert.Contains("a later attempt may succeed", transient.Text, StringComparison.Ordinal);
        Assert.StartsWith("Try again later first.", transient.WhatToDo, StringComparison.Ordinal);
        Assert.Contains("it will fail again", permanent.Text, StringComparison.Ordinal);
        Assert.Equal("Nothing: the code reports success.", success.WhatToDo);
        Assert.Contains("X.2.2", permanent.Related);
    }

    // RFC 3463 §2: the subject is reported even where the detail is not recognised.
    [Fact]
    public void A_detail_nobody_registered_is_told_by_its_subject()
    {
        var explanation = Explainer.Explain("5.7.515")!;

        Assert.Equal("5.7.515", explanation.Word);
        Assert.StartsWith("not registered; security or policy", explanation.Title, StringComparison.Ordinal);
    }

    // RFC 5321 §4.3.2: a client goes by the first digit of a code it does not know.
    [Theory]
    [InlineData("571")]
    [InlineData("477")]
    [InlineData("299")]
    public void A_code_outside_the_range_of_digits_has_no_explanation(string code) => Assert.Null(Explainer.Explain(code));

    [Theory]
    [InlineData("559", "no, permanently; mail system")]
    [InlineData("441", "not now; unspecified")]
    [InlineData("55x", "no, permanently; mail system")]
    public void A_code_no_RFC_lists_is_told_by_its_digits(string code, string meaning)
    {
        var explanation = Explainer.Explain(code)!;

        Assert.Equal(code, explanation.Word);
        Assert.EndsWith(meaning, explanation.Title, StringComparison.Ordinal);
        Assert.Equal("RFC 5321 §4.2.1", explanation.Reference);
    }

    [Fact]
    public void A_command_shows_its_syntax_and_its_listed_replies()
    {
        var details = Explainer.Explain("RCPT")!.Details;

        Assert.Equal("RCPT TO:Forward-path [SP Rcpt-parameters] CRLF", details.Single(detail => detail.Label == "Syntax").Value);
        Assert.Equal("250, 251", details.Single(detail => detail.Label == "Success").Value);
        Assert.StartsWith("550, 551, 552, 553, 450, 451, 452, 503, 455, 555", details.Single(detail => detail.Label == "Failure").Value, StringComparison.Ordinal);
    }

    [Property]
    public bool Any_text_gets_an_explanation_or_null(string? text) =>
        text is null || Explainer.Explain(text) is null or { Text.Length: > 0, Title.Length: > 0, Reference.Length: > 0 };
}
