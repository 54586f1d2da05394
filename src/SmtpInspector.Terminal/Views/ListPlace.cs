namespace SmtpInspector.Terminal.Views;

/// <summary>A row of a list whose items differ in height.</summary>
/// <param name="Item">The item.</param>
/// <param name="Row">The row within it, counted from 0.</param>
public readonly record struct ListPlace(int Item, int Row) : IComparable<ListPlace>
{
    public static bool operator <(ListPlace left, ListPlace right) => left.CompareTo(right) < 0;

    public static bool operator >(ListPlace left, ListPlace right) => left.CompareTo(right) > 0;

    public static bool operator <=(ListPlace left, ListPlace right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ListPlace left, ListPlace right) => left.CompareTo(right) >= 0;

    public int CompareTo(ListPlace other) => Item != other.Item ? Item.CompareTo(other.Item) : Row.CompareTo(other.Row);
}
