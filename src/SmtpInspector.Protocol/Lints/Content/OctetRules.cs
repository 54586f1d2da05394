using System.Globalization;
using System.Text;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Message;

namespace SmtpInspector.Protocol.Lints.Content;

/// <summary>The rules about lines and octets, whatever they say: length, endings, NUL, octets over 127.</summary>
/// <param name="dotStuffed">Whether a leading dot was doubled (RFC 5321 §4.5.2).</param>
sealed class OctetRules(bool dotStuffed)
{
    // RFC 5321 §4.5.3.1.6: 1000 octets with the CRLF, not counting the dot doubled for transparency.
    const int LongestLine = 998;

    readonly Occurrences _tooLong = new(FindingId.MessageLineTooLong);
    readonly Occurrences _bareLf = new(FindingId.MessageBareLf);
    readonly Occurrences _bareCr = new(FindingId.MessageBareCr);
    readonly Occurrences _eightBit = new(FindingId.Message8bit);
    readonly Occurrences _eightBitBelowHeader = new(FindingId.Message8bit);
    readonly Occurrences _nul = new(FindingId.MessageNul);
    int _column;
    int _stuffing;
    bool _has8bit;
    bool _hasNul;
    bool _inHeader;

    /// <summary>Takes a line or a piece of one, as on the wire.</summary>
    /// <param name="piece">The octets.</param>
    /// <param name="line">The line's number, from 0.</param>
    /// <param name="starts">Whether it begins a line.</param>
    /// <param name="ends">Whether it ends a line.</param>
    public void Take(ReadOnlySpan<byte> piece, int line, bool starts, bool ends)
    {
        if (starts)
        {
            _column = 0;
            _stuffing = dotStuffed && piece is [(byte)'.', ..] ? 1 : 0;
            _has8bit = false;
            _hasNul = false;
        }

        var isCrLf = piece is [.., (byte)'\r', (byte)'\n'];
        var content = ends ? piece[..^(isCrLf ? 2 : 1)] : piece;
        if (starts)
        {
            _inHeader = line == 0 ? FieldSyntax.BeginsField(content[_stuffing..]) : _inHeader && !(ends && content.IsEmpty);
        }

        // Two searches for what hardly ever occurs, each for so little that every processor has an instruction for it.
        if (!Ascii.IsValid(content) || content.ContainsAny((byte)0, (byte)'\r'))
        {
            FindOctets(content, line);
        }

        _column += content.Length;
        if (ends)
        {
            EndLine(line, isCrLf);
        }
    }

    /// <summary>The content is over, with or without an ending of its last line.</summary>
    public void Complete(int line, bool insideLine)
    {
        if (insideLine)
        {
            FindLength(line);
        }
    }

    /// <summary>Reports what was found, as far as the transaction does not allow it.</summary>
    public void Report(ContentContext context, ICollection<Finding> findings)
    {
        // RFC 3030 §3: what BINARYMIME announces need not be lines, and may hold any octet.
        if (context.IsBinary)
        {
            return;
        }

        _tooLong.Report(findings);
        _bareLf.Report(findings);
        _bareCr.Report(findings);
        if (!context.Allows8bit)
        {
            // RFC 6531 §3.6: SMTPUTF8 is for the header; a body of its own needs 8BITMIME all the same.
            (context.SmtpUtf8 ? _eightBitBelowHeader : _eightBit).Report(findings);
        }

        _nul.Report(findings);
    }

    void EndLine(int line, bool isCrLf)
    {
        FindLength(line);
        if (!isCrLf)
        {
            _bareLf.Add(
                new Columns(line, _column, _column + 1),
                "the line ends in a bare LF; a line of a message ends in CRLF, and LF never stands alone");
        }
    }

    void FindLength(int line)
    {
        var length = _column - _stuffing;
        if (length > LongestLine)
        {
            _tooLong.Add(
                new Columns(line, _stuffing + LongestLine, _column),
                length,
                static octets => string.Create(CultureInfo.InvariantCulture, $"the line is {octets} octets long; at most {LongestLine} may stand before its CRLF"));
        }
    }

    void FindOctets(ReadOnlySpan<byte> content, int line)
    {
        if (!_has8bit && content.IndexOfAnyInRange((byte)0x80, (byte)0xFF) is var eightBit and >= 0)
        {
            _has8bit = true;
            var where = new Columns(line, _column + eightBit, _column + eightBit + 1);
            const string Needed = "the line has octets over 127; they need a server that offers 8BITMIME and BODY=8BITMIME in MAIL, or an encoding";
            _eightBit.Add(where, Needed);
            if (!_inHeader)
            {
                _eightBitBelowHeader.Add(where, Needed);
            }
        }

        if (!_hasNul && content.IndexOf((byte)0) is var nul and >= 0)
        {
            _hasNul = true;
            _nul.Add(
                new Columns(line, _column + nul, _column + nul + 1),
                "the line has a NUL octet, at which many programs stop reading; it would have to be encoded");
        }

        var from = 0;
        while (content[from..].IndexOf((byte)'\r') is var cr and >= 0)
        {
            from += cr + 1;
            _bareCr.Add(
                new Columns(line, _column + from - 1, _column + from),
                "a CR stands without its LF; in a message CR and LF occur only together, as the end of a line");
        }
    }
}
