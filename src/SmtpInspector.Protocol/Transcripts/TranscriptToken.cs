using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Transcripts;

/// <summary>What a line of a transcript file is.</summary>
enum TokenKind
{
    /// <summary>One whole line on the wire: the text and CRLF.</summary>
    Text,

    /// <summary>Exact octets, percent-encoded, no ending implied.</summary>
    Octets,

    /// <summary>An event, or a note.</summary>
    Star,

    /// <summary>A text in angle brackets, as RFCs write what is not on the wire.</summary>
    Bracketed,
}

/// <summary>One line of a transcript file that says something of the conversation.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Direction">Whose octets they are.</param>
/// <param name="At">The time written before the text; null where there is none.</param>
/// <param name="Text">The text after marker and time.</param>
/// <param name="IsPasted">Message content without a marker: not dot-stuffed yet.</param>
/// <param name="Line">The line in the file, from 1.</param>
/// <param name="Start">The octet in that line where the text begins, from 0.</param>
readonly record struct TranscriptToken(
    TokenKind Kind,
    Direction Direction,
    TimeSpan? At,
    ReadOnlyMemory<byte> Text,
    bool IsPasted,
    int Line,
    int Start);
