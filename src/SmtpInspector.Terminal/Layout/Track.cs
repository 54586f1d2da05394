namespace SmtpInspector.Terminal.Layout;

/// <summary>The wish of one row or column of a layout.</summary>
/// <param name="Min">What it needs, in cells.</param>
/// <param name="Weight">Its share of what is left once all have what they need; 0 for none.</param>
/// <param name="Max">What it can use at most.</param>
public readonly record struct Track(int Min, int Weight = 0, int Max = int.MaxValue)
{
    /// <summary>So many cells, no more and no fewer.</summary>
    public static Track Fixed(int cells) => new(cells, 0, cells);

    /// <summary>A share of what is left.</summary>
    public static Track Share(int weight = 1, int min = 0, int max = int.MaxValue) => new(min, weight, max);
}
