namespace SmtpInspector.Terminal.Events;

/// <summary>Says when to draw: at once after a rest, and then once in a while as long as there is always something new.</summary>
/// <param name="interval">The least time between two frames.</param>
public sealed class FramePacer(TimeSpan interval)
{
    TimeSpan? _last;

    /// <summary>True when something has changed that is not on the screen.</summary>
    public bool IsDirty { get; private set; }

    /// <summary>Something has changed.</summary>
    public void Invalidate() => IsDirty = true;

    /// <summary>How long to wait before drawing; zero when it is time, and <see cref="Timeout.InfiniteTimeSpan"/> when there is nothing to draw.</summary>
    public TimeSpan UntilDue(TimeSpan now)
    {
        if (!IsDirty)
        {
            return Timeout.InfiniteTimeSpan;
        }

        var wait = _last is { } last ? last + interval - now : TimeSpan.Zero;
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    /// <summary>What has changed was drawn.</summary>
    public void Drawn(TimeSpan now)
    {
        IsDirty = false;
        _last = now;
    }
}
