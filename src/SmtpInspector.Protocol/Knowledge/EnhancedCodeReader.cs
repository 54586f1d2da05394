using System.Globalization;

namespace SmtpInspector.Protocol.Knowledge;

/// <summary>Reads enhanced status codes: the class of one, its subject, and the detail the registry has for both.</summary>
static class EnhancedCodeReader
{
    /// <summary>
    /// <c>5.7.1</c> is the row <c>X.7.1</c> with what class 5 adds; a detail without a row is told by class and subject,
    /// as RFC 3463 §2 asks of clients. Null where the word is no such code.
    /// </summary>
    public static Explanation? Explain(string key)
    {
        var parts = key.Split('.');
        if (parts.Length != 3 || !Class(parts[0], out var severity) || !Number(parts[1], out var subject)
            || !Number(parts[2], out var detail))
        {
            return null;
        }

        return (severity, subject, detail) switch
        {
            (null, null, _) => Row("X.Y.Z"),
            ({ } digit, null, _) => Row($"{digit}.Y.Z"),
            (null, { } number, null) => Row($"X.{number}.Z"),
            ({ } digit, { } number, null) => Row($"X.{number}.Z") is { } row ? WithClass(row, digit, $"{digit}.{number}.x") : null,
            (null, { } number, { } last) => Row($"X.{number}.{last}") ?? Row($"X.{number}.Z"),
            ({ } digit, { } number, { } last) => Whole(digit, number, last),
        };
    }

    static Explanation? Whole(int digit, int subject, int detail)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"{digit}.{subject}.{detail}");
        return Row($"X.{subject}.{detail}") is { } row ? WithClass(row, digit, code)
            : Row($"X.{subject}.Z") is { } general ? Unregistered(WithClass(general, digit, code))
            : null;
    }

    // RFC 3463 §2: clients report the general error of the subject when the detail is not recognised.
    static Explanation Unregistered(Explanation general) => general with
    {
        Title = $"not registered; {general.Title}",
        Text = $"The registry has no such detail: a vendor's own. {general.Text}",
    };

    static Explanation WithClass(Explanation row, int digit, string code)
    {
        var severity = Row($"{digit}.Y.Z")!;
        return row with
        {
            Word = code,
            Title = $"{row.Title}, {Severity(digit)}",
            Text = $"{row.Text} {Meaning(digit)}",
            WhatToDo = digit switch
            {
                2 => severity.WhatToDo,
                4 => $"Try again later first. {row.WhatToDo}",
                _ => row.WhatToDo,
            },
            Related = [.. row.Related, row.Word, severity.Word],
        };
    }

    static string Severity(int digit) => digit switch
    {
        2 => "success",
        4 => "transient",
        _ => "permanent",
    };

    static string Meaning(int digit) => digit switch
    {
        2 => "The 2 says that it worked.",
        4 => "The 4 says: not now, a later attempt may succeed.",
        _ => "The 5 says: sent again unchanged, it will fail again.",
    };

    static Explanation? Row(string key) =>
        Library.TryFind(key, out var known) ? EntryExplanation.Of(known.Kind, known.Entry!) : null;

    static bool Class(string part, out int? value)
    {
        value = part is "2" or "4" or "5" ? part[0] - '0' : null;
        return value is not null || Wild(part);
    }

    static bool Number(string part, out int? value)
    {
        // RFC 3463 §2: each part is one to three digits, without leading zeros.
        var isNumber = part.Length is >= 1 and <= 3 && part.All(char.IsAsciiDigit);
        value = isNumber ? int.Parse(part, CultureInfo.InvariantCulture) : null;
        return isNumber || Wild(part);
    }

    static bool Wild(string part) => part.Length is >= 1 and <= 3 && part.All(place => place is 'X' or 'Y' or 'Z' or '*');
}
