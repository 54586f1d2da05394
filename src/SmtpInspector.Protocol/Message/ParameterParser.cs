using System.Buffers;

namespace SmtpInspector.Protocol.Message;

/// <summary>Reads what follows the type in a Content-Type or Content-Disposition field (RFC 2045 §5.1).</summary>
static class ParameterParser
{
    // RFC 2045 §5.1: tspecials, and the space.
    static readonly SearchValues<char> NotToken = SearchValues.Create(" \t()<>@,;:\\\"/[]?=");

    // No field has as many; without an end, a hostile one would cost more than it is worth.
    const int MostParameters = 500;

    /// <summary>All parameters as written, pieces of RFC 2231 not joined yet. What cannot be understood is passed over.</summary>
    public static List<(string Name, string Value)> Parse(ref StructuredReader reader, ref string? problem)
    {
        var parameters = new List<(string Name, string Value)>();
        while (true)
        {
            reader.SkipCfws();
            if (reader.AtEnd)
            {
                return parameters;
            }

            if (parameters.Count == MostParameters)
            {
                problem ??= "there are too many parameters; the rest is not read";
                return parameters;
            }

            if (!reader.TryTake(';'))
            {
                problem ??= $"{Shown.Quote(reader.Rest.ToString())} stands where a \";\" is expected";
                SkipToSemicolon(ref reader);
                continue;
            }

            reader.SkipCfws();
            // A semicolon at the end introduces nothing. It is not right, and does no harm.
            if (reader.AtEnd || reader.Next == ';')
            {
                continue;
            }

            var name = TakeToken(ref reader).ToString();
            reader.SkipCfws();
            if (name.Length == 0 || !reader.TryTake('='))
            {
                problem ??= $"a parameter is not written as name=value where {Shown.Quote(name + reader.Rest.ToString())} stands";
                SkipToSemicolon(ref reader);
                continue;
            }

            reader.SkipCfws();
            parameters.Add((name.ToLowerInvariant(), TakeValue(ref reader, ref problem)));
        }
    }

    /// <summary>Reads a token's characters; empty when none is next.</summary>
    public static ReadOnlySpan<char> TakeToken(ref StructuredReader reader)
    {
        var length = reader.Rest.IndexOfAny(NotToken);
        return reader.Take(length < 0 ? reader.Rest.Length : length);
    }

    static string TakeValue(ref StructuredReader reader, ref string? problem)
    {
        if (reader.Next == '"')
        {
            var quoted = reader.TakeQuotedString(out var isClosed);
            if (!isClosed)
            {
                problem ??= "a quoted value does not end";
            }

            return quoted;
        }

        var start = reader.Rest;
        var token = TakeToken(ref reader);
        reader.SkipCfws();
        if (!token.IsEmpty && (reader.AtEnd || reader.Next == ';'))
        {
            return token.ToString();
        }

        // Senders leave out the quotation marks around a space, a slash, a colon: what they mean reaches to the semicolon.
        var end = start.IndexOf(';');
        var value = (end < 0 ? start : start[..end]).TrimEnd(" \t").ToString();
        problem ??= value.Length == 0
            ? "a parameter has no value"
            : $"the value {Shown.Quote(value)} would have to stand in quotation marks";
        SkipToSemicolon(ref reader);
        return value;
    }

    static void SkipToSemicolon(ref StructuredReader reader)
    {
        var length = reader.Rest.IndexOf(';');
        reader.Take(length < 0 ? reader.Rest.Length : length);
    }
}
