using SmtpInspector.Tui.Records;

namespace SmtpInspector.Tui.Playing;

/// <summary>A conversation that is played back: heard once more, at its own pace or at another, or step by step.</summary>
/// <param name="Events">All that was heard.</param>
/// <param name="Position">How many have been heard by now.</param>
/// <param name="IsPlaying">Whether it goes on by itself.</param>
/// <param name="Speed">How many times as fast as recorded.</param>
/// <param name="Turn">Counts the times it was started and stopped: a timer of an earlier turn means nothing.</param>
sealed record Playback(RecordIndex Events, int Position, bool IsPlaying, double Speed, int Turn)
{
    /// <summary>What is waited at most, whatever was recorded: nobody looks on for minutes.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(3);

    // Where no times were recorded.
    static readonly TimeSpan UsualPause = TimeSpan.FromSeconds(0.5);

    /// <summary>Whether all was heard.</summary>
    public bool IsAtEnd => Position >= Events.Count;

    /// <summary>How long until the next is heard; zero at the end.</summary>
    public TimeSpan Pause
    {
        get
        {
            if (IsAtEnd)
            {
                return TimeSpan.Zero;
            }

            var pause = Position > 0 && Events[Position].Event?.At is { } next && Events[Position - 1].Event?.At is { } last ? next - last
                : Events[Position].Event?.At is null ? UsualPause : TimeSpan.Zero;
            pause /= Speed;
            return pause > LongestPause ? LongestPause : pause < TimeSpan.Zero ? TimeSpan.Zero : pause;
        }
    }
}
