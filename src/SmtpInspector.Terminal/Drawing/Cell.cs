using System.Runtime.InteropServices;

namespace SmtpInspector.Terminal.Drawing;

/// <summary>One cell of the screen, in 8 bytes so that rows are compared as numbers.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
readonly record struct Cell(uint Glyph, ushort Style, ushort Width)
{
    /// <summary>A space in the terminal's own colours.</summary>
    public static Cell Blank => new(' ', 0, 1);

    /// <summary>True for the second cell of a wide character, which is drawn with the first.</summary>
    public bool IsContinuation => Width == 0;
}
