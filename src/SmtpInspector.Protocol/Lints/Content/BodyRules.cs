using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Message;

namespace SmtpInspector.Protocol.Lints.Content;

/// <summary>The rules about what bodies hold: sound base64, octets that fit the charset. They look while the body goes by.</summary>
/// <param name="findings">Where findings go.</param>
sealed class BodyRules(ContentFindings findings) : IMimeObserver
{
    byte[] _decoded = [];
    MimePart? _part;
    Base64Decoder? _base64;
    CharsetCheck? _charset;
    int _embedded;
    int _column;
    Columns _lastEnd;

    /// <summary>The line that the next piece belongs to, from 0.</summary>
    public int Line { get; set; }

    /// <summary>The column on the wire at which the next line begins: 1 behind a doubled dot.</summary>
    public int Indent { get; set; }

    /// <inheritdoc/>
    public void HeaderEnded(MimePart part)
    {
        // What is wrong inside an embedded message, say the returned one of a bounce, is not this sender's doing.
        _embedded += part.ContentType.IsMessage ? 1 : 0;
        var isJudged = _embedded == 0 && !part.ContentType.IsMultipart;
        _part = part;
        _base64 = isJudged && part.Encoding is TransferEncoding.Base64 ? new Base64Decoder() : null;
        _charset = isJudged ? CharsetCheck.For(part) : null;
        if (_decoded.Length == 0 && (_base64 is not null || _charset is not null))
        {
            _decoded = new byte[Base64Decoder.MostDecoded(LineCutter.LongestPiece)];
        }
    }

    /// <inheritdoc/>
    public void BodyLine(MimePart part, ReadOnlySpan<byte> piece, bool starts, bool ends)
    {
        if (_base64 is null && _charset is null)
        {
            return;
        }

        _column = starts ? Indent : _column;
        var content = !ends ? piece : piece is [.., (byte)'\r', (byte)'\n'] ? piece[..^2] : piece[..^1];
        if (_base64 is not null && _charset is null && _base64.TryPass(content))
        {
            // Whatever is not text need only be sound.
        }
        else if (_base64 is not null)
        {
            var length = _base64.Decode(content, _decoded, out var problem, out var at);
            if (problem is not Base64Problem.None)
            {
                FindBase64(problem, new Columns(Line, _column + at, _column + at + 1));
            }

            CheckCharset(_decoded.AsSpan(0, length), content);
        }
        else if (part.Encoding is TransferEncoding.QuotedPrintable)
        {
            CheckQuotedPrintable(content, starts && (ends || piece.Length < LineCutter.LongestPiece - 1));
        }
        else
        {
            CheckCharset(piece, content);
        }

        _column += content.Length;
        _lastEnd = new Columns(Line, _column, _column);
    }

    /// <inheritdoc/>
    public void PartEnded(MimePart part)
    {
        if (part == _part)
        {
            if (_base64?.Complete() is { } problem and not Base64Problem.None)
            {
                FindBase64(problem, _lastEnd);
            }

            if (_charset?.Complete() is false)
            {
                FindCharset(_lastEnd);
            }

            _base64 = null;
            _charset = null;
        }

        _embedded -= part.ContentType.IsMessage ? 1 : 0;
    }

    void CheckQuotedPrintable(ReadOnlySpan<byte> content, bool isWholeLine)
    {
        if (!isWholeLine)
        {
            // RFC 2045 §6.7 (5) allows 76 characters. Of thousands, the pieces cannot be decoded one by one.
            _charset = null;
            return;
        }

        var malformed = 0;
        var length = QuotedPrintable.DecodeLine(content, _decoded, out var isSoft, ref malformed);
        CheckCharset(_decoded.AsSpan(0, length), content);
        if (!isSoft)
        {
            CheckCharset("\n"u8, content);
        }
    }

    void CheckCharset(ReadOnlySpan<byte> octets, ReadOnlySpan<byte> content)
    {
        if (_charset is not null && !_charset.Take(octets))
        {
            var first = content.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            FindCharset(new Columns(Line, _column + Math.Max(first, 0), _column + content.Length));
        }
    }

    void FindCharset(Columns where)
    {
        findings.Add(Finding.Of(FindingId.MimeCharsetMismatch, _charset!.Problem, where));
        // One place a part is enough.
        _charset = null;
    }

    void FindBase64(Base64Problem problem, Columns where) =>
        findings.Of(FindingId.MimeBase64Invalid).Add(
            where, problem, static problem => $"the base64 of this part is not sound: {problem.Sentence()}");
}
