using SmtpInspector.Terminal.Device;
using SmtpInspector.Terminal.Layout;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Terminal.Drawing;

/// <summary>
/// The whole screen. One begins a frame, draws on its canvas, and shows it: what differs from the frame before is written, in one piece, and
/// nothing at all when nothing differs. A frame allocates nothing unless it draws characters or styles never drawn before.
/// </summary>
public sealed class Screen
{
    readonly ITerminalOutput _output;
    readonly GlyphTable _glyphs = new();
    readonly StyleTable _styles;
    readonly CellGrid _back;
    readonly FrameWriter _writer;
    (int Column, int Row)? _cursor;

    /// <param name="output">Takes the frames.</param>
    /// <param name="size">The terminal's size.</param>
    /// <param name="depth">Which colours may be used.</param>
    /// <param name="width">How wide characters are; <see cref="CellWidth.Narrow"/> when left out.</param>
    /// <param name="form">Whether to keep to ASCII; what is beyond it is then drawn as a question mark.</param>
    public Screen(ITerminalOutput output, TerminalSize size, ColorDepth depth, CellWidth? width = null, SafeForm form = SafeForm.Unicode)
    {
        _output = output;
        _styles = new StyleTable(depth);
        var cellWidth = width ?? CellWidth.Narrow;
        _back = new CellGrid(_glyphs, _styles, cellWidth, form);
        _writer = new FrameWriter(_glyphs, _styles);
        Borders = BorderSet.For(form, cellWidth);
        Resize(size);
    }

    /// <summary>The characters that frames are drawn with.</summary>
    public BorderSet Borders { get; set; }

    /// <summary>Whether the terminal has reported that it can show a frame all at once (mode 2026).</summary>
    public bool SynchronizedOutput
    {
        get => _writer.Synchronized;
        set => _writer.Synchronized = value;
    }

    /// <summary>The size drawn for.</summary>
    public TerminalSize Size => new(_back.Columns, _back.Rows);

    /// <summary>Begins a frame: everything blank, no cursor.</summary>
    public Canvas BeginFrame()
    {
        if (_glyphs.IsFull || _styles.IsFull)
        {
            _glyphs.Clear();
            _styles.Clear();
            Invalidate();
        }

        _cursor = null;
        _back.Clear();
        var all = new Rect(0, 0, _back.Columns, _back.Rows);
        return new Canvas(this, _back, all, all);
    }

    /// <summary>Shows what was drawn. Returns the number of bytes that took.</summary>
    public int EndFrame()
    {
        var bytes = _writer.Write(_back, _cursor);
        if (!bytes.IsEmpty)
        {
            _output.Write(bytes);
        }

        return bytes.Length;
    }

    /// <summary>The terminal's contents are unknown: the next frame draws all of it.</summary>
    public void Invalidate() => _writer.Invalidate();

    /// <summary>The terminal has another size, and its contents are unknown.</summary>
    public void Resize(TerminalSize size)
    {
        _back.Resize(size.Columns, size.Rows);
        _writer.Resize(size.Columns, size.Rows);
    }

    /// <summary>The frame as text, for tests and for dumps: rows without the blanks at their ends.</summary>
    public override string ToString() => string.Join('\n', Enumerable.Range(0, _back.Rows).Select(RowText));

    internal void ShowCursor(int column, int row) => _cursor = (column, row);

    string RowText(int row)
    {
        var text = new System.Text.StringBuilder();
        Span<byte> bytes = stackalloc byte[256];
        foreach (var cell in _back.Row(row))
        {
            if (!cell.IsContinuation)
            {
                var length = _glyphs.Longest(cell.Glyph);
                var buffer = length <= bytes.Length ? bytes : new byte[length];
                text.Append(System.Text.Encoding.UTF8.GetString(buffer[.._glyphs.Encode(cell.Glyph, buffer)]));
            }
        }

        return text.ToString().TrimEnd();
    }
}
