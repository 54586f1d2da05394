using SmtpInspector.Tests.Tui.Actions;

namespace SmtpInspector.Tests.Tui.Talking;

/// <summary>What does not fit is cut where one sees that it is, and what belongs together stays together.</summary>
public class LongLineTests
{
    static ScreenHarness Long(int columns = 80, int rows = 24) =>
        Situations.Live($"S: 220 mail.example.org ESMTP\nC: NOOP\nS: 250 {new string('x', 3000)} end\n").Resize(columns, rows);

    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 40)]
    public void A_line_of_thousands_of_octets_is_cut_and_says_so(int columns, int rows)
    {
        var screen = Long(columns, rows);

        Assert.Contains("rows more of this line", screen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("end", screen.Text.Split('\n')[..12].Where(static row => row.Contains("xxx", StringComparison.Ordinal)));
    }

    [Fact]
    public void It_is_unfolded_by_hand()
    {
        var screen = Long().Press("Esc", "Enter");

        Assert.True(Assert.Single(ActionCase.Talk(screen).Folds).Value);
        Assert.DoesNotContain("rows more of this line", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_section_of_a_finding_stands_on_one_row()
    {
        for (var columns = 80; columns < 160; columns++)
        {
            var transcript = Situations.Typing().Resize(columns, 50).Text;
            Assert.All(transcript.Split('\n'), row => Assert.DoesNotMatch(@"RFC\s*(\u2502|\u2588|$)|RFC \d+\s*(\u2502|\u2588|$)", row));
        }
    }

    [Fact]
    public void A_long_name_leaves_room_for_how_it_stands()
    {
        var screen = Situations.Typing().With(model => model with { Page = ActionCase.Talk(Situations.Typing()) with { Name = "practice:postfix+wrong-name-certificate+delay=3" } });

        Assert.Contains("1 !", screen.Text.Split('\n')[0], StringComparison.Ordinal);
        Assert.Contains("practice:postfix", screen.Text.Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_sends_a_line_sees_what_comes_of_it()
    {
        var screen = Situations.Typing().Press("Esc", "g", "i").Type("NOOP");
        Assert.False(ActionCase.Talk(screen).List.Follows);
        Assert.True(ActionCase.Talk(screen.Press("Enter")).List.Follows);
    }
}
