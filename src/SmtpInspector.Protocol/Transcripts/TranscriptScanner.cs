using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Transcripts;

/// <summary>Tells what each line of a transcript file is. Allocates nothing per line; a token is good until the next.</summary>
struct TranscriptScanner(TranscriptSource source)
{
    LineWindow _lines = new(source);
    ContentTracker _content;
    Direction? _side;
    int _indentation;
    bool _inPastedContent;
    bool _hasSpoken;
    bool _beginsAsMarked;

    /// <summary>The number of the last line read, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>A sum over what was read of a file that may change; 0 for one that cannot.</summary>
    public readonly ulong Sum => _lines.Sum;

    /// <summary>The same place, read from on its own.</summary>
    public readonly TranscriptScanner Branch() => this with { _lines = _lines.Branch() };

    /// <summary>Whether the line read last has its line ending: only a killed program leaves one without.</summary>
    public bool LastLineIsFinished { get; private set; }

    /// <summary>
    /// Whether the line read last may be what a killed program left of one: it has no ending, and it is not the first
    /// thing in the file, or begins as a line of a transcript does. A file of any other octets is no transcript.
    /// </summary>
    public readonly bool LastLineMayBeCut => !LastLineIsFinished && (_hasSpoken || _beginsAsMarked);

    /// <summary>Reads the header, where the file begins with its signature.</summary>
    public TranscriptHeader ReadHeader()
    {
        const string Name = "# SMTP transcript ";
        _lines.Skip("\uFEFF"u8);
        var start = _lines.Position;
        if (!TryReadLine(out var first) || !first.Span.StartsWith(Encoding.ASCII.GetBytes(Name)))
        {
            _lines.Return(start);
            Line = 0;
            return TranscriptHeader.Empty;
        }

        CheckVersion(first.Span[Name.Length..], Name.Length);
        _hasSpoken = true;
        var fields = new List<KeyValuePair<string, string>>();
        while (!_lines.IsAtEnd)
        {
            var (before, line) = (_lines.Position, Line);
            _ = TryReadLine(out var text);
            if (text.Span.Trim((byte)' ').IsEmpty)
            {
                break;
            }

            if (text.Span[0] is (byte)'#' or (byte)'*' || MarkerOf(text.Span, out _, out _) > 0)
            {
                _lines.Return(before);
                Line = line;
                break;
            }

            var colon = text.Span.IndexOf((byte)':');
            if (colon <= 0)
            {
                if (!LastLineIsFinished)
                {
                    break;
                }

                throw new TranscriptException(Line, 1, "a header line is \"name: value\"; a blank line ends the header.");
            }

            CheckUtf8(text.Span);
            fields.Add(new(Encoding.UTF8.GetString(text.Span[..colon]), Encoding.UTF8.GetString(text.Span[(colon + 1)..]).Trim()));
        }

        return new TranscriptHeader(fields);
    }

    /// <summary>Reads on to the next line that says something. False at the end of the file.</summary>
    /// <exception cref="TranscriptException">The line cannot be understood.</exception>
    public bool TryRead(out TranscriptToken token)
    {
        while (TryReadLine(out var line))
        {
            var rest = line.Span[Indentation(line.Span)..];
            _beginsAsMarked = rest is [(byte)'*' or (byte)'#', ..] or [(byte)'C' or (byte)'S'] or [(byte)'C' or (byte)'S', (byte)'%' or (byte)':', ..];
            CheckUtf8(line.Span);
            if (_inPastedContent || (_content.InContent && _content.AtStart))
            {
                if (TryPasted(line, out token))
                {
                    return true;
                }
            }

            if (TryMarked(line, out token))
            {
                _hasSpoken = true;
                return true;
            }
        }

        token = default;
        return false;
    }

    bool TryPasted(ReadOnlyMemory<byte> line, out TranscriptToken token)
    {
        token = default;
        if (MarkerOf(line.Span, out _, out _) > 0 || (!_inPastedContent && (line.IsEmpty || IsStarEvent(line.Span))))
        {
            // The blank line between the reply and marked content says nothing; within pasted content it is one.
            _inPastedContent = false;
            return false;
        }

        var text = WithoutIndentation(line);
        _content.Take(Direction.Client, text.Span);
        _inPastedContent = _content.InContent;
        _side = Direction.Client;
        token = new TranscriptToken(TokenKind.Text, Direction.Client, null, text, IsPasted: true, Line, line.Length - text.Length);
        return true;
    }

    bool TryMarked(ReadOnlyMemory<byte> line, out TranscriptToken token)
    {
        token = default;
        var indentation = Indentation(line.Span);
        var rest = line[indentation..];
        if (rest.IsEmpty || rest.Span[0] == (byte)'#')
        {
            return false;
        }

        if (rest.Span[0] == (byte)'*')
        {
            var (at, start) = Time(line, indentation + 1);
            token = new TranscriptToken(TokenKind.Star, default, at, line[start..], IsPasted: false, Line, start);
            return true;
        }

        var marker = MarkerOf(line.Span, out var direction, out var isOctets);
        if (marker > 0)
        {
            _indentation = indentation;
            return TryText(line, marker, direction, isOctets, out token);
        }

        if (_side is not { } side)
        {
            throw new TranscriptException(
                Line,
                indentation + 1,
                "expected \"C:\", \"S:\", \"*\" or \"#\"; a line without a marker continues the side of the line before it, and there is none.");
        }

        var text = WithoutIndentation(line);
        _content.Take(side, text.Span);
        token = new TranscriptToken(TokenKind.Text, side, null, text, IsPasted: false, Line, line.Length - text.Length);
        return true;
    }

