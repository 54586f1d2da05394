namespace SmtpInspector.Terminal.Input;

/// <summary>The parameters of a control sequence (ECMA-48 §5.4): a private mark, numbers set off by ";" with sub-numbers set off by ":", and intermediates.</summary>
readonly ref struct CsiParameters
{
    const int Largest = 0x10FFFF;
    readonly ReadOnlySpan<byte> _numbers;

    public CsiParameters(ReadOnlySpan<byte> sequence)
    {
        if (!sequence.IsEmpty && sequence[0] is >= (byte)'<' and <= (byte)'?')
        {
            Private = (char)sequence[0];
            sequence = sequence[1..];
        }

        var end = sequence.IndexOfAnyInRange((byte)0x20, (byte)0x2F);
        _numbers = end < 0 ? sequence : sequence[..end];
        Intermediates = end < 0 ? [] : sequence[end..];
    }

    /// <summary>One of <c>&lt; = &gt; ?</c>, or U+0000.</summary>
    public char Private { get; }

    public ReadOnlySpan<byte> Intermediates { get; }

    public bool IsEmpty => _numbers.IsEmpty && Private == '\0' && Intermediates.IsEmpty;

    /// <summary>A number, or what stands for it when it is left out.</summary>
    public int Number(int index, int whenMissing) => SubNumber(index, 0, whenMissing);

    /// <summary>A number's sub-number, or what stands for it when it is left out. Too large numbers are cut down, which no sequence means.</summary>
    public int SubNumber(int index, int subIndex, int whenMissing)
    {
        var field = Field(Field(_numbers, (byte)';', index), (byte)':', subIndex);
        if (field.IsEmpty)
        {
            return whenMissing;
        }

        var value = 0;
        foreach (var digit in field)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return whenMissing;
            }

            value = Math.Min(Largest + 1, (value * 10) + digit - '0');
        }

        return value;
    }

    static ReadOnlySpan<byte> Field(ReadOnlySpan<byte> text, byte separator, int index)
    {
        for (; index > 0; index--)
        {
            var at = text.IndexOf(separator);
            if (at < 0)
            {
                return [];
            }

            text = text[(at + 1)..];
        }

        var end = text.IndexOf(separator);
        return end < 0 ? text : text[..end];
    }
}
