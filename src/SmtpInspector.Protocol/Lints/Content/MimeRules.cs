using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Message;

namespace SmtpInspector.Protocol.Lints.Content;

/// <summary>The rules about boundaries and transfer encodings (RFC 2045, RFC 2046).</summary>
/// <param name="place">Finds columns.</param>
/// <param name="findings">Where findings go.</param>
sealed class MimeRules(FieldPlace place, ContentFindings findings)
{
    /// <summary>Judges a part.</summary>
    public void Find(MimePart part)
    {
        if (part.Field("Content-Type") is { } type && !part.IsTreeCut && BoundaryProblem(part) is { } problem)
        {
            findings.Add(Finding.Of(FindingId.MimeBoundaryMissing, problem, place.OfBody(type)));
        }

        if (part.Field("Content-Transfer-Encoding") is { } encoding)
        {
            FindEncoding(part, encoding);
        }
    }

    static string? BoundaryProblem(MimePart part)
    {
        var boundary = Shown.Quote("--" + (part.ContentType["boundary"] ?? ""));
        return part.Boundary switch
        {
            BoundaryState.NotNamed => $"{part.ContentType} has no boundary parameter, without which its parts cannot be told apart",
            BoundaryState.NotFound => $"the boundary line {boundary} does not occur in the body, so that it has no parts",
            BoundaryState.NotClosed => $"the parts do not end in the line {boundary} with two more hyphens: the message may be cut off",
            BoundaryState.None or BoundaryState.Closed => null,
        };
    }

    void FindEncoding(MimePart part, HeaderField field)
    {
        var name = Shown.Quote(field.Value);
        if (part.Encoding is TransferEncoding.Unknown)
        {
            findings.Add(Finding.Of(
                FindingId.MimeEncodingUnknown,
                $"{name} is none of 7bit, 8bit, binary, quoted-printable and base64; receivers cannot decode the part",
                place.OfBody(field)));
        }
        else if (!part.Encoding.IsIdentity() && (part.ContentType.IsMultipart || part.ContentType.MediaType == "message/rfc822"))
        {
            findings.Add(Finding.Of(
                FindingId.MimeEncodingUnknown,
                $"a {part.ContentType} cannot be {name}: it is 7bit, 8bit or binary, and the parts in it are encoded one by one",
                place.OfBody(field)) with
            { Reference = "RFC 2045 §6.4" });
        }
    }
}
