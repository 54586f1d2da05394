using System.Text;

namespace SmtpInspector.Protocol.Message;

/// <summary>Reads addresses, obsolete forms included (RFC 5322 §3.4, §4.4). Total: what cannot be understood is passed over and said.</summary>
/// <param name="body">An unfolded field body.</param>
sealed class AddressParser(string body)
{
    readonly List<string> _notes = [];
    StructuredReader _reader = new(body);
    string? _problem;

    /// <summary>All addresses.</summary>
    public AddressList Parse()
    {
        var addresses = new List<Address>();
        while (true)
        {
            if (ParseAddress(inGroup: false) is { } address)
            {
                addresses.Add(address);
            }

            // RFC 5322 §4.4: the list may have null members.
            if (_reader.TryTake(','))
            {
                continue;
            }

            if (_reader.AtEnd)
            {
                return new AddressList(addresses, _problem, _notes);
            }

            // Some senders separate by semicolons. They are told, and understood.
            Fail($"{Shown.Quote(_reader.Next.ToString())} cannot stand here");
            SkipToSeparator();
            _reader.TryTake(';');
        }
    }

    Address? ParseAddress(bool inGroup)
    {
        var comments = new List<string>();
        _reader.SkipCfws(comments);
        var phrase = ParsePhrase(comments);
        switch (_reader.Next)
        {
            case '<':
                return ParseAngle(Decode(phrase), comments);
            case '@':
                return ParseAddrSpec(phrase, "", route: "", comments);
            case ':' when !inGroup && phrase.Count > 0:
                return ParseGroup(Decode(phrase));
            default:
                if (phrase.Count == 0)
                {
                    return null;
                }

                Fail($"{Shown.Quote(LocalPartOf(phrase))} has no \"@\" and domain");
                return Mailbox("", LocalPartOf(phrase), "", "", comments);
        }
    }

    Address.Group ParseGroup(string displayName)
    {
        _reader.TryTake(':');
        var members = new List<Address.Mailbox>();
        while (true)
        {
            if (ParseAddress(inGroup: true) is Address.Mailbox member)
            {
                members.Add(member);
            }

            if (_reader.TryTake(','))
            {
                continue;
            }

            if (_reader.TryTake(';'))
            {
                _reader.SkipCfws();
                return new Address.Group(displayName, members);
            }

            if (_reader.AtEnd)
            {
                Fail("a group does not end in \";\"");
                return new Address.Group(displayName, members);
            }

            Fail($"{Shown.Quote(_reader.Next.ToString())} cannot stand in a group");
            SkipToSeparator();
        }
    }

    Address.Mailbox ParseAngle(string displayName, List<string> comments)
    {
        _reader.TryTake('<');
        _reader.SkipCfws(comments);
        var route = _reader.Next is '@' or ',' ? ParseRoute(comments) : "";
        var localPart = ParsePhrase(comments);
        if (_reader.Next == '@')
        {
            var mailbox = ParseAddrSpec(localPart, displayName, route, comments);
            CloseAngle(comments);
            return mailbox;
        }

        Fail(localPart.Count == 0 ? "no address stands in the angle brackets" : $"{Shown.Quote(LocalPartOf(localPart))} has no \"@\" and domain");
        CloseAngle(comments);
        return Mailbox(displayName, LocalPartOf(localPart), "", route, comments);
    }

    void CloseAngle(List<string> comments)
    {
        if (!_reader.TryTake('>'))
        {
            Fail("a \">\" is missing");
            SkipToSeparator();
            return;
        }

        _reader.SkipCfws(comments);
    }

    // RFC 5322 §4.4: the route SHOULD be ignored when an address is interpreted; it is only shown.
    string ParseRoute(List<string> comments)
    {
        var start = _reader.Position;
        while (_reader.Next is '@' or ',')
        {
            if (_reader.TryTake('@'))
            {
                ParseDomain(comments);
            }
            else
            {
                _reader.TryTake(',');
                _reader.SkipCfws(comments);
            }
        }

        var route = body[start.._reader.Position].Trim();
        if (!_reader.TryTake(':'))
        {
            Fail("a route does not end in \":\"");
        }

        _reader.SkipCfws(comments);
        return HeaderText.Visible(route);
    }

    Address.Mailbox ParseAddrSpec(List<PhraseWord> words, string displayName, string route, List<string> comments)
    {
        _reader.TryTake('@');
        if (words.Count == 0)
        {
            Fail("nothing stands before the \"@\"");
        }
        else if (!IsLocalPart(words))
        {
            Fail($"{Shown.Quote(LocalPartOf(words))} is no local-part: words in it are joined by single dots");
        }

        var domain = ParseDomain(comments);
        return Mailbox(displayName, LocalPartOf(words), domain, route, comments);
    }

