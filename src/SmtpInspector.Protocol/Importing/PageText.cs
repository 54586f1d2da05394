using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SmtpInspector.Protocol.Importing;

/// <summary>A text as its reader saw it, where it was copied with what made a page of it: HTML, and the fences of Markdown.</summary>
static partial class PageText
{
    /// <summary>The text without tags, entities and fences; the same where it has none.</summary>
    public static LogText Of(LogText text)
    {
        var isHtml = text.Lines.Any(static line => Html().IsMatch(line.Head));
        return isHtml ? LogText.Of([.. text.Lines.SelectMany(OfHtml)])
            : text.Lines.Any(IsFence) ? LogText.Of([.. text.Lines.Select(static line => IsFence(line) ? line.From(line.Bytes.Length) : line)])
            : text;
    }

    static bool IsFence(LogLine line) => Fence().IsMatch(line.Head);

    static IEnumerable<LogLine> OfHtml(LogLine line)
    {
        if (line.Bytes.Span.IndexOfAny((byte)'<', (byte)'&') < 0)
        {
            return [line];
        }

        var lines = Break().Split(Encoding.UTF8.GetString(line.Bytes.Span));

        // A break at the end of a line of the file ends no line more.
        var count = lines.Length > 1 && string.IsNullOrWhiteSpace(lines[^1]) ? lines.Length - 1 : lines.Length;
        return lines.Take(count).Select(part => new LogLine(line.Number, Encoding.UTF8.GetBytes(Entity().Replace(Tag().Replace(part, ""), Decoded)), line.HasReturn));
    }

    static string Decoded(Match entity) => entity.Groups["name"].Value switch
    {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "quot" => "\"",
        "apos" => "'",
        "nbsp" => " ",
        ['#', 'x' or 'X', .. var digits] => Character(digits, NumberStyles.HexNumber) ?? entity.Value,
        ['#', .. var digits] => Character(digits, NumberStyles.None) ?? entity.Value,
        _ => entity.Value,
    };

    static string? Character(string digits, NumberStyles style) =>
        int.TryParse(digits, style, CultureInfo.InvariantCulture, out var number) && Rune.IsValid(number) ? new Rune(number).ToString() : null;

    // What no conversation holds: in one, <b> may be a path, and &amp; a word of a message.
    [GeneratedRegex("&[lg]t;|</?(pre|code|div|span|p|br)( [^<>@]*)?/?>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Html();

    [GeneratedRegex("<br *(?:[a-z]+=[^<>]*)?/?>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Break();

    [GeneratedRegex("""</?(?:pre|code|p|div|span|html|head|body|b|strong|em|i|u|tt|kbd|samp|font|table|tbody|tr|td|th|ul|ol|li|h[1-6]|blockquote|a)(?: +[a-z-]+(?:=(?:"[^"]*"|'[^']*'|[^\s<>"']*))?)* *>""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex("&(?<name>lt|gt|amp|quot|apos|nbsp|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});", RegexOptions.CultureInvariant)]
    private static partial Regex Entity();

    [GeneratedRegex(@"^ {0,3}(```|~~~)[\w-]*\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Fence();
}
