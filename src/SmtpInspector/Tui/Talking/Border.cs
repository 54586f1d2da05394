namespace SmtpInspector.Tui.Talking;

/// <summary>A border between panes that the mouse can move.</summary>
enum Border
{
    /// <summary>Between the transcript and what is beside or below it.</summary>
    Transcript,

    /// <summary>Between the two panes at the right of a wide screen.</summary>
    Right,
}
