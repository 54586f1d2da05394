namespace SmtpInspector.Protocol.Practice;

/// <summary>
/// The argument of MAIL or RCPT as a server takes it in. Not the grammar's view: servers take what they like, and the profile says
/// how much. (What was wrong with the client's line is the judge's business.)
/// </summary>
/// <param name="Address">The mailbox without angle brackets and source route; empty for <c>&lt;&gt;</c>.</param>
/// <param name="Parameters">The ESMTP parameters in order; the value null where there is no <c>=</c>.</param>
sealed record EnvelopeArgument(string Address, IReadOnlyList<(string Keyword, string? Value)> Parameters)
{
    /// <summary>Whether a source route stood before the address.</summary>
    public bool HasRoute { get; private init; }

    /// <summary>Takes an argument apart; null where it is not of this form.</summary>
    /// <param name="argument">What follows the verb.</param>
    /// <param name="word"><c>FROM:</c> or <c>TO:</c>.</param>
    /// <param name="lenient">Whether a space after the colon and a path without angle brackets are taken.</param>
    public static EnvelopeArgument? Parse(string argument, string word, bool lenient)
    {
        if (!argument.StartsWith(word, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var rest = argument[word.Length..];
        if (lenient)
        {
            rest = rest.TrimStart(' ');
        }

        var end = rest.StartsWith('<') ? EndOfPath(rest) : EndOfWord(rest, lenient);
        if (end <= 0 || (end < rest.Length && rest[end] != ' '))
        {
            return null;
        }

        var path = rest.StartsWith('<') ? rest[1..(end - 1)] : rest[..end];
        var address = rest.StartsWith('<') ? WithoutRoute(path) : path;
        return new(address, ParametersIn(rest[end..])) { HasRoute = address.Length < path.Length };
    }

    /// <summary>Where the path ends: behind the first angle bracket outside a quoted local-part; -1 where there is none.</summary>
    static int EndOfPath(string text)
    {
        var quoted = false;
        for (var i = 1; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\\' when quoted:
                    i++;
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case '>' when !quoted:
                    return i + 1;
            }
        }

        return -1;
    }

    static int EndOfWord(string text, bool lenient) => !lenient ? -1 : text.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var space ? space : text.Length;

    /// <summary>RFC 5321 §3.3: source routes MUST be accepted, SHOULD NOT be generated, and are best ignored.</summary>
    static string WithoutRoute(string path) =>
        path.StartsWith('@') && path.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? path[(colon + 1)..] : path;

    static (string Keyword, string? Value)[] ParametersIn(string text) =>
        [.. from word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            let sign = word.IndexOf('=', StringComparison.Ordinal)
            select sign < 0 ? (word.ToUpperInvariant(), null) : (word[..sign].ToUpperInvariant(), (string?)word[(sign + 1)..])];

    /// <summary>
    /// Whether the address has a local-part and a domain a server can make sense of. Octets over 127 are: whether they are taken
    /// at all is asked before.
    /// </summary>
    public bool IsMailbox
    {
        get
        {
            var at = Address.LastIndexOf('@');
            return at > 0 && IsDomain(Address[(at + 1)..]) && IsLocalPart(Address[..at]);
        }
    }

    static bool IsLocalPart(string text) =>
        text is ['"', .., '"'] ? text.Length > 2 : text.All(letter => letter is > ' ' and not '\x7f' and not ('<' or '>' or '(' or ')' or '[' or ']' or ',' or ';' or ':' or '@' or '"' or '\\'));

    static bool IsDomain(string text) =>
        text is ['[', _, .., ']']
        || (text.Length > 0 && text.Split('.').All(label => label.Length > 0 && label.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or > '\x7f')));
}
