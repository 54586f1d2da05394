using System.Globalization;
using System.Text;

namespace SmtpInspector.Protocol.Message;

/// <summary>One line of a MIME tree's outline.</summary>
/// <param name="Depth">How deep it stands, 0 for the whole message.</param>
/// <param name="Number">Its place, as "2.1"; empty for the whole message.</param>
/// <param name="MediaType">The type, as "text/plain".</param>
/// <param name="Charset">The charset it names; null where it names none.</param>
/// <param name="Encoding">The transfer encoding's name as sent; null where none is named.</param>
/// <param name="FileName">The suggested file name; null where there is none.</param>
/// <param name="IsAttachment">Whether it is to be kept apart from the text.</param>
/// <param name="Octets">The body's size as sent.</param>
/// <param name="Part">The part itself.</param>
public sealed record PartSummary(
    int Depth,
    string Number,
    string MediaType,
    string? Charset,
    string? Encoding,
    string? FileName,
    bool IsAttachment,
    long Octets,
    MimePart Part)
{
    /// <summary>The line of a part.</summary>
    public static PartSummary Of(MimePart part)
    {
        var isMultipart = part.ContentType.IsMultipart;
        // RFC 2183 §2.9: a disposition of a multipart is about all of it. A part without one that has a file name is
        // mostly meant to be kept.
        var isAttachment = !isMultipart && (part.Disposition?.IsAttachment ?? part.FileName is not null);
        return new PartSummary(
            DepthOf(part.Number),
            part.Number,
            part.ContentType.MediaType,
            part.Charset,
            part.EncodingName,
            part.FileName,
            isAttachment,
            part.Body.Length,
            part);
    }

    /// <summary>The line of an outline, as <c>1.2 text/plain; charset=utf-8, base64, 1024 octets, "name.txt"</c>. Not yet fit for a terminal.</summary>
    public override string ToString()
    {
        var line = new StringBuilder();
        line.Append(Number).Append(Number.Length > 0 ? " " : "").Append(MediaType);
        line.Append(Charset is null ? "" : $"; charset={Charset}");
        line.Append(Encoding is null ? "" : $", {Encoding}");
        line.Append(CultureInfo.InvariantCulture, $", {Octets} octets");
        line.Append(FileName is null ? "" : $", \"{FileName}\"");
        return line.ToString();
    }

    static int DepthOf(string number)
    {
        var depth = number.Length == 0 ? 0 : 1;
        foreach (var character in number)
        {
            depth += character == '.' ? 1 : 0;
        }

        return depth;
    }
}
