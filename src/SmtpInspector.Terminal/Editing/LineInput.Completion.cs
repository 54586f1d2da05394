using SmtpInspector.Terminal.Input;

namespace SmtpInspector.Terminal.Editing;

/// <remarks>Here: Tab, the list of candidates, and what is offered behind the text.</remarks>
public sealed partial record LineInput
{
    /// <summary>The same with a candidate of the open list in the line, and the list closed.</summary>
    public LineInput Pick(int index) => Menu is { } menu
        ? Edited(menu.Before.Replace(menu.Set.Start, menu.Before.Cursor - menu.Set.Start, menu.Set.Candidates[index].Text)).Input : this;

    /// <summary>The same with the open list scrolled, or, with null, closed; the line stays.</summary>
    public LineInput WithMenu(CompletionMenu? menu) => this with { Menu = menu };

    LineOutcome? CompletionKeys(KeyEvent key)
    {
        if (Ghost.Length > 0 && (key.Is(Key.Right) || key.Is(Key.End) || key.Is('f', KeyModifiers.Ctrl) || key.Is('e', KeyModifiers.Ctrl)))
        {
            return Edited(Field.Insert(Ghost));
        }

        return key.Is(Key.Tab) && Completer is not null && !Field.IsMasked ? Complete() : null;
    }

    /// <summary>Goes as far as is certain, and opens the list where there is a choice.</summary>
    LineOutcome Complete()
    {
        var set = Completer!(Field.Text, Field.Cursor);
        var typed = Field.Cursor - set.Start;
        if (set.Candidates.Count == 1)
        {
            return Edited(Field.Replace(set.Start, typed, set.Candidates[0].Text));
        }

        if (set.Candidates.Count == 0)
        {
            return new LineOutcome(this, LineAction.Edited);
        }

        var prefix = set.CommonPrefix;
        var field = prefix.Length > typed ? Field.Replace(set.Start, typed, prefix) : Field;
        return new LineOutcome(
            Edited(field).Input with { Menu = new CompletionMenu(set, -1, field), Ghost = "" }, LineAction.Edited);
    }

    /// <summary>Null when the key is not for the list; the list then closes, and the chosen candidate stays.</summary>
    LineOutcome? HandleInMenu(KeyEvent key)
    {
        var menu = Menu!;
        if (key.Is(Key.Tab) || key.Is(Key.Down) || key.Is('n', KeyModifiers.Ctrl))
        {
            return Choose(menu.Selected + 1);
        }

        if (key.Is(Key.Tab, KeyModifiers.Shift) || key.Is(Key.Up) || key.Is('p', KeyModifiers.Ctrl))
        {
            return Choose(menu.Selected < 0 ? menu.Set.Candidates.Count - 1 : menu.Selected - 1);
        }

        return key.Is(Key.Escape) ? Edited(menu.Before) : null;
    }

    /// <summary>Behind the last candidate, and before the first, comes what was typed.</summary>
    LineOutcome Choose(int index)
    {
        var menu = Menu!;
        if (index < 0 || index >= menu.Set.Candidates.Count)
        {
            return new LineOutcome(this with { Field = menu.Before, Menu = menu with { Selected = -1, Top = null } }, LineAction.Edited);
        }

        var field = menu.Before.Replace(menu.Set.Start, menu.Before.Cursor - menu.Set.Start, menu.Set.Candidates[index].Text);
        return new LineOutcome(this with { Field = field, Menu = menu with { Selected = index, Top = null }, Ghost = "" }, LineAction.Edited);
    }
}
