using System.Text.Unicode;
using SmtpInspector.Protocol.Findings;

namespace SmtpInspector.Protocol.Grammar;

/// <summary>esmtp-param *(SP esmtp-param): the parameters after a path (RFC 5321 §4.1.2).</summary>
static class ParameterList
{
    /// <summary>How many parameters are compared with each other: more than all extensions together define.</summary>
    const int Compared = 32;

    /// <summary>No parameters.</summary>
    public static EsmtpParameter[] None => [];

    /// <summary>Reads the parameters from the end of the path to the end of the line.</summary>
    public static EsmtpParameter[] Parse(Token line, int from, Verb verb, ICollection<Finding> findings)
    {
        if (from >= line.Length)
        {
            return None;
        }

        var parameters = new EsmtpParameter[Count(line.Span, from)];
        var index = 0;
        while (from < line.Length)
        {
            var start = Words.SkipWhiteSpace(line.Span, from);
            if (start == from)
            {
                findings.AddSyntax(start, start, "A space belongs between the address and the parameters.");
            }
            else
            {
                Separation.Check(line, from, start, findings);
            }

            var word = Words.TakeWord(line, start);
            var found = findings.Count;
            var parameter = Read(word, findings);
            CheckDuplicate(parameter, parameters.AsSpan(0, Math.Min(index, Compared)), findings);

            // One mistake, one finding: what is no parameter at all is not judged by its extension's rules too.
            if (findings.Count == found)
            {
                ParameterSyntax.Check(parameter, verb, findings);
            }

            parameters[index++] = parameter;
            from = word.End;
        }

        return parameters;
    }

    static int Count(ReadOnlySpan<byte> span, int from)
    {
        var count = 0;
        var inWord = false;
        for (var i = from; i < span.Length; i++)
        {
            var isWord = !Characters.IsWhiteSpace(span[i]);
            count += isWord && !inWord ? 1 : 0;
            inWord = isWord;
        }

        return count;
    }

    static EsmtpParameter Read(Token word, ICollection<Finding> findings)
    {
        var equals = word.Span.IndexOf((byte)'=');
        var keyword = word.Slice(0, equals < 0 ? word.Length : equals);
        var value = equals < 0 ? new Token(default, word.End) : word.From(equals + 1);
        if (!EhloKeyword.IsKeyword(keyword.Span))
        {
            findings.Add(
                FindingId.ParameterSyntax,
                keyword.IsEmpty ? word.Where : keyword.Where,
                "A parameter begins with its keyword, of letters, digits and hyphens, as in SIZE=1000.");
        }
        else if (equals >= 0 && value.IsEmpty)
        {
            findings.Add(FindingId.ParameterSyntax, word.Where, "After the equals sign a value must follow.");
        }
        else if (BadInValue(value.Span) is var bad and >= 0)
        {
            // esmtp-value = 1*(%d33-60 / %d62-126), and with RFC 6531 §3.3 UTF8-non-ascii.
            findings.Add(
                FindingId.ParameterSyntax,
                new Columns(0, value.Start + bad, value.Start + bad + 1),
                value.Span[bad] == (byte)'='
                    ? "An equals sign may not stand in a value: in xtext it is written +3D."
                    : "A value is made of printable characters.");
        }

        return new EsmtpParameter(keyword, value, equals >= 0);
    }

    static int BadInValue(ReadOnlySpan<byte> value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] is < 33 or (byte)'=' or 127)
            {
                return i;
            }
        }

        return Utf8.IsValid(value) ? -1 : value.IndexOfAnyInRange((byte)128, (byte)255);
    }

    // A line of tens of thousands of parameters must not cost the square of them.
    static void CheckDuplicate(EsmtpParameter parameter, ReadOnlySpan<EsmtpParameter> before, ICollection<Finding> findings)
    {
        foreach (var other in before)
        {
            if (!parameter.Keyword.IsEmpty && System.Text.Ascii.EqualsIgnoreCase(parameter.Keyword.Span, other.Keyword.Span))
            {
                findings.Add(FindingId.ParameterDuplicate, parameter.Keyword.Where, "The parameter is given twice: leave one.");
                return;
            }
        }
    }
}
