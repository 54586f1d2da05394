namespace SmtpInspector.Protocol.Message;

/// <summary>
/// A message, or a part of one: a header section and a body, as byte ranges of the content that was sent. What the
/// header does not say has the standard's default.
/// </summary>
public sealed class MimePart
{
    readonly List<HeaderField> _fields = [];
    readonly List<MimePart> _children = [];

    internal MimePart(string number, ContentType defaultType, long start)
    {
        Number = number;
        ContentType = defaultType;
        Header = new ByteRange(start, start);
        Body = new ByteRange(start, start);
    }

    /// <summary>The place in the tree, as "2.1"; empty for the whole message.</summary>
    public string Number { get; }

    /// <summary>The header fields in order.</summary>
    public IReadOnlyList<HeaderField> Fields => _fields;

    /// <summary>The header section, without the empty line behind it.</summary>
    public ByteRange Header { get; internal set; }

    /// <summary>The body, encoded as sent. The line ending before a boundary belongs to the boundary (RFC 2046 §5.1.1).</summary>
    public ByteRange Body { get; internal set; }

    /// <summary>The media type.</summary>
    public ContentType ContentType { get; private set; }

    /// <summary>How the part wants to be presented; null where it does not say.</summary>
    public ContentDisposition? Disposition { get; private set; }

    /// <summary>The transfer encoding.</summary>
    public TransferEncoding Encoding { get; private set; }

    /// <summary>The transfer encoding's name as sent; null where none is named.</summary>
    public string? EncodingName { get; private set; }

    /// <summary>The charset that is named; null where none is, and in all that is not text.</summary>
    public string? Charset => ContentType.Type == "text" ? ContentType["charset"] : null;

    /// <summary>Whether lines are to be joined to paragraphs (RFC 3676 §4).</summary>
    public bool IsFlowed =>
        ContentType.MediaType == "text/plain" && string.Equals(ContentType["format"], "flowed", StringComparison.OrdinalIgnoreCase);

    /// <summary>The suggested file name, from the disposition or, as before RFC 2183, from the type's name parameter.</summary>
    public string? FileName => Disposition?.FileName ?? ContentType["name"];

    /// <summary>The parts of a multipart; of message/rfc822 the message in it.</summary>
    public IReadOnlyList<MimePart> Children => _children;

    /// <summary>How the boundaries of a multipart are.</summary>
    public BoundaryState Boundary { get; internal set; }

    /// <summary>What stands before a multipart's first boundary and means nothing; null where nothing does.</summary>
    public ByteRange? Preamble { get; internal set; }

    /// <summary>What stands behind a multipart's last boundary and means nothing; null where nothing does.</summary>
    public ByteRange? Epilogue { get; internal set; }

    /// <summary>Whether its header section ends without an empty line, at a line that is no field.</summary>
    public bool LacksSeparator { get; internal set; }

    /// <summary>Whether fields of its header, or the rest of a long one, are left out because a limit was reached.</summary>
    public bool IsHeaderCut { get; internal set; }

    /// <summary>Whether the parts in it, or the last of them, are left out because a limit was reached.</summary>
    public bool IsTreeCut { get; internal set; }

    /// <summary>The line of the content in which the body begins, from 0.</summary>
    internal int BodyLine { get; set; }

    /// <summary>The first line in the header section that comes from an mbox file; null where there is none.</summary>
    internal int? MboxLine { get; set; }

    /// <summary>The first field of a name; null when there is none.</summary>
    public HeaderField? Field(string name)
    {
        foreach (var field in _fields)
        {
            if (field.Is(name))
            {
                return field;
            }
        }

        return null;
    }

    /// <summary>This part and all in it, in the order of the content.</summary>
    public IEnumerable<MimePart> All()
    {
        yield return this;
        foreach (var child in _children)
        {
            foreach (var part in child.All())
            {
                yield return part;
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Number} {ContentType}";

    internal void Add(HeaderField field) => _fields.Add(field);

    internal void Add(MimePart child) => _children.Add(child);

    /// <summary>The header section is complete: what it says of the body counts from here.</summary>
    internal void ReadHeader()
    {
        if (Field("Content-Type") is { } type)
        {
            ContentType = ContentType.Parse(type.Unfolded);
        }

        if (Field("Content-Disposition") is { } disposition)
        {
            Disposition = ContentDisposition.Parse(disposition.Unfolded);
        }

        if (Field("Content-Transfer-Encoding") is { } encoding)
        {
            Encoding = TransferEncodings.Parse(encoding.Unfolded);
            EncodingName = encoding.Value;
        }
    }
}
