using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Rules;

namespace SmtpInspector.Tests.Rules;

public class CommandOrderTests
{
    const Standing Introduced = Standing.Greeted | Standing.Introduced | Standing.Extended;
    const Standing Open = Introduced | Standing.Transaction;

    [Theory]
    [InlineData(Verb.Mail, Standing.Greeted, Standing.Introduced)]
    [InlineData(Verb.Mail, Standing.Greeted | Standing.Introduced, Standing.None)]
    [InlineData(Verb.Rcpt, Introduced, Standing.Transaction)]
    [InlineData(Verb.Data, Open, Standing.Recipient)]
    [InlineData(Verb.Data, Open | Standing.Recipient, Standing.None)]
    [InlineData(Verb.Bdat, Open, Standing.Recipient)]
    [InlineData(Verb.StartTls, Standing.Greeted | Standing.Introduced, Standing.Extended)]
    [InlineData(Verb.Auth, Standing.Greeted, Standing.Extended)]
    [InlineData(Verb.Ehlo, Standing.None, Standing.Greeted)]
    [InlineData(Verb.Unknown, Standing.None, Standing.None)]
    public void What_must_come_first_is_missing_until_it_has_come(Verb verb, Standing standing, Standing missing) =>
        Assert.Equal(missing, CommandOrder.Missing(verb, standing));

    [Theory]
    [InlineData(Verb.Noop)]
    [InlineData(Verb.Help)]
    [InlineData(Verb.Expn)]
    [InlineData(Verb.Vrfy)]
    [InlineData(Verb.Rset)]
    [InlineData(Verb.Quit)]
    public void Some_commands_are_right_at_any_time_once_the_server_has_greeted(Verb verb)
    {
        Assert.Equal(Standing.None, CommandOrder.Missing(verb, Standing.Greeted));
        Assert.Equal(Standing.None, CommandOrder.Obstacles(verb, Open | Standing.Recipient | Standing.Authenticated | Standing.Encrypted));
    }

    [Theory]
    [InlineData(Verb.Mail, Open, Standing.Transaction)]
    [InlineData(Verb.Auth, Open, Standing.Transaction)]
    [InlineData(Verb.Auth, Introduced | Standing.Authenticated, Standing.Authenticated)]
    [InlineData(Verb.StartTls, Introduced | Standing.Encrypted, Standing.Encrypted)]
    [InlineData(Verb.Ehlo, Open | Standing.Authenticated | Standing.Encrypted, Standing.None)]
    public void What_stands_against_a_command_is_named(Verb verb, Standing standing, Standing obstacles) =>
        Assert.Equal(obstacles, CommandOrder.Obstacles(verb, standing));

    [Theory]
    [InlineData(Standing.Greeted | Standing.Introduced, "greeting")]
    [InlineData(Standing.Introduced, "EHLO")]
    [InlineData(Standing.Transaction, "MAIL")]
    [InlineData(Standing.Recipient, "RCPT")]
    public void The_first_step_is_the_earliest_that_is_missing(Standing missing, string word) =>
        Assert.Contains(word, CommandOrder.FirstStep(missing), StringComparison.Ordinal);

    [Fact]
    public void Every_known_command_has_its_place()
    {
        var steps = new[] { Verb.Unknown, Verb.Connection, Verb.EndOfData, Verb.XClient };

        Assert.Equal(Enum.GetValues<Verb>().Except(steps).Order(), CommandOrder.Rows.Select(row => row.Verb).Order());
    }
}
