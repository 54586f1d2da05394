namespace SmtpInspector.Protocol.Lessons;

/// <summary>A field of a lesson file, or one of its other parts.</summary>
/// <param name="Name">Its name; for other parts <see cref="Heading"/>, <see cref="Paragraph"/> or <see cref="Exhibit"/>.</param>
/// <param name="Value">What stands behind it; an exhibit's lines, joined by LF.</param>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Column">The column its value begins in, from 1.</param>
readonly record struct LessonField(string Name, string Value, int Line, int Column)
{
    /// <summary>The name of <c>## TITLE</c>, which begins a step.</summary>
    public const string Heading = "##";

    /// <summary>The name of plain text.</summary>
    public const string Paragraph = "";

    /// <summary>The name of what stands between two lines of three backticks; its value's first line is what stands behind the first of them.</summary>
    public const string Exhibit = "```";

    /// <summary>What is wrong with the value.</summary>
    /// <param name="reason">A sentence.</param>
    /// <param name="at">Where in it, from 0.</param>
    public LessonException Wrong(string reason, int at = 0) => new(Line, Column + at, reason);
}
