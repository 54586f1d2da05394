using System.Text;
using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Terminal.Drawing;

/// <summary>Numbers for what can stand in a cell: a code point is its own number, a longer cluster gets one beyond Unicode.</summary>
sealed class GlyphTable
{
    // Only a peer that sends ever new clusters comes near this.
    const int Most = 1 << 16;
    const uint FirstCluster = 0x110000;
    readonly Dictionary<string, uint> _numbers = [];
    readonly List<byte[]> _clusters = [];

    /// <summary>True when it is time to <see cref="Clear"/>, which makes all numbers given so far meaningless.</summary>
    public bool IsFull => _clusters.Count >= Most;

    public void Clear()
    {
        _numbers.Clear();
        _clusters.Clear();
    }

    /// <summary>The number of a cluster of safe text.</summary>
    public uint Number(ReadOnlySpan<char> cluster)
    {
        if (cluster.Length == 1 && !char.IsSurrogate(cluster[0]))
        {
            return cluster[0];
        }

        if (cluster.Length == 2 && char.IsSurrogatePair(cluster[0], cluster[1]))
        {
            return (uint)char.ConvertToUtf32(cluster[0], cluster[1]);
        }

        var lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(cluster, out var number))
        {
            return number;
        }

        number = FirstCluster + (uint)_clusters.Count;
        var text = cluster.ToString();
        _numbers.Add(text, number);
        _clusters.Add(Encoding.UTF8.GetBytes(text));
        return number;
    }

    /// <summary>Whether terminals differ on how far the cursor moves over it.</summary>
    public static bool IsFragile(uint glyph) => glyph >= FirstCluster || CellWidth.IsRegionalIndicator((int)glyph);

    /// <summary>The bytes of a glyph; returns how many were written.</summary>
    public int Encode(uint glyph, Span<byte> destination)
    {
        if (glyph >= FirstCluster)
        {
            var bytes = _clusters[(int)(glyph - FirstCluster)];
            bytes.CopyTo(destination);
            return bytes.Length;
        }

        // The last line of defence: safe text holds no control character, so none can be here, and none leaves here.
        var rune = glyph is < 0x20 or (>= 0x7F and < 0xA0) || !Rune.IsValid(glyph) ? Rune.ReplacementChar : new Rune(glyph);
        return rune.EncodeToUtf8(destination);
    }

    /// <summary>No glyph takes more bytes.</summary>
    public int Longest(uint glyph) => glyph >= FirstCluster ? _clusters[(int)(glyph - FirstCluster)].Length : 4;
}
