using System.Buffers;
using SmtpInspector.Protocol.Message;

namespace SmtpInspector.Protocol.Lints.Content;

/// <summary>Finds encoded words that stand wrongly in a field of addresses (RFC 2047 §5 (2) and (3)).</summary>
/// <param name="text">The body as sent, a character an octet.</param>
/// <param name="found">Gets start, length and problem of each.</param>
sealed class EncodedWordsInAddresses(string text, Action<int, int, string> found)
{
    static readonly SearchValues<char> Separators = SearchValues.Create("()<>@,;:\\\"");
    static readonly SearchValues<char> TokenEnds = SearchValues.Create(" \t\r\n<>,;()\"");

    int _position;

    /// <summary>Looks at all of the body.</summary>
    public void Find()
    {
        var depth = 0;
        while (_position < text.Length)
        {
            switch (text[_position])
            {
                case '\\':
                    _position += 2;
                    break;
                case '"' when depth == 0:
                    PassQuotedString();
                    break;
                case '(':
                    depth++;
                    _position++;
                    break;
                case ')':
                    depth--;
                    _position++;
                    break;
                case '=' when text.AsSpan(_position).StartsWith("=?", StringComparison.Ordinal):
                    PassWord(isInComment: depth > 0);
                    break;
                default:
                    _position++;
                    break;
            }
        }
    }

    void PassQuotedString()
    {
        _position++;
        while (_position < text.Length && text[_position] != '"')
        {
            if (EncodedWord.At(text.AsSpan(_position), out _) is { } word)
            {
                found(_position, word.Length, "it stands in a quoted string, where it means its characters; without the quotation marks it would be decoded");
                _position += word.Length;
            }
            else
            {
                _position += text[_position] == '\\' ? 2 : 1;
            }
        }

        _position++;
    }

    void PassWord(bool isInComment)
    {
        var word = EncodedWord.At(text.AsSpan(_position), out _);
        var length = word?.Length ?? LengthOfToken();
        var token = text.AsSpan(_position, length);
        var problem = EncodedWordToken.Problem(token);
        if (problem is null && word is not null)
        {
            problem = isInComment ? null : PhraseProblem(token);
            problem ??= NeighbourProblem(_position + length);
        }

        if (problem is not null)
        {
            found(_position, length, problem);
        }

        _position += length;
    }

    // In a phrase, senders leave out the space before "<" and the like; every receiver copes. What it touches
    // otherwise makes one word of the two.
    string? NeighbourProblem(int next)
    {
        var before = _position == 0 ? ' ' : text[_position - 1];
        var after = next >= text.Length ? ' ' : text[next];
        return after == '@' ? "no part of an address can be one"
            : IsWordCharacter(before) || IsWordCharacter(after) ? "it is joined to the next word; white space must stand between"
            : null;
    }

    // RFC 2047 §5 (3): in a phrase, Q leaves these to their meaning for addresses.
    static string? PhraseProblem(ReadOnlySpan<char> token)
    {
        var special = token.IndexOfAny(Separators);
        return special < 0 ? null : $"{Shown.Quote(token[special].ToString())} in it separates addresses; it is written as ={(int)token[special]:X2}";
    }

    static bool IsWordCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '=' or '?' or '_';

    int LengthOfToken()
    {
        var end = text.AsSpan(_position).IndexOfAny(TokenEnds);
        return end < 0 ? text.Length - _position : Math.Max(end, 2);
    }
}