    string ParseDomain(List<string> comments)
    {
        _reader.SkipCfws(comments);
        if (_reader.Next == '[')
        {
            var literal = _reader.TakeDomainLiteral(out var isClosed);
            if (!isClosed)
            {
                Fail("an address literal does not end in \"]\"");
            }

            _reader.SkipCfws(comments);
            return literal;
        }

        var domain = new StringBuilder();
        while (true)
        {
            var atom = _reader.TakeAtom();
            if (atom.IsEmpty)
            {
                Fail(domain.Length == 0 ? "no domain stands behind the \"@\"" : "a domain's label is empty");
            }

            domain.Append(atom);
            // RFC 5322 §4.4: in obsolete syntax white space and comments stand around the dots.
            _reader.SkipCfws(comments);
            if (!_reader.TryTake('.'))
            {
                return domain.ToString();
            }

            domain.Append('.');
            _reader.SkipCfws(comments);
        }
    }

    List<PhraseWord> ParsePhrase(List<string> comments)
    {
        var words = new List<PhraseWord>();
        var isApart = false;
        while (!_reader.AtEnd)
        {
            var word = NextWord(isApart);
            if (word is null)
            {
                break;
            }

            words.Add(word.Value);
            isApart = _reader.SkipCfws(comments);
        }

        return words;
    }

    PhraseWord? NextWord(bool isApart)
    {
        if (_reader.Next == '"')
        {
            var quoted = _reader.TakeQuotedString(out var isClosed);
            if (!isClosed)
            {
                Fail("a quoted string does not end");
            }

            return new PhraseWord(quoted, WordKind.Quoted, isApart);
        }

        // RFC 5322 §4.1: a dot in a phrase is obsolete syntax, common in initials.
        if (_reader.TryTake('.'))
        {
            return new PhraseWord(".", WordKind.Dot, isApart);
        }

        // An encoded word is an atom by itself, though some senders leave a comma or the like in its text.
        if (_reader.Next == '=' && EncodedWord.At(_reader.Rest, out _) is { } encoded)
        {
            return new PhraseWord(_reader.Take(encoded.Length).ToString(), WordKind.Atom, isApart);
        }

        var atom = _reader.TakeAtom();
        return atom.IsEmpty ? null : new PhraseWord(atom.ToString(), WordKind.Atom, isApart);
    }

    string Decode(List<PhraseWord> phrase)
    {
        var decoder = new WordDecoder();
        for (var i = 0; i < phrase.Count; i++)
        {
            var space = i > 0 && phrase[i].IsApart ? " " : "";
            if (phrase[i].Kind is WordKind.Atom)
            {
                decoder.Token(space, phrase[i].Text);
            }
            else
            {
                // RFC 2047 §5 (3): an encoded word within a quoted string is none.
                decoder.Plain(space + phrase[i].Text);
            }
        }

        return Noted(decoder.Complete());
    }

    Address.Mailbox Mailbox(string displayName, string localPart, string domain, string route, List<string> comments)
    {
        var decoded = new List<string>(comments.Count);
        foreach (var comment in comments)
        {
            decoded.Add(Noted(EncodedWords.Decode(comment)));
        }

        return new Address.Mailbox(displayName, HeaderText.Visible(localPart), HeaderText.Visible(domain), route, decoded);
    }

    string Noted(DecodedText decoded)
    {
        _notes.AddRange(decoded.Notes);
        return decoded.Text;
    }

    void SkipToSeparator()
    {
        while (!_reader.AtEnd && _reader.Next is not (',' or ';'))
        {
            switch (_reader.Next)
            {
                case '"':
                    _reader.TakeQuotedString(out _);
                    break;
                case '(':
                    _reader.SkipCfws();
                    break;
                default:
                    _reader.Take(1);
                    break;
            }
        }
    }

    void Fail(string problem) => _problem ??= problem;

    static string LocalPartOf(List<PhraseWord> words)
    {
        var text = new StringBuilder();
        for (var i = 0; i < words.Count; i++)
        {
            var joins = i == 0 || words[i].Kind is WordKind.Dot || words[i - 1].Kind is WordKind.Dot;
            text.Append(joins ? "" : " ").Append(words[i].Text);
        }

        return text.ToString();
    }

    // RFC 5322 §4.4: obs-local-part = word *("." word).
    static bool IsLocalPart(List<PhraseWord> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if ((words[i].Kind is WordKind.Dot) != (i % 2 == 1))
            {
                return false;
            }
        }

        return words.Count % 2 == 1;
    }

    enum WordKind
    {
        Atom,
        Quoted,
        Dot,
    }

    readonly record struct PhraseWord(string Text, WordKind Kind, bool IsApart);
}
