using SmtpInspector.LineMode;
using SmtpInspector.Terminal.Styling;

namespace SmtpInspector.Show;

/// <summary>Lines with a margin: the time of what happened, and a bar where it happened inside TLS.</summary>
/// <param name="inner">Where they go.</param>
/// <param name="hasTimes">Whether there is a column for times.</param>
sealed class MarginOutput(ILineOutput inner, bool hasTimes) : ILineOutput
{
    const int Width = 9;

    TimeSpan? _at;
    bool _insideTls;

    /// <summary>Begins an event: its time stands before its first line only.</summary>
    public void Begin(TimeSpan? at, bool insideTls)
    {
        _at = at;
        _insideTls = insideTls;
    }

    public void Print(StyledLine line, bool hold = false)
    {
        var time = _at is { } at ? FormattableString.Invariant($"{at.TotalSeconds,Width:0.000}") : new string(' ', Width);
        _at = null;
        var margin = (hasTimes ? time : "") + (_insideTls ? " \u2502 " : hasTimes ? "   " : " ");
        inner.Print([new(margin, LineColours.Event), .. line], hold);
    }
}
