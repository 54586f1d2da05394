using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Redaction;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Importing.Formats;

/// <summary>
/// Encodes again what swaks shows decoded of an AUTH exchange (<c>-apt</c>): on the wire it was base64, and nobody is
/// to be blamed that it is not.
/// </summary>
sealed class ShownCredentials
{
    bool _inAuth;
    bool _isDecoded;
    bool _awaitsAnswer;

    /// <summary>A line as it was on the wire.</summary>
    public LogLine Encoded(Direction direction, LogLine line, RecordingBuilder builder) =>
        direction == Direction.Server ? Challenge(line, builder) : Answer(line, builder);

    LogLine Challenge(LogLine line, RecordingBuilder builder)
    {
        _awaitsAnswer = _inAuth && line.StartsWith("334");
        _inAuth = _awaitsAnswer;
        if (!_awaitsAnswer || line.Bytes.Length <= 4)
        {
            return line;
        }

        if (!_isDecoded && Base64Payload.Decode(line.Bytes.Span[4..]) is null)
        {
            SayOnce(line, builder);
        }

        return _isDecoded ? Replace(line, 4, line.Bytes.Span[4..]) : line;
    }

    LogLine Answer(LogLine line, RecordingBuilder builder)
    {
        if (_awaitsAnswer)
        {
            _awaitsAnswer = false;
            return _isDecoded && line.Text is not "*" ? Replace(line, 0, WithNuls(line.Text)) : line;
        }

        _inAuth = Verbs.Of(line.Bytes.Span) == Verb.Auth;
        var response = _inAuth ? line.Text.IndexOf(' ', Math.Min(5, line.Text.Length)) + 1 : 0;

        // PLAIN as swaks writes it in clear: \0user\0password.
        if (response > 0 && line.Text.AsSpan(response).Contains("\\0", StringComparison.Ordinal))
        {
            SayOnce(line, builder);
            return Replace(line, response, WithNuls(line.Text[response..]));
        }

        return line;
    }

    void SayOnce(LogLine line, RecordingBuilder builder)
    {
        if (!_isDecoded)
        {
            _isDecoded = true;
            builder.Doubt(line, "shows AUTH decoded (swaks -apt): here it is base64 again, as on the wire");
        }
    }

    static byte[] WithNuls(string text) => System.Text.Encoding.Latin1.GetBytes(text.Replace("\\0", "\0", StringComparison.Ordinal));

    static LogLine Replace(LogLine line, int start, ReadOnlySpan<byte> decoded) =>
        new(line.Number, (byte[])[.. line.Bytes.Span[..start], .. System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(decoded))], line.HasReturn);
}
