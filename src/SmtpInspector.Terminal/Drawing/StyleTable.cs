using SmtpInspector.Terminal.Styling;

namespace SmtpInspector.Terminal.Drawing;

/// <summary>Numbers for styles, with the bytes that set each; 0 is the terminal's own.</summary>
sealed class StyleTable
{
    const int Most = ushort.MaxValue;
    readonly ColorDepth _depth;
    readonly Dictionary<Style, ushort> _numbers = [];
    readonly List<Style> _styles = [];
    readonly List<byte[]> _sequences = [];

    public StyleTable(ColorDepth depth)
    {
        _depth = depth;
        Number(Style.Plain);
    }

    /// <summary>True when it is time to <see cref="Clear"/>, which makes all numbers given so far meaningless.</summary>
    public bool IsFull => _styles.Count >= Most - 4096;

    public Style this[ushort number] => _styles[number];

    public void Clear()
    {
        _numbers.Clear();
        _styles.Clear();
        _sequences.Clear();
        Number(Style.Plain);
    }

    /// <summary>The number of a style. Once there is no room left for new ones within a frame, they are drawn plain.</summary>
    public ushort Number(Style style)
    {
        if (_numbers.TryGetValue(style, out var number))
        {
            return number;
        }

        if (_styles.Count > Most)
        {
            return 0;
        }

        number = (ushort)_styles.Count;
        Span<byte> sequence = stackalloc byte[Sgr.MaxLength];
        _numbers.Add(style, number);
        _styles.Add(style);
        _sequences.Add(sequence[..Sgr.Write(style, _depth, sequence)].ToArray());
        return number;
    }

    public ReadOnlySpan<byte> Sequence(ushort number) => _sequences[number];
}
