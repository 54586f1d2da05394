using SmtpInspector.Protocol.Findings;
using SmtpInspector.Terminal.Styling;

namespace SmtpInspector.LineMode;

/// <summary>Colours of the printed conversation: the same meaning as the words, never without them.</summary>
static class LineColours
{
    /// <summary>The client's marker.</summary>
    public static Style Client { get; } = new(Ansi.Cyan);

    /// <summary>An event.</summary>
    public static Style Event { get; } = new(Attributes: TextAttributes.Dim);

    /// <summary>A reply's marker and code, by the first digit of the code.</summary>
    public static Style Reply(int? code) => (code / 100) switch
    {
        2 => new(Ansi.Green),
        3 => new(Ansi.Blue),
        4 => new(Ansi.Yellow),
        5 => new(Ansi.Red),
        _ => new(Ansi.Magenta),
    };

    /// <summary>A finding.</summary>
    public static Style Of(Severity severity) => severity switch
    {
        Severity.Error => new(Ansi.Red, Attributes: TextAttributes.Bold),
        Severity.Warning => new(Ansi.Yellow),
        Severity.Info => new(Attributes: TextAttributes.Dim),
    };
}
