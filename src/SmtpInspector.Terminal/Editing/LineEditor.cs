using SmtpInspector.Terminal.Device;
using SmtpInspector.Terminal.Input;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Terminal.Editing;

/// <summary>
/// Keeps a line that is being entered at the bottom of an ordinary, scrolling terminal, while output goes on above it. It starts
/// no thread and reads nothing: its owner hands it keys and tells it when to draw, all from one thread. Each drawing is one write.
/// </summary>
/// <param name="output">Takes what is drawn.</param>
/// <param name="size">The terminal's size; set <see cref="Size"/> when it changes.</param>
/// <param name="depth">Which colours may be used.</param>
/// <param name="width">How wide characters are; <see cref="CellWidth.Narrow"/> when left out.</param>
/// <param name="form">How control characters are shown.</param>
public sealed class LineEditor(
    ITerminalOutput output, TerminalSize size, ColorDepth depth, CellWidth? width = null, SafeForm form = SafeForm.Unicode)
{
    const int MostCandidates = 8;
    readonly AnsiBuffer _buffer = new(depth, form);
    readonly CellWidth _width = width ?? CellWidth.Narrow;
    TerminalSize _size = size;
    bool _shown;
    int _cursorColumn;
    // Rows that the line takes above the cursor's since the window became narrower than the line.
    int _rowsAbove;
    bool _resized;

    /// <summary>The line that is being entered.</summary>
    public LineInput Input { get; set; } = LineInput.Empty;

    /// <summary>What stands before it.</summary>
    public StyledLine Prompt { get; set; } = StyledLine.Empty;

    /// <summary>Lines that stand under it, such as a hint; cut off where the window ends.</summary>
    public IReadOnlyList<StyledLine> Below { get; set; } = [];

    /// <summary>How it is drawn.</summary>
    public LineStyles Styles { get; set; } = LineStyles.Default;

    /// <summary>The terminal's size. Setting another one draws the line anew.</summary>
    public TerminalSize Size
    {
        get => _size;
        set
        {
            // Nearly all terminals break a line anew that no longer fits, so the prompt is now some rows up. xterm cuts it off
            // instead and loses a row of earlier output from sight here; the other way round, every narrower window would leave
            // another copy of the line behind.
            if (_shown && value.Columns < _size.Columns)
            {
                _rowsAbove = _cursorColumn / value.Columns;
            }

            _resized = _resized || value != _size;
            _size = value;
            if (_shown)
            {
                Draw();
            }
        }
    }

    /// <summary>Takes a key or a paste, and changes <see cref="Input"/>; the owner acts on the outcome and draws.</summary>
    public LineOutcome Handle(TerminalEvent terminalEvent)
    {
        var outcome = terminalEvent switch
        {
            KeyEvent key => Input.Handle(key),
            PasteEvent paste => Input.Handle(paste),
            _ => new LineOutcome(Input, LineAction.Unhandled),
        };
        Input = outcome.Input;
        return outcome;
    }

    /// <summary>Shows the line as it is now.</summary>
    public void Draw()
    {
        _buffer.Clear();
        if (_shown && _resized)
        {
            Erase();
        }
        else
        {
            // Drawn over what was there, and without a moment of emptiness.
            _buffer.Control("\r"u8);
        }

        AppendLine();
        Write();
    }

    /// <summary>Puts lines above the one that is being entered, or just writes them when that is hidden.</summary>
    public void PrintAbove(params ReadOnlySpan<StyledLine> lines)
    {
        _buffer.Clear();
        if (_shown)
        {
            Erase();
        }

        foreach (var line in lines)
        {
            _buffer.Append(line);
            _buffer.Control("\r\n"u8);
        }

        if (_shown)
        {
            AppendLine();
        }

        Write();
    }

    /// <summary>Takes the line off the screen; <see cref="Draw"/> brings it back.</summary>
    public void Hide()
    {
        if (_shown)
        {
            _buffer.Clear();
            Erase();
            _shown = false;
            Write();
        }
    }

    /// <summary>Draws on a terminal whose contents are unknown, as after the process was stopped: on the line where the cursor is.</summary>
    public void Resume()
    {
        (_rowsAbove, _resized) = (0, false);
        Draw();
    }

    /// <summary>Clears the window, as Ctrl-L does, and draws the line at its top.</summary>
    public void ClearScreen()
    {
        _buffer.Clear();
        _buffer.Control("\e[H\e[2J"u8);
        _rowsAbove = 0;
        AppendLine();
        Write();
    }

    /// <summary>Takes everything away, and leaves the cursor where the line begins.</summary>
    void Erase()
    {
        if (_rowsAbove > 0)
        {
            _buffer.Control(_rowsAbove, 'A');
        }

        // A row is erased from its beginning, for then tmux forgets that it was once broken, and does not join it with the
        // next when the window grows. Everything below is erased from the second row on: from the screen's
        // very first cell, tmux would keep what is erased in its history. A saved place, and not one row up: a window that became
        // lower may have no second row.
        _buffer.Control("\r\e[K\e7\e[B\e[J\e8"u8);
        (_rowsAbove, _resized) = (0, false);
    }

    void AppendLine()
    {
        // The last column stays free: a terminal that has filled it is between two lines, and they differ in which.
        var columns = Math.Max(1, _size.Columns - 1);
        _cursorColumn = AppendInput(columns);
        _buffer.Control("\e[K"u8);
        var below = Candidates().Concat(Below).Take(Math.Max(0, _size.Rows - 1)).ToArray();
        foreach (var line in below)
        {
            _buffer.Control("\r\n"u8);
            _buffer.Append(Cut(line, columns));
            _buffer.Control("\e[K"u8);
        }

        _buffer.Control("\e[J"u8);
        if (below.Length > 0)
        {
            _buffer.Control(below.Length, 'A');
        }

        _buffer.Control("\r"u8);
        if (_cursorColumn > 0)
        {
            _buffer.Control(_cursorColumn, 'C');
        }

        _shown = true;
    }

    int AppendInput(int columns)
    {
        // The prompt gives way before the text does.
        var prompt = Cut(
            Input.Search is { } search
                ? StyledLine.Of(Safe.FromText($"{(search.Failed ? "no match" : "search")} '{search.Query}': ", form), Styles.Mark) : Prompt,
            columns / 2);
        var before = prompt.Width(_width);
        var layout = FieldLayout.Of(Input.Field, columns - before, _width, form, Input.Ghost);
        _buffer.Append(prompt);
        foreach (var piece in layout.Pieces)
        {
            _buffer.Append(piece.Text, Styles.Of(piece.Kind));
        }

        return before + layout.CursorColumn;
    }

    IEnumerable<StyledLine> Candidates()
    {
        if (Input.Menu is not { } menu)
        {
            return [];
        }

        var all = menu.Set.Candidates;
        var first = Math.Clamp(menu.Selected - (MostCandidates / 2), 0, Math.Max(0, all.Count - MostCandidates));
        var shown = all.Skip(first).Take(MostCandidates).ToArray();
        var texts = shown.Select(candidate => Safe.FromText(candidate.Text, form)).ToArray();
        var widest = texts.Max(_width.Of);
        return shown.Select((candidate, i) => StyledLine.Create(
        [
            new("  "),
            new(texts[i], first + i == menu.Selected ? Styles.Chosen : Styles.Candidate),
            new(new string(' ', widest - _width.Of(texts[i]) + 2)),
            new(Safe.FromText(candidate.Description, form), Styles.Description),
        ]));
    }

    StyledLine Cut(StyledLine line, int columns)
    {
        if (line.Width(_width) <= columns)
        {
            return line;
        }

        var runs = new List<StyledRun>();
        foreach (var run in line)
        {
            var (length, cells) = _width.Fit(run.Text.Text, columns);
            runs.Add(run with { Text = run.Text.Slice(0, length) });
            columns -= cells;
            if (length < run.Text.Length)
            {
                break;
            }
        }

        return StyledLine.Create([.. runs]);
    }

    void Write() => output.Write(_buffer.Written);
}
