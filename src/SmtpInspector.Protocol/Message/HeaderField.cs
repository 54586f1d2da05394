using System.Text;

namespace SmtpInspector.Protocol.Message;

/// <summary>One field of a header section: a name, a colon, a body (RFC 5322 §2.2).</summary>
public sealed class HeaderField
{
    readonly int _nameLength;
    readonly int _colon;
    string? _name;
    string? _unfolded;
    AddressList? _addresses;

    /// <summary>A field whose form was checked before.</summary>
    /// <param name="octets">All of it as sent, folds and the last line's ending included.</param>
    /// <param name="range">Where it stood.</param>
    /// <param name="line">Its first line.</param>
    /// <param name="isCut">Whether <paramref name="octets"/> hold its beginning only.</param>
    internal HeaderField(ReadOnlyMemory<byte> octets, ByteRange range, int line, bool isCut)
    {
        _nameLength = FieldSyntax.NameLength(octets.Span);
        _colon = octets.Span.IndexOf((byte)':');
        Octets = octets;
        Range = range;
        Line = line;
        IsCut = isCut;
    }

    /// <summary>The name as sent; its letters' case does not matter.</summary>
    public string Name => _name ??= Encoding.ASCII.GetString(Octets.Span[.._nameLength]);

    /// <summary>The whole field as sent: name, colon, folds, the last line's ending. Only its beginning where <see cref="IsCut"/>.</summary>
    public ReadOnlyMemory<byte> Octets { get; }

    /// <summary>What stands behind the colon, as sent.</summary>
    public ReadOnlyMemory<byte> RawBody => Octets[(_colon + 1)..];

    /// <summary>Where the field stands in the content.</summary>
    public ByteRange Range { get; }

    /// <summary>The line of the content in which it begins, from 0.</summary>
    public int Line { get; }

    /// <summary>Whether the field was too long to be kept whole.</summary>
    public bool IsCut { get; }

    /// <summary>Whether white space stands before the colon, which only obsolete syntax has (RFC 5322 §4.5).</summary>
    public bool HasSpaceBeforeColon => _colon > _nameLength;

    /// <summary>
    /// The body unfolded (RFC 5322 §2.2.3), without white space at its ends, nothing decoded. Read as UTF-8; an octet
    /// that is none is shown as <c>\xE4</c>.
    /// </summary>
    public string Value => HeaderText.Visible(Unfolded);

    /// <summary>The same with such octets as <see cref="HeaderText"/> has them, for parsing.</summary>
    internal string Unfolded => _unfolded ??= Unfold(RawBody.Span);

    /// <summary>The addresses in the body, read once.</summary>
    internal AddressList Addresses => _addresses ??= AddressList.Parse(Unfolded);

    /// <summary>Whether this is the field of a name.</summary>
    public bool Is(string name) => Ascii.EqualsIgnoreCase(Octets.Span[.._nameLength], name);

    /// <summary>
    /// The body as it is meant to be read: encoded words decoded where they may stand (RFC 2047 §5), everything else as in
    /// <see cref="Value"/>.
    /// </summary>
    public DecodedText Decode() => FieldKinds.Of(this) switch
    {
        FieldKind.Addresses when Addresses.Problem is null => new DecodedText(Addresses.ToString(), Addresses.Notes),
        // Of addresses that are wrong, nothing is left out so: what was not understood can be seen.
        FieldKind.Addresses or FieldKind.Text => EncodedWords.Decode(Unfolded),
        FieldKind.Parameters or FieldKind.Other => new DecodedText(Value, []),
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Value}";

    // Every line ending inside a field stands before white space, or the field would have ended there.
    static string Unfold(ReadOnlySpan<byte> body)
    {
        if (body.IndexOf((byte)'\n') is var first && (first < 0 || first == body.Length - 1))
        {
            return Text(WithoutEnding(body));
        }

        var unfolded = new byte[body.Length];
        var length = 0;
        while (!body.IsEmpty)
        {
            var end = body.IndexOf((byte)'\n') + 1;
            var line = end == 0 ? body : body[..end];
            body = body[line.Length..];
            line = WithoutEnding(line);
            line.CopyTo(unfolded.AsSpan(length));
            length += line.Length;
        }

        return Text(unfolded.AsSpan(0, length));
    }

    static ReadOnlySpan<byte> WithoutEnding(ReadOnlySpan<byte> line) => line switch
    {
        [.. var content, (byte)'\r', (byte)'\n'] => content,
        [.. var content, (byte)'\n'] => content,
        _ => line,
    };

    static string Text(ReadOnlySpan<byte> line) => HeaderText.FromOctets(line.Trim(" \t"u8));
}
