using SmtpInspector.Protocol.Findings;
using static SmtpInspector.Tests.Lints.Server.Judged;

namespace SmtpInspector.Tests.Lints.Server;

public class RefusedGroupTests
{
    // As OpenSMTPD does: "500 5.5.1 Invalid command: Pipelining not supported", and the close.
    [Theory]
    [InlineData(Introduced, false)]
    [InlineData(Greeted + "C: EHLO client.example.com\nS: 250-mail.example.com\nS: 250 PIPELINING\n", true)]
    public void A_500_to_commands_sent_at_once_refuses_the_command_only_where_that_was_allowed(string beginning, bool isFound) =>
        Assert.Equal(isFound, Judged.Findings(beginning + "C: MAIL FROM:<a@example.com>\nC: RCPT TO:<b@example.com>\nS: 500 one at a time\n")
            .Any(static finding => finding.Id == FindingId.RequiredCommandRefused));
}
