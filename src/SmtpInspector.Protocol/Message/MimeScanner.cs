namespace SmtpInspector.Protocol.Message;

/// <summary>
/// Finds the structure of a message while its lines go by (RFC 5322 §2, RFC 2046 §5.1). Total: any octets have one.
/// Memory is what <see cref="ReaderLimits"/> allow, whatever the message's size.
/// </summary>
sealed class MimeScanner : ILineSink
{
    readonly ReaderLimits _limits;
    readonly IMimeObserver? _observer;
    readonly HeaderCollector _header;
    readonly List<OpenPart> _open = [];
    Inside _inside = Inside.Header;
    long _offset;
    long _lineStart;
    int _line;
    int _lastEnding;
    int _partCount = 1;

    /// <summary>A scanner for one message.</summary>
    public MimeScanner(ReaderLimits limits, IMimeObserver? observer = null)
    {
        _limits = limits;
        _observer = observer;
        _header = new HeaderCollector(limits);
        Root = new MimePart("", ContentType.TextPlain, 0);
        _open.Add(new OpenPart(Root));
    }

    /// <summary>The whole message.</summary>
    public MimePart Root { get; }

    /// <summary>How many octets have gone by.</summary>
    public long Length => _offset;

    /// <summary>How many lines have begun.</summary>
    public int Lines { get; private set; }

    /// <summary>The line that the next piece belongs to, from 0.</summary>
    public int Line => _line;

    OpenPart Top => _open[^1];

    /// <inheritdoc/>
    public void Take(ReadOnlySpan<byte> piece, bool starts, bool ends)
    {
        if (starts)
        {
            _lineStart = _offset;
            Lines++;
        }

        _offset += piece.Length;
        if (!(starts && piece is [(byte)'-', (byte)'-', ..] && TryBoundary(piece)))
        {
            switch (_inside)
            {
                case Inside.Header:
                    TakeHeaderLine(piece, starts, ends);
                    break;
                case Inside.Body:
                    _observer?.BodyLine(Top.Part, piece, starts, ends);
                    break;
            }
        }

        if (ends)
        {
            _line++;
            _lastEnding = piece is [.., (byte)'\r', (byte)'\n'] ? 2 : 1;
        }
    }

    /// <summary>The message is over.</summary>
    public void Complete()
    {
        EndOpenHeader(_offset);
        while (_open.Count > 0)
        {
            Close(_offset);
        }
    }

    void TakeHeaderLine(ReadOnlySpan<byte> piece, bool starts, bool ends)
    {
        if (!starts)
        {
            _header.Append(piece);
        }
        else if (FieldSyntax.BeginsField(piece))
        {
            _header.Begin(Top.Part, piece, _lineStart, _line);
        }
        else if (FieldSyntax.IsContinuation(piece) && _header.IsInField)
        {
            _header.Append(piece);
        }
        else if (ends && FieldSyntax.IsEmpty(piece))
        {
            EndHeader(_lineStart, _offset);
        }
        else if (FieldSyntax.IsMboxFrom(piece))
        {
            _header.End(_lineStart);
            Top.Part.MboxLine ??= _line;
        }
        else
        {
            // No field and no empty line: receivers take the body to begin here (Postfix, Python and others agree).
            Top.Part.LacksSeparator = true;
            EndHeader(_lineStart, _lineStart);
            if (_inside is Inside.Header)
            {
                TakeHeaderLine(piece, starts, ends);
            }
            else if (_inside is Inside.Body)
            {
                _observer?.BodyLine(Top.Part, piece, starts, ends);
            }
        }
    }

    void EndHeader(long headerEnd, long bodyStart)
    {
        var part = Top.Part;
        _header.End(headerEnd);
        part.Header = part.Header with { End = headerEnd };
        part.Body = new ByteRange(bodyStart, bodyStart);
        part.BodyLine = bodyStart > headerEnd ? _line + 1 : _line;
        part.ReadHeader();
        _inside = Enter(part);
        _observer?.HeaderEnded(part);
        if (_inside is Inside.Header)
        {
            Open(part, number: 1, ContentType.TextPlain, bodyStart);
        }
    }

