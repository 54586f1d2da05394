using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Message;

namespace SmtpInspector.Protocol.Lints.Content;

/// <summary>
/// Judges one message's content while it goes by: everything after DATA's 354 up to the line of one dot, or all
/// chunks of BDAT together. Memory is bounded whatever comes; a clean line costs no allocation.
/// </summary>
public sealed class ContentLinter : ILineSink
{
    // More than any header that is meant to be read.
    static readonly ReaderLimits Limits = new(HeaderOctets: 1 << 18);

    readonly bool _dotStuffed;
    readonly LineCutter _cutter;
    readonly OctetRules _octets;
    readonly ContentFindings _found = new();
    MimeScanner? _scanner;
    BodyRules? _bodies;
    int _line;
    bool _insideLine;

    /// <summary>A linter for one message.</summary>
    /// <param name="dotStuffed">Whether leading dots are doubled: true after DATA (RFC 5321 §4.5.2), false for BDAT.</param>
    public ContentLinter(bool dotStuffed)
    {
        _dotStuffed = dotStuffed;
        _cutter = new LineCutter(this);
        _octets = new OctetRules(dotStuffed);
    }

    /// <summary>
    /// Takes the next octets as on the wire, endings and doubled dots included but without the final line of one dot:
    /// a line, a piece of one, a chunk. How they are cut does not change the verdict.
    /// </summary>
    public void Feed(ReadOnlySpan<byte> octets) => _cutter.Feed(octets);

    /// <summary>
    /// The content is over: reports every finding, in the order of the catalogue. Of each rule only the first few
    /// occurrences are reported, the last of them with the number of all. Columns count lines of the content from 0
    /// and octets as on the wire.
    /// </summary>
    public void Finish(ContentContext context, ICollection<Finding> findings)
    {
        _cutter.Complete();
        _octets.Complete(_line, _insideLine);
        _octets.Report(context, findings);
        if (_scanner is not null)
        {
            _scanner.Complete();
            FindInHeaders(_scanner.Root, context);
            _found.Report(findings);
        }
    }

    void ILineSink.Take(ReadOnlySpan<byte> piece, bool starts, bool ends)
    {
        _octets.Take(piece, _line, starts, ends);
        var isStuffed = _dotStuffed && starts && piece is [(byte)'.', ..];
        var content = isStuffed ? piece[1..] : piece;
        // RFC 5321 §3.3: a message need not be in the format of RFC 5322; only one that begins so is judged by it.
        if (_line == 0 && starts && FieldSyntax.BeginsField(content))
        {
            _bodies = new BodyRules(_found);
            _scanner = new MimeScanner(Limits, _bodies);
        }

        if (_scanner is not null)
        {
            _bodies!.Line = _line;
            _bodies.Indent = isStuffed ? 1 : 0;
            _scanner.Take(content, starts, ends);
        }

        _insideLine = !ends;
        _line += ends ? 1 : 0;
    }

    void FindInHeaders(MimePart message, ContentContext context)
    {
        var place = new FieldPlace(_dotStuffed);
        var values = new FieldValueRules(place, _found);
        HeaderRules.Find(message, place, _found);
        values.FindInMessage(message);
        EnvelopeRule.Find(message, context, place, _found);
        FindInPart(message, new FieldSyntaxRules(place, context, _found), values, new MimeRules(place, _found), new EncodedWordRule(place, _found));
    }

    static void FindInPart(MimePart part, FieldSyntaxRules syntax, FieldValueRules values, MimeRules mime, EncodedWordRule words)
    {
        syntax.Find(part);
        values.FindInPart(part);
        mime.Find(part);
        words.Find(part);

        // What is wrong inside an embedded message, say the returned one of a bounce, is not this sender's doing.
        if (part.ContentType.IsMessage)
        {
            return;
        }

        foreach (var child in part.Children)
        {
            FindInPart(child, syntax, values, mime, words);
        }
    }
}
