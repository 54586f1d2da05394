namespace SmtpInspector.Protocol.Lessons;

/// <summary>A file that is no lesson, with the place of the first thing that could not be understood.</summary>
/// <param name="line">The line, from 1.</param>
/// <param name="column">The character in that line, from 1.</param>
/// <param name="reason">What is wrong there, as a sentence.</param>
public sealed class LessonException(int line, int column, string reason)
    : Exception(FormattableString.Invariant($"line {line}, column {column}: {reason}"))
{
    /// <summary>The line, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>The character in that line, from 1.</summary>
    public int Column { get; } = column;

    /// <summary>What is wrong there, as a sentence.</summary>
    public string Reason { get; } = reason;
}
