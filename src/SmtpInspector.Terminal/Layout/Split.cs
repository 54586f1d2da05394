namespace SmtpInspector.Terminal.Layout;

/// <summary>Divides a rectangle into rows or columns.</summary>
public static class Split
{
    /// <summary>The rectangle as rows, the first at the top.</summary>
    public static Rect[] Rows(Rect area, params ReadOnlySpan<Track> tracks)
    {
        var rects = new Rect[tracks.Length];
        Span<int> sizes = tracks.Length <= 32 ? stackalloc int[tracks.Length] : new int[tracks.Length];
        Sizes(area.Height, tracks, sizes);
        var y = area.Y;
        for (var i = 0; i < sizes.Length; i++)
        {
            rects[i] = area with { Y = y, Height = sizes[i] };
            y += sizes[i];
        }

        return rects;
    }

    /// <summary>The rectangle as columns, the first at the left.</summary>
    public static Rect[] Columns(Rect area, params ReadOnlySpan<Track> tracks)
    {
        var rects = new Rect[tracks.Length];
        Span<int> sizes = tracks.Length <= 32 ? stackalloc int[tracks.Length] : new int[tracks.Length];
        Sizes(area.Width, tracks, sizes);
        var x = area.X;
        for (var i = 0; i < sizes.Length; i++)
        {
            rects[i] = area with { X = x, Width = sizes[i] };
            x += sizes[i];
        }

        return rects;
    }

    /// <summary>
    /// Shares out cells: first to each what it needs, in order, so that the last ones go without where there are not enough; then the rest
    /// by weight. No one gets more than it can use, so some may be left over.
    /// </summary>
    public static void Sizes(int total, ReadOnlySpan<Track> tracks, Span<int> sizes)
    {
        var left = Math.Max(0, total);
        for (var i = 0; i < tracks.Length; i++)
        {
            sizes[i] = Math.Min(left, tracks[i].Min);
            left -= sizes[i];
        }

        // Who reaches its most drops out, and the others share again what it did not take.
        while (left > 0)
        {
            var weights = 0;
            for (var i = 0; i < tracks.Length; i++)
            {
                weights += sizes[i] < tracks[i].Max ? tracks[i].Weight : 0;
            }

            if (weights == 0)
            {
                return;
            }

            left = ShareOut(left, weights, tracks, sizes);
        }
    }

    static int ShareOut(int left, int weights, ReadOnlySpan<Track> tracks, Span<int> sizes)
    {
        var (given, seen, taken) = (0, 0, 0);
        for (var i = 0; i < tracks.Length; i++)
        {
            if (tracks[i].Weight > 0 && sizes[i] < tracks[i].Max)
            {
                // By running totals, so that rounding neither loses nor makes a cell.
                seen += tracks[i].Weight;
                var share = (int)((long)left * seen / weights) - given;
                given += share;
                var more = Math.Min(share, tracks[i].Max - sizes[i]);
                sizes[i] += more;
                taken += more;
            }
        }

        return left - taken;
    }
}
