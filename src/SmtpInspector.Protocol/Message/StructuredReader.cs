using System.Buffers;
using System.Text;

namespace SmtpInspector.Protocol.Message;

/// <summary>Reads the lexical tokens of a structured field's unfolded body (RFC 5322 §3.2).</summary>
/// <param name="text">The body.</param>
struct StructuredReader(string text)
{
    // RFC 5322 §3.2.3, specials; and white space. Everything else is atext: RFC 6532 §3.2 adds all beyond US-ASCII, and
    // control characters belong to no token, so they are kept in the atom they stand in.
    static readonly SearchValues<char> NotAtext = SearchValues.Create(" \t()<>[]:;@\\,.\"");

    /// <summary>The next character's index.</summary>
    public int Position { get; private set; }

    /// <summary>Whether everything was read.</summary>
    public readonly bool AtEnd => Position == text.Length;

    /// <summary>The next character; NUL at the end, which no token begins with.</summary>
    public readonly char Next => AtEnd ? '\0' : text[Position];

    /// <summary>What was not read yet.</summary>
    public readonly ReadOnlySpan<char> Rest => text.AsSpan(Position);

    /// <summary>Reads one character if it is the next.</summary>
    public bool TryTake(char character)
    {
        if (AtEnd || text[Position] != character)
        {
            return false;
        }

        Position++;
        return true;
    }

    /// <summary>Reads a number of characters.</summary>
    public ReadOnlySpan<char> Take(int length)
    {
        Position += length;
        return text.AsSpan(Position - length, length);
    }

    /// <summary>Reads white space and comments (CFWS); true when there was any. The comments' texts go to <paramref name="comments"/>.</summary>
    public bool SkipCfws(List<string>? comments = null)
    {
        var start = Position;
        while (!AtEnd)
        {
            if (text[Position] is ' ' or '\t')
            {
                Position++;
            }
            else if (text[Position] == '(')
            {
                var comment = TakeNested();
                comments?.Add(comment);
            }
            else
            {
                break;
            }
        }

        return Position > start;
    }

    /// <summary>Reads an atom's characters; empty when none is next.</summary>
    public ReadOnlySpan<char> TakeAtom()
    {
        var length = Rest.IndexOfAny(NotAtext);
        return Take(length < 0 ? Rest.Length : length);
    }

    /// <summary>Reads a quoted string that is next and gives what it says. One that does not end ends with the body.</summary>
    public string TakeQuotedString(out bool isClosed) => TakeDelimited('"', out isClosed);

    /// <summary>Reads a domain literal that is next, its brackets included (RFC 5322 §3.4.1).</summary>
    public string TakeDomainLiteral(out bool isClosed) => $"[{TakeDelimited(']', out isClosed)}]";

    string TakeDelimited(char close, out bool isClosed)
    {
        var value = new StringBuilder();
        Position++;
        while (!AtEnd)
        {
            var character = text[Position++];
            if (character == close)
            {
                isClosed = true;
                return value.ToString();
            }

            // RFC 5322 §3.2.1: of a quoted pair the backslash is not part of the text.
            if (character == '\\' && !AtEnd)
            {
                character = text[Position++];
            }

            value.Append(character);
        }

        isClosed = false;
        return value.ToString();
    }

    // RFC 5322 §3.2.2: comments nest; the outer parentheses are not part of the text.
    string TakeNested()
    {
        var comment = new StringBuilder();
        var depth = 0;
        while (!AtEnd)
        {
            var character = text[Position++];
            if (character == '\\' && !AtEnd)
            {
                comment.Append(text[Position++]);
                continue;
            }

            depth += character switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
            {
                break;
            }

            if (depth > 1 || character != '(')
            {
                comment.Append(character);
            }
        }

        return comment.ToString();
    }
}
