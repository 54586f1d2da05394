using System.Text;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Grammar;

/// <summary>One line of a reply: code, separator, text (RFC 5321 §4.2). Total: any octets make one.</summary>
public readonly record struct ReplyLine
{
    ReplyLine(WireLine wire, short code, bool isLast)
    {
        Wire = wire;
        _code = code;
        IsLast = isLast;
    }

    readonly short _code;

    /// <summary>The line as it came.</summary>
    public WireLine Wire { get; }

    /// <summary>The three digits; null when the line does not begin with a code and a separator or its end.</summary>
    public int? Code => _code < 0 ? null : _code;

    /// <summary>False only where a hyphen follows the code, or the line is malformed.</summary>
    public bool IsLast { get; }

    /// <summary>The octets after code and separator; the whole content when malformed.</summary>
    public ReadOnlyMemory<byte> TextBytes =>
        _code < 0 ? Wire.Content : Wire.Content.Length > 4 ? Wire.Content[4..] : default;

    /// <summary>The text after the code, invalid UTF-8 as U+FFFD.</summary>
    public string Text => Encoding.UTF8.GetString(TextBytes.Span);

    /// <summary>Reads a line of the server's.</summary>
    public static ReplyLine Parse(WireLine wire)
    {
        var content = wire.Content.Span;
        if (content.Length < 3 || !Digit(content[0]) || !Digit(content[1]) || !Digit(content[2]))
        {
            return new ReplyLine(wire, -1, isLast: false);
        }

        var code = (short)(((content[0] - '0') * 100) + ((content[1] - '0') * 10) + (content[2] - '0'));

        // RFC 5321 §4.2: the code alone is a legal last line: clients SHOULD be prepared for it.
        return content.Length == 3 ? new ReplyLine(wire, code, isLast: true)
            : content[3] == (byte)' ' ? new ReplyLine(wire, code, isLast: true)
            : content[3] == (byte)'-' ? new ReplyLine(wire, code, isLast: false)
            : new ReplyLine(wire, -1, isLast: false);
    }

    static bool Digit(byte octet) => octet is >= (byte)'0' and <= (byte)'9';
}
