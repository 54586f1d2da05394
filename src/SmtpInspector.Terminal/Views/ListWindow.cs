namespace SmtpInspector.Terminal.Views;

/// <summary>What a list is looked at through: its items, and the columns and rows there are for them.</summary>
public readonly record struct ListWindow(IListItems Items, int Width, int Height)
{
    internal int HeightOf(int index) => Math.Max(1, Items.Height(index, Width));

    /// <summary>The place some rows further down; the end of the items where there are not as many.</summary>
    internal ListPlace Down(ListPlace from, int rows)
    {
        var (item, row) = (from.Item, from.Row + rows);
        while (item < Items.Count && row >= HeightOf(item))
        {
            row -= HeightOf(item);
            item++;
        }

        return item >= Items.Count ? new ListPlace(Items.Count, 0) : new ListPlace(item, row);
    }

    /// <summary>The place some rows further up; the beginning where there are not as many.</summary>
    internal ListPlace Up(ListPlace from, int rows)
    {
        var (item, row) = (from.Item, from.Row - rows);
        while (row < 0 && item > 0)
        {
            item--;
            row += HeightOf(item);
        }

        return row < 0 ? default : new ListPlace(item, row);
    }

    /// <summary>The lowest place that the top may have: the last row is then at the bottom.</summary>
    internal ListPlace LastTop => Up(new ListPlace(Items.Count, 0), Math.Max(1, Height));
}
