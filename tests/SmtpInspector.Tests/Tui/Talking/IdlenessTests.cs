using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Tui;

namespace SmtpInspector.Tests.Tui.Talking;

public class IdlenessTests
{
    static ScreenHarness Patient(double seconds) => ScreenHarness.Talking("S: 220 hi\n")
        .Tell(new Msg.Opened(1, TranscriptHeader.Empty, TimeSpan.FromSeconds(seconds))).Tell(new Msg.Ready(1));

    [Theory]
    [InlineData(10, 5)]
    [InlineData(300, 295)]
    [InlineData(4, 2)]
    public void One_warning_comes_shortly_before_the_server_hangs_up(double limit, double after)
    {
        var screen = Patient(limit);
        var timer = Assert.Single(screen.Effects.OfType<Effect.Later>(), later => later.What is Msg.Idle);
        Assert.Equal(after, timer.After.TotalSeconds, 3);
        Assert.DoesNotContain("hangs up", screen.Text, StringComparison.Ordinal);
        Assert.Contains("hangs up", screen.Tell(timer.What).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_has_said_something_meanwhile_is_not_warned()
    {
        var screen = Patient(10);
        var timer = screen.Effects.OfType<Effect.Later>().Single(later => later.What is Msg.Idle);
        screen.Type("NOOP").Press("Enter").Tell(new Msg.Ready(1)).Tell(timer.What);
        Assert.DoesNotContain("hangs up", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_hangs_up_teaches_how_long_it_waits()
    {
        var screen = ScreenHarness.Talking("S: 220 hi\n");
        foreach (var heard in Conversations.Heard(Conversations.Document("S: [0.1] 220 hi\nC: [1.0] NOOP\nS: [1.5] 250 ok\nS: [31.5] 421 4.4.2 timeout\n* 31.6 closed by=server\n")))
        {
            screen.Tell(new Msg.Spoken(1, heard));
        }

        Assert.Equal(30, screen.Model.IdleLimits["mail.example.org:587"].TotalSeconds, 3);
    }
}
