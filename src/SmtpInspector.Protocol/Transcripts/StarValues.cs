using System.Text;

namespace SmtpInspector.Protocol.Transcripts;

/// <summary>The <c>key=value</c> pairs of an event line. A key may repeat.</summary>
sealed class StarValues
{
    readonly List<KeyValuePair<string, string>> _pairs = [];

    /// <summary>The first value of a key; null where there is none.</summary>
    public string? this[string key]
    {
        get
        {
            foreach (var (name, value) in _pairs)
            {
                if (name == key)
                {
                    return value;
                }
            }

            return null;
        }
    }

    /// <summary>Every value of a key, in order.</summary>
    public IReadOnlyList<string> All(string key)
    {
        var values = new List<string>();
        foreach (var (name, value) in _pairs)
        {
            if (name == key)
            {
                values.Add(value);
            }
        }

        return values;
    }

    /// <summary>Reads pairs to the end of the text. False where anything else stands in it: then it is a note.</summary>
    public static bool TryParse(string text, out StarValues values)
    {
        values = new StarValues();
        var position = 0;
        while (true)
        {
            while (position < text.Length && text[position] == ' ')
            {
                position++;
            }

            if (position == text.Length)
            {
                return true;
            }

            var start = position;
            var equals = text.IndexOf('=', start);
            if (equals <= start || text.AsSpan(start, equals - start).ContainsAnyExcept(KeyCharacters)
                || !TryReadValue(text, equals + 1, out var value, out position))
            {
                return false;
            }

            values._pairs.Add(new(text[start..equals], value));
        }
    }

    static readonly System.Buffers.SearchValues<char> KeyCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    static bool TryReadValue(string text, int start, out string value, out int end)
    {
        if (start == text.Length || text[start] != '"')
        {
            end = text.IndexOf(' ', start);
            end = end < 0 ? text.Length : end;
            value = text[start..end];
            return true;
        }

        var result = new StringBuilder();
        for (end = start + 1; end < text.Length; end++)
        {
            if (text[end] == '"')
            {
                value = result.ToString();
                end++;
                return end == text.Length || text[end] == ' ';
            }

            if (text[end] == '\\' && end + 1 < text.Length)
            {
                end++;
            }

            result.Append(text[end]);
        }

        value = "";
        return false;
    }

    /// <summary>A value as it stands in a line: quoted where it is empty or has a space or a quote.</summary>
    public static string Quote(string value)
    {
        var visible = OneLine(value);
        return visible.Length > 0 && !visible.AsSpan().ContainsAny(" \"\\")
            ? visible
            : "\"" + visible.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
    }

    /// <summary>A text that stays on its line: control characters become a space.</summary>
    public static string OneLine(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = char.IsControl(source[i]) || source[i] is '\u2028' or '\u2029' ? ' ' : source[i];
        }
    });
}
