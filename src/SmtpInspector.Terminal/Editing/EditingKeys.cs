using SmtpInspector.Terminal.Input;
using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Terminal.Editing;

/// <summary>The keys that edit a line: those of readline, and those of everything else (arrows, Home, Shift to select).</summary>
public static class EditingKeys
{
    /// <summary>The line after a key; null when the key does not edit.</summary>
    public static TextField? Apply(TextField field, KeyEvent key)
    {
        if (key.IsText)
        {
            return field.Insert(key.Rune.ToString());
        }

        return key.Key == Key.Character ? Character(field, key) : Named(field, key);
    }

    static TextField? Character(TextField field, KeyEvent key)
    {
        var (text, cursor) = (field.Text, field.Cursor);
        return (key.Modifiers, (char)key.Rune.Value) switch
        {
            (KeyModifiers.Ctrl, 'a') => field.MoveTo(0),
            (KeyModifiers.Ctrl, 'e') => field.MoveTo(text.Length),
            (KeyModifiers.Ctrl, 'b') => field.MoveTo(Graphemes.Before(text, cursor)),
            (KeyModifiers.Ctrl, 'f') => field.MoveTo(Graphemes.After(text, cursor)),
            (KeyModifiers.Alt, 'b') => field.MoveTo(Words.Left(text, cursor)),
            (KeyModifiers.Alt, 'f') => field.MoveTo(Words.Right(text, cursor)),
            (KeyModifiers.Ctrl, 'h') => field.DeleteTo(Graphemes.Before(text, cursor)),
            (KeyModifiers.Ctrl, 'd') => field.DeleteTo(Graphemes.After(text, cursor)),
            (KeyModifiers.Ctrl, 'w') => field.KillTo(Words.LeftByBlank(text, cursor)),
            (KeyModifiers.Alt, 'd') => field.KillTo(Words.Right(text, cursor)),
            (KeyModifiers.Ctrl, 'u') => field.KillTo(0),
            (KeyModifiers.Ctrl, 'k') => field.KillTo(text.Length),
            (KeyModifiers.Ctrl, 'y') => field.Yank(),
            (KeyModifiers.Ctrl, 't') => field.Transpose(),
            (KeyModifiers.Ctrl, '_') => field.Undo(),
            _ => null,
        };
    }

    static TextField? Named(TextField field, KeyEvent key)
    {
        var (text, cursor) = (field.Text, field.Cursor);
        var select = key.Modifiers.HasFlag(KeyModifiers.Shift);
        var byWord = (key.Modifiers & (KeyModifiers.Ctrl | KeyModifiers.Alt)) != 0;
        return key.Key switch
        {
            // Without Shift an arrow first lets go of the selection, at its end that the arrow points to.
            Key.Left when !select && !byWord && field.SelectionLength > 0 => field.MoveTo(field.SelectionStart),
            Key.Right when !select && !byWord && field.SelectionLength > 0 => field.MoveTo(field.SelectionStart + field.SelectionLength),
            Key.Left => field.MoveTo(byWord ? Words.Left(text, cursor) : Graphemes.Before(text, cursor), select),
            Key.Right => field.MoveTo(byWord ? Words.Right(text, cursor) : Graphemes.After(text, cursor), select),
            Key.Home => field.MoveTo(0, select),
            Key.End => field.MoveTo(text.Length, select),
            Key.Backspace => byWord ? field.KillTo(Words.Left(text, cursor)) : field.DeleteTo(Graphemes.Before(text, cursor)),
            Key.Delete => byWord ? field.KillTo(Words.Right(text, cursor)) : field.DeleteTo(Graphemes.After(text, cursor)),
            _ => null,
        };
    }
}
