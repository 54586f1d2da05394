namespace SmtpInspector.Terminal.Layout;

/// <summary>A rectangle of cells.</summary>
/// <param name="X">Its leftmost column, counted from 0.</param>
/// <param name="Y">Its topmost row, counted from 0.</param>
/// <param name="Width">Columns; 0 for nothing.</param>
/// <param name="Height">Rows; 0 for nothing.</param>
public readonly record struct Rect(int X, int Y, int Width, int Height)
{
    /// <summary>The column behind the last.</summary>
    public int Right => X + Width;

    /// <summary>The row below the last.</summary>
    public int Bottom => Y + Height;

    /// <summary>True when it holds no cell.</summary>
    public bool IsEmpty => Width <= 0 || Height <= 0;

    /// <summary>True when a cell is within.</summary>
    public bool Contains(int column, int row) => column >= X && column < Right && row >= Y && row < Bottom;

    /// <summary>What both have in common; empty where they do not meet.</summary>
    public Rect Intersect(Rect other)
    {
        var (x, y) = (Math.Max(X, other.X), Math.Max(Y, other.Y));
        return new Rect(x, y, Math.Max(0, Math.Min(Right, other.Right) - x), Math.Max(0, Math.Min(Bottom, other.Bottom) - y));
    }

    /// <summary>With so many columns and rows taken away on each side; empty where there are not as many.</summary>
    public Rect Inset(int columns, int rows) =>
        new(X + columns, Y + rows, Math.Max(0, Width - (2 * columns)), Math.Max(0, Height - (2 * rows)));

    /// <summary>A rectangle of at most a given size in the middle of this one.</summary>
    public Rect Center(int width, int height)
    {
        var (columns, rows) = (Math.Min(width, Width), Math.Min(height, Height));
        return new Rect(X + ((Width - columns) / 2), Y + ((Height - rows) / 2), columns, rows);
    }
}
