namespace SmtpInspector.Protocol.Lessons;

/// <summary>A piece of a text: words, or something to type or seen on the wire.</summary>
/// <param name="Text">The text, without backticks.</param>
/// <param name="IsCode">Whether it stood in backticks.</param>
public readonly record struct LessonPiece(string Text, bool IsCode);

/// <summary>The texts of a lesson: plain words, code in backticks as in Markdown.</summary>
public static class LessonText
{
    /// <summary>The pieces of a text, in order. A backtick without its second one is an ordinary character.</summary>
    public static IReadOnlyList<LessonPiece> Pieces(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var pieces = new List<LessonPiece>();
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('`', at);
            var close = open < 0 ? -1 : text.IndexOf('`', open + 1);
            if (close < 0)
            {
                pieces.Add(new(text[at..], false));
                break;
            }

            if (open > at)
            {
                pieces.Add(new(text[at..open], false));
            }

            pieces.Add(new(text[(open + 1)..close], true));
            at = close + 1;
        }

        return pieces;
    }

    /// <summary>How many words a text has, as a person counts them.</summary>
    public static int Words(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length;
    }
}
