using System.Text;
using FsCheck.Xunit;
using SmtpInspector.Protocol.Findings;

namespace SmtpInspector.Tests.Grammar;

public class AbnfTests
{
    [Property(MaxTest = 5000)]
    public void A_command_of_the_ABNF_is_found_right(int seed, bool smtpUtf8)
    {
        var line = new Abnf(new Random(seed)) { SmtpUtf8 = smtpUtf8 }.Command();
        AssertRight(line, smtpUtf8);
    }

    [Property(MaxTest = 1000)]
    public void Trailing_white_space_changes_nothing(int seed) =>
        AssertRight(new Abnf(new Random(seed)).Command() + " \t ", smtpUtf8: false);

    static void AssertRight(string line, bool smtpUtf8)
    {
        Read.Command(Encoding.UTF8.GetBytes(line), out var findings);

        // Long lines, and in EHLO, HELP and NOOP what only MAIL, RCPT, VRFY and EXPN may hold.
        findings.RemoveAll(found => found.Severity == Severity.Warning
            && found.Id is FindingId.PathTooLong or FindingId.DomainTooLong or FindingId.LocalPartTooLong or FindingId.ParameterSyntax or FindingId.EhloName);
        if (smtpUtf8 && line[..4].ToUpperInvariant() is "EHLO" or "HELO" or "LHLO" or "HELP" or "NOOP")
        {
            return;
        }

        Assert.True(findings.Count == 0 || findings.TrueForAll(found => found.Severity == Severity.Info), $"{line}: {string.Join("; ", findings)}");
    }
}
