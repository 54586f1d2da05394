using System.Buffers;
using System.Text.Unicode;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Message;

namespace SmtpInspector.Protocol.Lints.Content;

/// <summary>The rules about how header lines look, whatever field they are of (RFC 5322 §2.2).</summary>
/// <param name="place">Finds columns.</param>
/// <param name="context">The transaction.</param>
/// <param name="findings">Where findings go.</param>
sealed class FieldSyntaxRules(FieldPlace place, ContentContext context, ContentFindings findings)
{
    // Control characters but TAB, which is white space; CR and LF, which have their own rules; and NUL, which has too.
    static readonly SearchValues<byte> Controls = SearchValues.Create(
        [1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 127]);

    /// <summary>Judges a header section.</summary>
    public void Find(MimePart part)
    {
        if (part.MboxLine is { } mbox)
        {
            Add(new Columns(mbox, 0, 5), "a \"From \" line of an mbox file stands in the header; it is no field and no part of a message", "RFC 5322 §2.2");
        }

        foreach (var field in part.Fields)
        {
            FindName(field);
            FindBlankFold(field);
            FindOctets(field);
        }

        if (part.LacksSeparator)
        {
            Add(
                new Columns(part.BodyLine, 0, 0),
                "the header goes over into text without an empty line; receivers take the body to begin here, with this line",
                "RFC 5322 §2.1");
        }
    }

    void FindName(HeaderField field)
    {
        if (field.HasSpaceBeforeColon)
        {
            var gap = field.Octets.Length - field.RawBody.Length - 1 - field.Name.Length;
            Add(
                place.Of(field, field.Name.Length, gap),
                $"white space stands between {Shown.Quote(field.Name)} and its colon, which only obsolete syntax allows",
                "RFC 5322 §2.2");
        }
    }

    // RFC 5322 §3.2.2: a line of a folded field must not be made up of white space alone.
    void FindBlankFold(HeaderField field)
    {
        var rest = field.Octets.Span;
        for (var line = field.Line; !rest.IsEmpty; line++)
        {
            var end = rest.IndexOf((byte)'\n');
            var content = (end < 0 ? rest : rest[..end]).TrimEnd((byte)'\r');
            if (content.Trim(" \t"u8).IsEmpty && !field.IsCut)
            {
                Add(
                    new Columns(line, 0, content.Length),
                    "a line of the header is white space alone; it looks like the empty line that ends the header, and is none",
                    "RFC 5322 §3.2.2");
            }

            rest = end < 0 ? [] : rest[(end + 1)..];
        }
    }

    void FindOctets(HeaderField field)
    {
        var octets = field.Octets.Span;
        if (octets.IndexOfAny(Controls) is var control and >= 0)
        {
            Add(
                place.Of(field, control, 1),
                $"a control character stands in {Shown.Quote(field.Name)}; a field holds printable characters and white space",
                "RFC 5322 §2.2");
        }

        var eightBit = octets.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
        if (eightBit < 0)
        {
            return;
        }

        if (!context.SmtpUtf8)
        {
            // Where not even the body may have them, message-8bit says so of all.
            if (context.Allows8bit)
            {
                Add(
                    place.Of(field, eightBit, 1),
                    $"octets over 127 stand in {Shown.Quote(field.Name)}; 8BITMIME is for the body alone, a header needs SMTPUTF8 or encoded words",
                    "RFC 5322 §2.2");
            }
        }
        else if (!Utf8.IsValid(octets) && !field.IsCut)
        {
            Add(
                place.Of(field, eightBit, 1),
                $"octets over 127 in {Shown.Quote(field.Name)} are not UTF-8, which a header with SMTPUTF8 has to be",
                "RFC 6532 §3.2");
        }
    }

    void Add(Columns where, string message, string reference) =>
        findings.Add(Finding.Of(FindingId.MessageHeaderSyntax, message, where) with { Reference = reference });
}
