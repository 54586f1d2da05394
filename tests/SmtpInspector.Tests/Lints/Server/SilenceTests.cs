using SmtpInspector.Protocol.Findings;

namespace SmtpInspector.Tests.Lints.Server;

public class SilenceTests
{
    public static TheoryData<int, string> Rows
    {
        get
        {
            var data = new TheoryData<int, string>();
            for (var row = 0; row < SilentRows.All.Length; row++)
            {
                data.Add(row, SilentRows.All[row].Name);
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Rows))]
    public void What_is_right_or_only_unusual_gets_neither_error_nor_warning(int row, string name)
    {
        var loud = Judged.Findings(SilentRows.All[row].Transcript).Where(finding => finding.Severity > Severity.Info).ToList();

        Assert.True(loud.Count == 0, $"{name}:\n{Judged.Render(loud)}");
    }
}
