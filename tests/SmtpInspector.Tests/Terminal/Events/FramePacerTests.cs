using SmtpInspector.Terminal.Events;

namespace SmtpInspector.Tests.Terminal.Events;

public class FramePacerTests
{
    readonly FramePacer _pacer = new(TimeSpan.FromMilliseconds(16));

    [Fact]
    public void Nothing_new_is_never_drawn() => Assert.Equal(Timeout.InfiniteTimeSpan, _pacer.UntilDue(At(1000)));

    [Fact]
    public void After_a_rest_something_new_is_drawn_at_once()
    {
        _pacer.Invalidate();
        Assert.Equal(TimeSpan.Zero, _pacer.UntilDue(At(0)));

        _pacer.Drawn(At(0));
        _pacer.Invalidate();
        Assert.Equal(TimeSpan.Zero, _pacer.UntilDue(At(16)));
        Assert.Equal(TimeSpan.Zero, _pacer.UntilDue(At(5000)));
    }

    [Fact]
    public void Without_a_rest_it_waits_for_the_rest_of_the_interval()
    {
        _pacer.Invalidate();
        _pacer.Drawn(At(100));
        Assert.Equal(Timeout.InfiniteTimeSpan, _pacer.UntilDue(At(101)));

        _pacer.Invalidate();
        Assert.Equal(At(15), _pacer.UntilDue(At(101)));
        Assert.Equal(At(1), _pacer.UntilDue(At(115)));
    }

    static TimeSpan At(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
