using SmtpInspector.Protocol.Rules;

namespace SmtpInspector.Tests.Rules;

public class ReplyCodesTests
{
    [Fact]
    public void The_codes_stand_in_numeric_order_each_once() =>
        Assert.Equal(ReplyCodes.All.Select(row => row.Code).Distinct().Order(), ReplyCodes.All.Select(row => row.Code));

    [Fact]
    public void Every_code_that_is_listed_for_a_command_is_defined()
    {
        Assert.All(RepliesPerCommand.Rows.SelectMany(row => row.I.Concat(row.S).Concat(row.E)), code => Assert.True(ReplyCodes.IsDefined(code)));
        Assert.All(RepliesPerCommand.General, code => Assert.True(ReplyCodes.IsDefined(code)));
        Assert.All(RepliesPerSituation.Rows, row => Assert.True(ReplyCodes.IsDefined(row.Code)));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(299)]
    [InlineData(350)]
    [InlineData(499)]
    [InlineData(557)]
    [InlineData(-1)]
    [InlineData(1000)]
    public void A_code_of_nobodys_is_not_defined(int code) => Assert.False(ReplyCodes.IsDefined(code));
}
