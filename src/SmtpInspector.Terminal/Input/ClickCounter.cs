namespace SmtpInspector.Terminal.Input;

/// <summary>Tells a double click from two. A value; it knows no clock and is told the time.</summary>
/// <param name="Count">How many presses there were at the same cell, one soon after the other.</param>
public readonly record struct ClickCounter(int Count)
{
    static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(400);

    int Column { get; init; }

    int Row { get; init; }

    TimeSpan At { get; init; }

    /// <summary>After a press of the left button.</summary>
    /// <param name="press">The press.</param>
    /// <param name="now">When it came, on any clock.</param>
    public ClickCounter Press(MouseEvent press, TimeSpan now)
    {
        var again = Count > 0 && press.Column == Column && press.Row == Row && now - At <= Soon;
        return new ClickCounter(again ? Count + 1 : 1) { Column = press.Column, Row = press.Row, At = now };
    }
}
