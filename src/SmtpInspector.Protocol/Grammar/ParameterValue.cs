using System.Text;

namespace SmtpInspector.Protocol.Grammar;

/// <summary>The values of parameters, each by the grammar of its own RFC.</summary>
static class ParameterValue
{
    /// <summary>Whether a value that is there fits.</summary>
    public static bool Fits(ValueRule rule, Token value) => rule switch
    {
        // RFC 1870 §3: size-value ::= 1*20DIGIT
        ValueRule.Size => value.Length <= 20 && AreDigits(value.Span),
        ValueRule.Body => value.Is("7BIT") || value.Is("8BITMIME") || value.Is("BINARYMIME"),
        ValueRule.Return => value.Is("FULL") || value.Is("HDRS"),
        ValueRule.EnvelopeId => XText.IndexOfBad(value.Span) < 0 && IsPrintable(XText.Decode(value.Span)),
        ValueRule.Notify => IsNotify(value.Span),
        ValueRule.OriginalRecipient => IsOriginalRecipient(value),
        ValueRule.Submitter => IsSubmitter(value),
        ValueRule.DeliverBy => IsDeliverBy(value.Span),
        // RFC 4865 §4: future-release-integer = %x31-39 *8DIGIT
        ValueRule.Interval => value.Length is > 0 and <= 9 && AreDigits(value.Span) && value.Span[0] != (byte)'0',
        ValueRule.DateTime => InternetDateTime.Is(value.Span),
        ValueRule.Priority => value.Span is [>= (byte)'0' and <= (byte)'9'] or [(byte)'-', >= (byte)'1' and <= (byte)'9'],
        ValueRule.None or ValueRule.Any => true,
    };

    static bool AreDigits(ReadOnlySpan<byte> octets) =>
        !octets.IsEmpty && !octets.ContainsAnyExceptInRange((byte)'0', (byte)'9');

    // RFC 3461 §4.4: before encoding it consists "entirely of printable (graphic and white space) characters".
    static bool IsPrintable(ReadOnlySpan<byte> decoded)
    {
        foreach (var octet in decoded)
        {
            if (octet > 126 || (octet < 32 && octet != (byte)'\t'))
            {
                return false;
            }
        }

        return true;
    }

    // RFC 3461 §4.1: "NEVER" / 1#notify-list-element. The "#" of RFC 822 §2.7 allows empty elements between commas.
    static bool IsNotify(ReadOnlySpan<byte> value)
    {
        if (Ascii.EqualsIgnoreCase(value, "NEVER"))
        {
            return true;
        }

        var any = false;
        while (!value.IsEmpty)
        {
            var comma = value.IndexOf((byte)',');
            var element = comma < 0 ? value : value[..comma];
            value = comma < 0 ? default : value[(comma + 1)..];
            if (!element.IsEmpty)
            {
                if (!Ascii.EqualsIgnoreCase(element, "SUCCESS")
                    && !Ascii.EqualsIgnoreCase(element, "FAILURE")
                    && !Ascii.EqualsIgnoreCase(element, "DELAY"))
                {
                    return false;
                }

                any = true;
            }
        }

        return any;
    }

    // RFC 3461 §4.2: addr-type ";" xtext. With the type utf-8 (RFC 6533 §3) the address has forms of its own.
    static bool IsOriginalRecipient(Token value)
    {
        var span = value.Span;
        var semicolon = span.IndexOf((byte)';');
        if (semicolon <= 0)
        {
            return false;
        }

        foreach (var octet in span[..semicolon])
        {
            if (!Characters.IsAtext(octet))
            {
                return false;
            }
        }

        var address = span[(semicolon + 1)..];
        return Ascii.EqualsIgnoreCase(span[..semicolon], "utf-8")
            ? !address.IsEmpty
            : XText.IndexOfBad(address) < 0 && IsPrintable(XText.Decode(address));
    }

    // RFC 4954 §5: xtext, decoded a mailbox or the two characters "<>". RFC 6531 §3.3 lets the mailbox hold UTF-8.
    static bool IsSubmitter(Token value) =>
        value.Span.SequenceEqual("<>"u8)
        || ((!Ascii.IsValid(value.Span) || XText.IndexOfBad(value.Span) < 0)
            && MailboxSyntax.IsMailbox(XText.Decode(value.Span)));

    // RFC 2852 §4: by-value = by-time ";" by-mode [by-trace]; by-time = ["-" / "+"] 1*9digit.
    static bool IsDeliverBy(ReadOnlySpan<byte> value)
    {
        var semicolon = value.IndexOf((byte)';');
        if (semicolon <= 0)
        {
            return false;
        }

        var time = value[0] is (byte)'-' or (byte)'+' ? value[1..semicolon] : value[..semicolon];
        var mode = value[(semicolon + 1)..];
        return time.Length <= 9 && AreDigits(time)
            && mode.Length is 1 or 2
            && (mode[0] | 0x20) is 'n' or 'r'
            && (mode.Length == 1 || (mode[1] | 0x20) == 't');
    }
}