    // A part without a body; of a message in it not even the header section is there.
    void EndOpenHeader(long end)
    {
        while (_inside is Inside.Header)
        {
            EndHeader(end, end);
        }
    }

    // RFC 2045 §6.4: a multipart or a message must not be encoded; one that is can only be shown as it stands.
    Inside Enter(MimePart part)
    {
        if (!part.Encoding.IsIdentity() || !(part.ContentType.IsMultipart || part.ContentType.IsMessage))
        {
            return Inside.Body;
        }

        if (_open.Count >= _limits.Depth || _partCount >= _limits.Parts)
        {
            part.IsTreeCut = true;
            return Inside.Body;
        }

        if (part.ContentType.IsMessage)
        {
            return Inside.Header;
        }

        // RFC 2046 §5.1.1: white space at a boundary's end was added on the way.
        var boundary = part.ContentType.Find("boundary")?.Raw.TrimEnd(' ', '\t') ?? "";
        part.Boundary = boundary.Length == 0 ? BoundaryState.NotNamed : BoundaryState.NotFound;
        if (boundary.Length == 0)
        {
            return Inside.Body;
        }

        Top.Delimiter = HeaderText.ToOctets("--" + boundary);
        return Inside.Preamble;
    }

    void Open(MimePart parent, int number, ContentType defaultType, long start)
    {
        var name = parent.Number.Length == 0 ? $"{number}" : $"{parent.Number}.{number}";
        var child = new MimePart(name, defaultType, start);
        parent.Add(child);
        _open.Add(new OpenPart(child));
        _partCount++;
        _inside = Inside.Header;
    }

    // RFC 2046 §5.1.2: outer boundaries count at any level within, so that a part cut short ends where it ends.
    bool TryBoundary(ReadOnlySpan<byte> line)
    {
        if (line.Length >= LineCutter.LongestPiece - 1)
        {
            return false;
        }

        line = line.TrimEnd(" \t\r\n"u8);
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            var delimiter = _open[i].Delimiter;
            if (delimiter is null || !line.StartsWith(delimiter))
            {
                continue;
            }

            var rest = line[delimiter.Length..];
            if (rest.IsEmpty || rest.SequenceEqual("--"u8))
            {
                TakeBoundary(i, isLast: !rest.IsEmpty);
                return true;
            }
        }

        return false;
    }

    void TakeBoundary(int level, bool isLast)
    {
        EndOpenHeader(_lineStart);
        var end = _lineStart - _lastEnding;
        while (_open.Count > level + 1)
        {
            Close(end);
        }

        var multipart = Top;
        if (multipart.Part.Boundary is BoundaryState.NotFound)
        {
            multipart.Part.Preamble = RangeOrNull(multipart.Part.Body.Start, end);
        }

        if (isLast)
        {
            // What follows is epilogue: a boundary in it is none.
            multipart.Part.Boundary = BoundaryState.Closed;
            multipart.Delimiter = null;
            multipart.EpilogueStart = _offset;
            _inside = Inside.Epilogue;
            return;
        }

        multipart.Part.Boundary = BoundaryState.NotClosed;
        if (_partCount >= _limits.Parts)
        {
            multipart.Part.IsTreeCut = true;
            _inside = Inside.Epilogue;
            return;
        }

        var isDigest = multipart.Part.ContentType.Subtype == "digest";
        Open(multipart.Part, multipart.Part.Children.Count + 1, isDigest ? ContentType.MessageRfc822 : ContentType.TextPlain, _offset);
    }

    void Close(long end)
    {
        var open = Top;
        var part = open.Part;
        _open.RemoveAt(_open.Count - 1);
        part.Body = part.Body with { End = Math.Max(part.Body.Start, end) };
        if (open.EpilogueStart is { } start)
        {
            part.Epilogue = RangeOrNull(start, end);
        }

        _observer?.PartEnded(part);
    }

    static ByteRange? RangeOrNull(long start, long end) => end > start ? new ByteRange(start, end) : null;

    sealed class OpenPart(MimePart part)
    {
        public MimePart Part { get; } = part;

        public byte[]? Delimiter { get; set; }

        public long? EpilogueStart { get; set; }
    }

    enum Inside
    {
        Header,
        Body,
        Preamble,
        Epilogue,
    }
}
