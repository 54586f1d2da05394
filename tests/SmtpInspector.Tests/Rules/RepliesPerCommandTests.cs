using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Rules;

namespace SmtpInspector.Tests.Rules;

public class RepliesPerCommandTests
{
    // What the RFCs list, command by command, and one code of each class that is not in the list though defined.
    public static TheoryData<Verb, int[], int[]> Listed => new()
    {
        { Verb.Connection, [220, 554, 521, 421], [250, 334, 451, 500, 501, 502, 503, 530, 550] },
        { Verb.Ehlo, [250, 504, 550, 502, 421, 500, 501, 503], [220, 354, 450, 530, 554] },
        { Verb.Helo, [250, 504, 550, 502, 421, 500, 501, 503], [251, 334, 451, 535, 553] },
        { Verb.Mail, [250, 552, 451, 452, 550, 553, 503, 455, 555, 421, 500, 501, 502], [251, 354, 450, 504, 551, 554, 556] },
        { Verb.Rcpt, [250, 251, 550, 551, 552, 553, 450, 451, 452, 503, 455, 555, 556, 421, 500, 501, 502], [252, 354, 454, 504, 554] },
        { Verb.Data, [354, 503, 554, 452, 552, 421, 500, 501, 502], [250, 334, 450, 451, 550] },
        { Verb.EndOfData, [250, 552, 554, 451, 452, 450, 550, 421, 500, 501, 502, 503], [251, 354, 455, 551, 553] },
        { Verb.Rset, [250, 421, 500, 501, 502, 503], [221, 354, 450, 504, 554] },
        { Verb.Vrfy, [250, 251, 252, 550, 551, 553, 502, 504, 421, 500, 501, 503], [211, 354, 450, 552, 554] },
        { Verb.Expn, [250, 252, 550, 500, 502, 504, 421, 501, 503], [251, 334, 450, 551, 554] },
        { Verb.Help, [211, 214, 502, 504, 421, 500, 501, 503], [250, 354, 450, 550] },
        { Verb.Noop, [250, 421, 500, 501, 502, 503], [251, 354, 451, 504, 554] },
        { Verb.Quit, [221, 421, 500, 501, 502, 503], [250, 354, 451, 504, 554] },
        { Verb.StartTls, [220, 501, 454, 421, 500, 502, 503], [250, 334, 451, 504, 538] },
        { Verb.Auth, [235, 334, 432, 454, 500, 501, 503, 504, 530, 534, 535, 538, 421, 502], [250, 354, 450, 550] },
        { Verb.Bdat, [250, 503, 552, 554, 451, 452, 421, 500, 501, 502], [251, 354, 450, 550] },
        { Verb.Etrn, [250, 251, 252, 253, 458, 459, 421, 500, 501, 502, 503], [220, 354, 450, 554] },
        { Verb.Burl, [250, 503, 552, 554, 451, 452, 421, 500, 501, 502], [251, 354, 455, 535] },
        { Verb.Lhlo, [250, 504, 550, 502, 421, 500, 501, 503], [220, 354, 450, 554] },
        { Verb.Unknown, [421, 500, 501, 502, 503], [250, 354, 450, 504, 550] },
        { Verb.XClient, [421, 500, 501, 502, 503], [220, 354, 450, 550] },
    };

    [Theory, MemberData(nameof(Listed))]
    public void A_code_is_listed_where_an_RFC_lists_it_and_nowhere_else(Verb verb, int[] listed, int[] defined)
    {
        Assert.All(listed, code => Assert.True(RepliesPerCommand.IsListed(verb, code), $"{code} to {verb}"));
        Assert.All(defined, code => Assert.False(RepliesPerCommand.IsListed(verb, code), $"{code} to {verb}"));
        Assert.All(Enumerable.Range(-1, 1100).Except(listed), code => Assert.False(RepliesPerCommand.IsListed(verb, code), $"{code} to {verb}"));
    }

    [Fact]
    public void Every_verb_has_a_row_of_this_test() =>
        Assert.Empty(Enum.GetValues<Verb>().Except(Listed.Select(row => row.Data.Item1)));

    [Theory]
    [InlineData(Situation.BeforeTls, 530, new[] { Verb.Noop, Verb.Ehlo, Verb.StartTls, Verb.Quit, Verb.Connection })]
    [InlineData(Situation.BeforeAuth, 530, new[] { Verb.Ehlo, Verb.Helo, Verb.Noop, Verb.Rset, Verb.Quit, Verb.Connection })]
    [InlineData(Situation.InTls, 554, new[] { Verb.Quit })]
    public void A_situation_lets_any_command_but_some_get_its_code(Situation situation, int code, Verb[] except)
    {
        foreach (var verb in Enum.GetValues<Verb>())
        {
            Assert.Equal(
                !except.Contains(verb) || RepliesPerCommand.IsListed(verb, code),
                RepliesPerCommand.IsListed(verb, code, situation));
            Assert.Equal(RepliesPerCommand.IsListed(verb, code), RepliesPerCommand.IsListed(verb, code, Situation.None));
        }
    }

    [Fact]
    public void The_rows_stand_in_the_order_of_RFC_5321_and_cite_their_section()
    {
        Verb[] order =
        [
            Verb.Connection, Verb.Ehlo, Verb.Helo, Verb.Mail, Verb.Rcpt, Verb.Data, Verb.EndOfData, Verb.Rset, Verb.Vrfy,
            Verb.Expn, Verb.Help, Verb.Noop, Verb.Quit,
        ];

        Assert.Equal(order, RepliesPerCommand.Rows.Where(row => row.Reference == "RFC 5321 §4.3.2").Select(row => row.Verb));
        Assert.All(RepliesPerCommand.Rows, row => Assert.Matches("^RFC [0-9]+ §[0-9.]+$", row.Reference));
        Assert.Equal(2, RepliesPerCommand.Of(Verb.Data).Count);
    }

    [Fact]
    public void A_row_puts_each_code_under_the_letter_of_its_first_digit()
    {
        foreach (var row in RepliesPerCommand.Rows)
        {
            Assert.All(row.I, code => Assert.InRange(code, 300, 399));
            Assert.All(row.S, code => Assert.InRange(code, 200, 299));
            Assert.All(row.E, code => Assert.InRange(code, 400, 599));
        }
    }
}
