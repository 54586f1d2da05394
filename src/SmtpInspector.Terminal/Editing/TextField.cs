using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Terminal.Editing;

/// <summary>
/// One line of text that is being edited. A value: every change gives another one. Places are indexes of
/// UTF-16 code units and always stand where a grapheme cluster begins.
/// </summary>
public sealed record TextField
{
    /// <summary>An empty line.</summary>
    public static TextField Empty { get; } = new();

    /// <summary>What has been typed, exactly; it may hold control characters that were pasted.</summary>
    public string Text { get; private init; } = "";

    /// <summary>Where the next character goes, from 0 to the text's length.</summary>
    public int Cursor { get; private init; }

    /// <summary>Where the selection began; the cursor's place when nothing is selected.</summary>
    public int Anchor { get; private init; }

    /// <summary>True for a secret: drawn as bullets, and never kept for yanking.</summary>
    public bool IsMasked { get; init; }

    /// <summary>What was last killed, for yanking.</summary>
    public string Killed { get; private init; } = "";

    /// <summary>Where the selection begins.</summary>
    public int SelectionStart => Math.Min(Cursor, Anchor);

    /// <summary>Its length; 0 when nothing is selected.</summary>
    public int SelectionLength => Math.Abs(Cursor - Anchor);

    /// <summary>The text that is selected.</summary>
    public string Selection => Text.Substring(SelectionStart, SelectionLength);

    internal EditStep? Undone { get; private init; }

    /// <summary>A line with a text in it, the cursor at its end.</summary>
    public static TextField Of(string text, bool masked = false) =>
        Empty with { Text = text, Cursor = text.Length, Anchor = text.Length, IsMasked = masked };

    /// <summary>Another text in the same line, the cursor at its end; can be undone.</summary>
    public TextField Replace(string text) => Change(EditKind.Other, text, text.Length);

    /// <summary>A part of the text replaced by another, the cursor behind it.</summary>
    public TextField Replace(int start, int length, string text) =>
        Change(EditKind.Other, string.Concat(Text.AsSpan(0, start), text, Text.AsSpan(start + length)), start + text.Length);

    /// <summary>Text put in place of the selection, or in at the cursor.</summary>
    public TextField Insert(string text)
    {
        // One word at a time is undone: a blank begins the next step.
        var kind = SelectionLength == 0 && text.Length <= 2 && !string.IsNullOrWhiteSpace(text) ? EditKind.Typing : EditKind.Other;
        return Change(
            kind, string.Concat(Text.AsSpan(0, SelectionStart), text, Text.AsSpan(SelectionStart + SelectionLength)),
            SelectionStart + text.Length);
    }

    /// <summary>The cursor elsewhere; the nearest place at or before the index where a character begins.</summary>
    /// <param name="index">Where; cut down to the text's bounds.</param>
    /// <param name="select">Whether the selection grows or shrinks with it; otherwise it ends.</param>
    public TextField MoveTo(int index, bool select = false)
    {
        var place = Graphemes.Snap(Text, Math.Clamp(index, 0, Text.Length));
        return this with { Cursor = place, Anchor = select ? Anchor : place, Undone = Undone?.Sealed() };
    }

    /// <summary>All of it selected.</summary>
    public TextField SelectAll() => MoveTo(0).MoveTo(Text.Length, select: true);

    /// <summary>The selection taken away, or where there is none the text from the cursor to an index.</summary>
    public TextField DeleteTo(int index) => SelectionLength > 0
        ? Remove(SelectionStart, SelectionLength) : Remove(Math.Min(index, Cursor), Math.Abs(index - Cursor));

    /// <summary>As <see cref="DeleteTo"/>, and kept for <see cref="Yank"/>.</summary>
    public TextField KillTo(int index)
    {
        var next = DeleteTo(index);
        var (start, length) = SelectionLength > 0 ? (SelectionStart, SelectionLength) : (Math.Min(index, Cursor), Math.Abs(index - Cursor));
        return IsMasked || length == 0 ? next : next with { Killed = Text.Substring(start, length) };
    }

    /// <summary>What was last killed put in at the cursor.</summary>
    public TextField Yank() => Killed.Length == 0 ? this : Insert(Killed);

    /// <summary>The characters on both sides of the cursor exchanged, or the last two at the end.</summary>
    public TextField Transpose()
    {
        var end = Cursor == Text.Length ? Cursor : Graphemes.After(Text, Cursor);
        var middle = Graphemes.Before(Text, end);
        var start = Graphemes.Before(Text, middle);
        return start == middle ? this : Change(
            EditKind.Other,
            string.Concat(Text.AsSpan(0, start), Text.AsSpan(middle, end - middle), Text.AsSpan(start, middle - start)) + Text[end..], end);
    }

    /// <summary>As it was before the last change; itself when there was none.</summary>
    public TextField Undo() => Undone is { } step
        ? this with { Text = step.Text, Cursor = step.Cursor, Anchor = step.Cursor, Undone = step.Before } : this;

    // Steps are not compared: two lines that read the same are the same.
    public bool Equals(TextField? other) => other is not null && Text == other.Text && Cursor == other.Cursor
        && Anchor == other.Anchor && IsMasked == other.IsMasked && Killed == other.Killed;

    public override int GetHashCode() => HashCode.Combine(Text, Cursor, Anchor);

    TextField Remove(int start, int length) => length == 0
        ? this : Change(EditKind.Other, Text.Remove(start, length), start);

    TextField Change(EditKind kind, string text, int cursor)
    {
        if (text == Text)
        {
            return MoveTo(cursor);
        }

        // What was put in may have joined the character behind it.
        var place = Graphemes.Snap(text, cursor) == cursor ? cursor : Graphemes.After(text, cursor);
        var goesOn = kind == EditKind.Typing && Undone is { Kind: EditKind.Typing };
        return this with
        {
            Text = text,
            Cursor = place,
            Anchor = place,
            Undone = goesOn ? Undone : new EditStep(Text, Cursor, kind, Undone),
        };
    }
}