    bool TryText(ReadOnlyMemory<byte> line, int marker, Direction? direction, bool isOctets, out TranscriptToken token)
    {
        var (at, start) = Time(line, marker);
        var text = line[start..];
        if (!isOctets && (!_content.InContent || direction != Direction.Client) && IsBracketed(text.Span))
        {
            token = new TranscriptToken(TokenKind.Bracketed, default, at, text, IsPasted: false, Line, start);
            return true;
        }

        if (direction is not { } side)
        {
            throw new TranscriptException(Line, 1, "what both sides do is a note in angle brackets, as in \"C & S: <negotiate TLS>\".");
        }

        _side = side;
        if (!isOctets)
        {
            _content.Take(side, text.Span);
        }
        else
        {
            _content.TakeOctets(side, text.Span);
        }

        token = new TranscriptToken(isOctets ? TokenKind.Octets : TokenKind.Text, side, at, text, IsPasted: false, Line, start);
        return true;
    }

    // After the marker: one space, then perhaps a time in brackets and one more space. The writer puts a space there; where a
    // page had a tab or a no-break space, that is one too.
    static (TimeSpan? At, int Start) Time(ReadOnlyMemory<byte> line, int position)
    {
        var span = line.Span;
        if (position < span.Length && span[position] is (byte)' ' or (byte)'\t')
        {
            position++;
        }
        else if (span[position..].StartsWith("\u00A0"u8))
        {
            position += 2;
        }

        if (TranscriptTime.TryParse(span[position..], out var at, out var length))
        {
            position += length;
            if (position < span.Length)
            {
                position++;
            }

            return (at, position);
        }

        return (null, position);
    }

    static bool IsStarEvent(ReadOnlySpan<byte> line)
    {
        var rest = line[Indentation(line)..];
        if (rest is not [(byte)'*', (byte)' ', ..])
        {
            return false;
        }

        return TranscriptTime.TryParse(rest[2..], out _, out _) || StarLine.BeginsWithEventWord(rest[2..]);
    }

    ReadOnlyMemory<byte> WithoutIndentation(ReadOnlyMemory<byte> line) =>
        line[Math.Min(_indentation, Indentation(line.Span))..];

    static bool IsBracketed(ReadOnlySpan<byte> text)
    {
        text = text.TrimEnd((byte)' ');
        return text is [(byte)'<', .., (byte)'>'] || (text.StartsWith("‹"u8) && text.EndsWith("›"u8));
    }

    static int Indentation(ReadOnlySpan<byte> line)
    {
        var first = line.IndexOfAnyExcept((byte)' ', (byte)'\t');
        return first < 0 ? line.Length : first;
    }

    // One past the marker's colon; 0 where there is no marker.
    static int MarkerOf(ReadOnlySpan<byte> line, out Direction? direction, out bool isOctets)
    {
        var start = Indentation(line);
        (direction, isOctets) = (null, false);
        var rest = line[start..];
        if (rest.StartsWith("C & S:"u8))
        {
            return start + 6;
        }

        if (rest is not [(byte)'C' or (byte)'S', ..])
        {
            return 0;
        }

        direction = rest[0] == (byte)'C' ? Direction.Client : Direction.Server;
        isOctets = rest is [_, (byte)'%', (byte)':', ..];
        return isOctets ? start + 3 : rest is [_, (byte)':', ..] ? start + 2 : 0;
    }

    bool TryReadLine(out ReadOnlyMemory<byte> line)
    {
        if (!_lines.TryCut(out line, out var isFinished))
        {
            return false;
        }

        Line++;
        LastLineIsFinished = isFinished;
        if (line.Length > 0 && line.Span[^1] == (byte)'\r')
        {
            line = line[..^1];
        }

        return true;
    }

    readonly void CheckVersion(ReadOnlySpan<byte> version, int column)
    {
        if (!Utf8Parser.TryParse(version, out int number, out var length) || length != version.TrimEnd((byte)' ').Length)
        {
            throw new TranscriptException(Line, column + 1, "the version of the transcript format is a number; this program reads version 1.");
        }

        if (number != 1)
        {
            throw new TranscriptException(
                Line,
                column + 1,
                FormattableString.Invariant($"this is version {number} of the transcript format; this program reads version 1. A newer program may have written it."));
        }
    }

    readonly void CheckUtf8(ReadOnlySpan<byte> line)
    {
        if (!Utf8.IsValid(line))
        {
            var column = 1;
            while (Rune.DecodeFromUtf8(line, out _, out var length) == System.Buffers.OperationStatus.Done)
            {
                line = line[length..];
                column++;
            }

            throw new TranscriptException(Line, column, "a transcript is UTF-8 text; octets that are not are written with \"C%:\" or \"S%:\" as %XX.");
        }
    }
}
