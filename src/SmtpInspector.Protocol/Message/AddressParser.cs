using System.Text;

namespace SmtpInspector.Protocol.Message;

/// <summary>Reads addresses, obsolete forms included (RFC 5322 §3.4, §4.4). Total: what cannot be understood is passed over and said.</summary>
/// <param name="body">An unfolded field body.</param>
sealed class AddressParser(string body)
{
    // One address is read after the other, so what is gathered on the way is gathered in the same place.
    readonly Phrase _phrase = new();
    readonly List<string> _comments = [];
    readonly StringBuilder _domain = new();
    List<string>? _notes;
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
                return new AddressList(addresses, _problem, _notes ?? []);
            }

            // Some senders separate by semicolons. They are told, and understood.
            _problem ??= $"{Shown.Quote(_reader.Next.ToString())} cannot stand here";
            SkipToSeparator();
            _reader.TryTake(';');
        }
    }

    Address? ParseAddress(bool inGroup)
    {
        _comments.Clear();
        _reader.SkipCfws(_comments);
        ReadPhrase();
        switch (_reader.Next)
        {
            case '<':
                return ParseAngle(DisplayName());
            case '@':
                var before = _problem;
                var (localPart, domain) = (ParseLocalPart(), ParseDomain());
                return _reader.Next == '<' ? ParseAngle(NameWithAt(domain, before)) : Mailbox("", "", localPart, domain);
            case ':' when !inGroup && !_phrase.IsEmpty:
                return ParseGroup(DisplayName());
            default:
                if (_phrase.IsEmpty)
                {
                    return null;
                }

                _problem ??= $"{Shown.Quote(_phrase.ToLocalPart())} has no \"@\" and domain";
                return Mailbox("", "", _phrase.ToLocalPart(), "");
        }
    }

    // Many write the address for a name before the angle brackets too. RFC 5322 §3.4: there it must be quoted.
    string NameWithAt(string domain, string? problemBefore)
    {
        var name = $"{DisplayName()}@{HeaderText.Visible(domain)}";
        _problem = problemBefore ?? $"the name {Shown.Quote(name)} is not quoted, though an \"@\" stands in it";
        return name;
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
                _problem ??= "a group does not end in \";\"";
                return new Address.Group(displayName, members);
            }

            _problem ??= $"{Shown.Quote(_reader.Next.ToString())} cannot stand in a group";
            SkipToSeparator();
        }
    }

    Address.Mailbox ParseAngle(string displayName)
    {
        _reader.TryTake('<');
        _reader.SkipCfws(_comments);
        var route = _reader.Next is '@' or ',' ? ParseRoute() : "";
        ReadPhrase();
        string localPart, domain = "";
        if (_reader.Next == '@')
        {
            localPart = ParseLocalPart();
            domain = ParseDomain();
        }
        else
        {
            localPart = _phrase.ToLocalPart();
            _problem ??= _phrase.IsEmpty ? "no address stands in the angle brackets" : $"{Shown.Quote(localPart)} has no \"@\" and domain";
        }

        if (_reader.TryTake('>'))
        {
            _reader.SkipCfws(_comments);
        }
        else
        {
            _problem ??= "a \">\" is missing";
            SkipToSeparator();
        }

        return Mailbox(displayName, route, localPart, domain);
    }

    // RFC 5322 §4.4: the route SHOULD be ignored when an address is interpreted; it is only shown.
    string ParseRoute()
    {
        var start = _reader.Position;
        while (_reader.Next is '@' or ',')
        {
            if (_reader.Next == '@')
            {
                ParseDomain();
            }
            else
            {
                _reader.TryTake(',');
                _reader.SkipCfws(_comments);
            }
        }

        var route = body[start.._reader.Position].Trim();
        if (!_reader.TryTake(':'))
        {
            _problem ??= "a route does not end in \":\"";
        }

        _reader.SkipCfws(_comments);
        return route;
    }

    string ParseLocalPart()
    {
        var localPart = _phrase.ToLocalPart();
        if (!_phrase.IsLocalPart())
        {
            _problem ??= _phrase.IsEmpty
                ? "nothing stands before the \"@\""
                : $"{Shown.Quote(localPart)} is no local-part: words in it are joined by single dots";
        }

        return localPart;
    }

    string ParseDomain()
    {
        _reader.TryTake('@');
        _reader.SkipCfws(_comments);
        if (_reader.Next == '[')
        {
            var literal = _reader.TakeDomainLiteral(out var isClosed);
            if (!isClosed)
            {
                _problem ??= "an address literal does not end in \"]\"";
            }

            _reader.SkipCfws(_comments);
            return literal;
        }

        _domain.Clear();
        while (true)
        {
            var label = _reader.TakeAtom();
            if (label.IsEmpty)
            {
                _problem ??= _domain.Length == 0 ? "no domain stands behind the \"@\"" : "a domain's label is empty";
            }

            _domain.Append(label);
            // RFC 5322 §4.4: in obsolete syntax white space and comments stand around the dots.
            _reader.SkipCfws(_comments);
            if (!_reader.TryTake('.'))
            {
                return _domain.ToString();
            }

            _domain.Append('.');
            _reader.SkipCfws(_comments);
        }
    }

    void ReadPhrase()
    {
        var problem = _phrase.Read(ref _reader, _comments);
        _problem ??= problem;
    }

    string DisplayName() => _phrase.IsEmpty ? "" : Noted(_phrase.Decode());

    Address.Mailbox Mailbox(string displayName, string route, string localPart, string domain)
    {
        List<string>? comments = null;
        foreach (var comment in _comments)
        {
            comments ??= new(_comments.Count);
            comments.Add(Noted(EncodedWords.Decode(comment)));
        }

        return new Address.Mailbox(
            displayName, HeaderText.Visible(localPart), HeaderText.Visible(domain), HeaderText.Visible(route), comments ?? []);
    }

    string Noted(DecodedText decoded)
    {
        if (decoded.Notes.Count > 0)
        {
            _notes ??= [];
            _notes.AddRange(decoded.Notes);
        }

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
}
