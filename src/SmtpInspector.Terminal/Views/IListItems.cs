using SmtpInspector.Terminal.Drawing;

namespace SmtpInspector.Terminal.Views;

/// <summary>
/// The items of a list, asked for only as they come into sight: a million of them cost as much as those on the screen.
/// </summary>
public interface IListItems
{
    /// <summary>How many there are.</summary>
    int Count { get; }

    /// <summary>How many rows an item takes at a width; at least 1. Must be quick, and the same each time.</summary>
    int Height(int index, int width);

    /// <summary>Draws an item. Of a very high one only <see cref="Canvas.Visible"/> need be drawn.</summary>
    /// <param name="index">Which.</param>
    /// <param name="canvas">As wide as the list and as high as the item.</param>
    /// <param name="selected">Whether it is the selected one; the list itself then lays the style of a selection over it.</param>
    void Draw(int index, Canvas canvas, bool selected);
}
