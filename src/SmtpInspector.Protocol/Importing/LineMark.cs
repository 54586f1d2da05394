namespace SmtpInspector.Protocol.Importing;

/// <summary>
/// What stands before the lines of one side, such as <c>C> </c> or <c>12:00:01 [7] client: </c>: letter for letter, but
/// for numbers, which may be others from line to line.
/// </summary>
/// <param name="key">The mark as <see cref="KeyOf"/> makes it.</param>
sealed class LineMark(string key)
{
    const char Digits = '0';
    const char Gap = ' ';

    /// <summary>Whether the lines of the side have none.</summary>
    public bool IsEmpty => key.Length == 0;

    /// <summary>Two marks are one when their keys are equal: any number is 0, any white space one space, none at the beginning.</summary>
    public static string KeyOf(ReadOnlySpan<char> mark)
    {
        var made = new List<char>(mark.Length);
        foreach (var letter in mark.TrimStart(" \t"))
        {
            var kind = char.IsAsciiDigit(letter) ? Digits : letter is ' ' or '\t' ? Gap : letter;
            if (kind is not (Digits or Gap) || made is not [.., var last] || last != kind)
            {
                made.Add(kind);
            }
        }

        return new string([.. made]);
    }

    /// <summary>Whether the other mark begins as this one does, and goes on.</summary>
    public bool Begins(string other) => key.Length > 0 && other.Length > key.Length && other.StartsWith(key, StringComparison.Ordinal);

    /// <summary>How many characters of a line are this mark; -1 where it does not stand there.</summary>
    /// <remarks>Of the white space behind it one is the mark's: a line of a message may begin with more.</remarks>
    public int LengthIn(ReadOnlySpan<char> line)
    {
        var at = line.IndexOfAnyExcept(" \t");
        at = at < 0 ? line.Length : at;
        for (var i = 0; i < key.Length; i++)
        {
            var rest = line[at..];
            var isLast = i == key.Length - 1;
            var length = key[i] switch
            {
                Digits => Run(rest, "0123456789"),
                Gap when isLast => rest.IsEmpty ? 0 : rest[0] is ' ' or '\t' ? 1 : -1,
                Gap => Run(rest, " \t"),
                var letter => rest is [var there, ..] && there == letter ? 1 : -1,
            };
            if (length < 0)
            {
                return -1;
            }

            at += length;
        }

        return at;
    }

    /// <summary>How many characters at the end of a line belong to the mark: <c>**EHLO me**</c> is bold on both sides.</summary>
    public int LengthBehind(ReadOnlySpan<char> line)
    {
        var markup = key.AsSpan()[key.AsSpan().TrimEnd("*_`").Length..];
        return !markup.IsEmpty && line.Length > markup.Length && line.EndsWith(markup, StringComparison.Ordinal) ? markup.Length : 0;
    }

    static int Run(ReadOnlySpan<char> text, string letters)
    {
        var end = text.IndexOfAnyExcept(letters);
        return end switch
        {
            0 => -1,
            < 0 => text.IsEmpty ? -1 : text.Length,
            _ => end,
        };
    }
}
