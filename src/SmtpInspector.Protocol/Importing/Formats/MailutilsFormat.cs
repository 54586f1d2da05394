using System.Text.RegularExpressions;

namespace SmtpInspector.Protocol.Importing.Formats;

/// <summary>What GNU mailutils prints with <c>--debug-level=mailer.prot</c>: the program's name, then <c>C: </c> or <c>S: </c>.</summary>
static partial class MailutilsFormat
{
    /// <summary>How it is recognised and read.</summary>
    public static ImportFormat Format { get; } = new(
        "mailutils",
        "GNU mailutils",
        "mail --debug-level=mailer.prot ... 2> FILE",
        ShownEndings.None,
        static text => text.Lines.Any(static line => Marks().IsMatch(line.Head)),
        static (text, builder) => MarkedReader.Read(text, builder, Marks(), static _ => false));

    [GeneratedRegex(@"^[\w./-]+:\ ((?<server>S:\ )|(?<client>C:\ ))", RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Marks();
}
