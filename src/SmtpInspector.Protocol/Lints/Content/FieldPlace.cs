using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Message;

namespace SmtpInspector.Protocol.Lints.Content;

/// <summary>Where in the content's lines the octets of a header field stand.</summary>
/// <param name="dotStuffed">Whether a leading dot was doubled, so that columns on the wire are one more.</param>
sealed class FieldPlace(bool dotStuffed)
{
    /// <summary>Octets of a field, all in one line.</summary>
    public Columns Of(HeaderField field, int start, int length)
    {
        var octets = field.Octets.Span;
        var before = octets[..start];
        var line = before.Count((byte)'\n');
        var column = start - (before.LastIndexOf((byte)'\n') + 1);
        // Only a field's first line can begin with a dot: the others begin with white space.
        column += line == 0 && dotStuffed && octets[0] == (byte)'.' ? 1 : 0;
        return new Columns(field.Line + line, column, column + length);
    }

    /// <summary>A field's name.</summary>
    public Columns OfName(HeaderField field) => Of(field, 0, field.Name.Length);

    /// <summary>What stands in a field's first line behind the colon and white space.</summary>
    public Columns OfBody(HeaderField field)
    {
        var octets = field.Octets.Span;
        var end = octets.IndexOf((byte)'\n');
        var line = (end < 0 ? octets : octets[..end]).TrimEnd(" \t\r"u8);
        var start = octets.Length - field.RawBody.Length;
        var body = start < line.Length ? line[start..].TrimStart(" \t"u8) : [];
        return Of(field, Math.Max(start, line.Length) - body.Length, body.Length);
    }
}
