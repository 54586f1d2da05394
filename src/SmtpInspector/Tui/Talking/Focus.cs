namespace SmtpInspector.Tui.Talking;

/// <summary>The part of a conversation's screen that has the keyboard.</summary>
enum Focus
{
    Line,
    Transcript,
    Detail,
    Bytes,
    Lesson,
}
