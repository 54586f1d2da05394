namespace SmtpInspector.Protocol.Lessons;

/// <summary>A field of a lesson file, or one of its other parts.</summary>
/// <param name="Name">Its name; for other parts <see cref="Heading"/>, <see cref="Paragraph"/> or <see cref="Exhibit"/>.</param>
/// <param name="Value">What stands behind it; an exhibit's lines, joined by LF.</param>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Column">The column its value begins in, from 1.</param>
readonly record struct LessonField(string Name, string Value, int Line, int Column)
{
    static readonly string[] Names = ["goal", "minutes", "server", "prepare", "expect", "choice", "hint", "answer", "mistake", "typed", "then", "says", "notice"];

    /// <summary>The name of <c>## TITLE</c>, which begins a step.</summary>
    public const string Heading = "##";

    /// <summary>The name of plain text.</summary>
    public const string Paragraph = "";

    /// <summary>The name of what stands between two lines of three backticks; its value's first line is what stands behind the first of them.</summary>
    public const string Exhibit = "```";

    /// <summary>
    /// Throws where a text seems to be meant for a field: <c>Expect: EHLO</c>, <c>answer:EHLO</c>, <c>hint : One</c>. A field is small
    /// letters, a colon and a space.
    /// </summary>
    public void ThrowIfMeantForField()
    {
        var before = Value.Split(':') is [var word, _, ..] ? word.Trim() : "";
        if (Array.Find(Names, name => name.Equals(before, StringComparison.OrdinalIgnoreCase)) is { } meant)
        {
            throw Wrong($"this seems to be the field {meant}: it is written {meant}, the colon at once behind it, then a space and the rest.");
        }
    }

    /// <summary>What is wrong with the value.</summary>
    /// <param name="reason">A sentence.</param>
    /// <param name="at">Where in it, from 0.</param>
    public LessonException Wrong(string reason, int at = 0) => new(Line, Column + at, reason);
}
