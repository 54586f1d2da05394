using SmtpInspector.Protocol.Findings;

namespace SmtpInspector.Tests.Lints.Server;

public class ServerRuleTests
{
    public static TheoryData<int, string> With => Rows(ServerRuleRows.With.Select(row => row.Id));

    public static TheoryData<int, string> Without => Rows(ServerRuleRows.Without.Select(row => row.Id));

    [Theory, MemberData(nameof(With))]
    public void A_rule_finds_what_it_is_for(int row, string rule)
    {
        var (id, severity, transcript) = ServerRuleRows.With[row];
        var findings = Judged.Findings(transcript).ToList();

        Assert.True(
            findings.Exists(finding => finding.Id == id && finding.Severity == severity),
            $"{rule} {severity} not in:\n{Judged.Render(findings)}");
    }

    [Theory, MemberData(nameof(Without))]
    public void A_rule_keeps_silent_where_it_is_just_not_so(int row, string rule)
    {
        var (id, transcript) = ServerRuleRows.Without[row];
        var findings = Judged.Findings(transcript).Where(finding => finding.Id == id).ToList();

        Assert.True(findings.Count == 0, $"{rule} in:\n{Judged.Render(findings)}");
    }

    [Fact]
    public void Every_rule_about_the_server_has_a_row_of_either_kind()
    {
        for (var id = FindingId.ReplyMalformed; id <= FindingId.StarttlsStripped; id++)
        {
            Assert.Contains(ServerRuleRows.With, row => row.Id == id);
            Assert.Contains(ServerRuleRows.Without, row => row.Id == id);
        }
    }

    [Theory, MemberData(nameof(With))]
    public void A_finding_marks_octets_that_are_there_and_quotes_none_unfiltered(int row, string rule)
    {
        _ = rule;
        foreach (var entry in Judged.Entries(ServerRuleRows.With[row].Transcript))
        {
            foreach (var finding in entry.Findings)
            {
                Assert.DoesNotContain(finding.Message, character => character is < ' ' or > '~');
                Assert.Matches("^(RFC [0-9]+ §|[A-Z])", finding.Reference);
                if (finding.Where is { } where && entry is Protocol.Judgement.Entry.Reply reply)
                {
                    Assert.InRange(where.Line, 0, reply.Value.Lines.Count - 1);
                    Assert.InRange(where.Start, 0, reply.Value.Lines[where.Line].Wire.Bytes.Length);
                    Assert.InRange(where.End, where.Start, reply.Value.Lines[where.Line].Wire.Bytes.Length);
                }
            }
        }
    }

    static TheoryData<int, string> Rows(IEnumerable<FindingId> ids)
    {
        var data = new TheoryData<int, string>();
        var row = 0;
        foreach (var id in ids)
        {
            data.Add(row++, Catalogue.Of(id).Name);
        }

        return data;
    }
}
