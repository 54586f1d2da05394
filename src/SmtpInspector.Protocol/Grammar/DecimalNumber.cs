namespace SmtpInspector.Protocol.Grammar;

/// <summary>Numbers as SMTP writes them: decimal digits, nothing else.</summary>
static class DecimalNumber
{
    /// <summary>The number; null unless all octets are digits and there is one. Too large is <see cref="long.MaxValue"/>.</summary>
    public static long? Read(ReadOnlySpan<byte> digits)
    {
        if (digits.IsEmpty)
        {
            return null;
        }

        var value = 0L;
        foreach (var octet in digits)
        {
            if (!Characters.IsDigit(octet))
            {
                return null;
            }

            var digit = octet - '0';
            value = value > (long.MaxValue - digit) / 10 ? long.MaxValue : (value * 10) + digit;
        }

        return value;
    }
}
