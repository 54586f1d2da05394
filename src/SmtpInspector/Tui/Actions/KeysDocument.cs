using System.Text;

namespace SmtpInspector.Tui.Actions;

/// <summary>The page about the keys: every action of the registry under its heading, with its keys where it has some.</summary>
static class KeysDocument
{
    static readonly (Contexts Where, string Name)[] Columns =
    [
        (Contexts.Home, "home"), (Contexts.Line, "in the line"), (Contexts.Panes, "in the panes"), (Contexts.Comparison, "comparing"),
    ];

    static readonly (Contexts Where, string Name)[] ColumnsOnTop =
    [
        (Contexts.Dialog, "in a dialog"), (Contexts.List, "in a list"), (Contexts.Candidates, "among candidates"), (Contexts.History, "in the line"),
        (Contexts.Prompt, "search and filter"), (Contexts.Letter, "letter of a mark"),
    ];

    /// <summary>The page, in Markdown.</summary>
    public static string Render()
    {
        var page = new StringBuilder("""
            # Every key of the full screen

            The same registry of actions makes the row of keys at the bottom, the help (F1), the palette (F2), and this page. The
            palette does everything, also what has no key, and says why something cannot be done now. A key can be changed in the
            settings by the name of its action.

            Whatever is typed in the line is sent exactly: no letter is a command there. Esc leads to the panes and back.

            Help, leaving, suspending and drawing anew work in dialogs, lists and searches too; they have keys of their own besides, which
            stand at the bottom while they are open.


            """);
        foreach (var group in ActionRegistry.All.GroupBy(action => action.Group))
        {
            var isOnTop = group.All(action => (action.Where & Contexts.Anywhere) == 0);
            var columns = (isOnTop ? ColumnsOnTop : Columns).Where(column => group.Any(action => Keys(action, column.Where).Length > 0)).ToList();
            page.Append("## ").Append(group.Key).Append("\n\n| | ").AppendJoin(" | ", columns.Select(column => column.Name)).Append(" | name |\n");
            page.Append("| --- |").Insert(page.Length, " --- |", columns.Count + 1).Append('\n');
            foreach (var action in group)
            {
                page.Append("| ").Append(action.Title).Append(" | ").AppendJoin(" | ", columns.Select(column => Keys(action, column.Where))).Append(" | `").Append(action.Id).Append("` |\n");
            }

            page.Append('\n');
        }

        return page.Append("""
            ## The mouse

            A click gives a pane the keyboard, selects an entry, opens a tab, or does what a key named at the bottom does; a second click on
            an entry opens it. The wheel scrolls what is under it. A border between panes is moved by dragging it. While the
            mouse is ours, Shift leaves it to the terminal, to select text.

            """).ToString();
    }

    // What Markdown would take for markup.
    static string Keys(UserAction action, Contexts where) => string.Join(", ", action.Bindings
        .Where(binding => binding.Where.HasFlag(where))
        .Select(binding => $"<kbd>{Escaped(binding.Key.ToString())}</kbd>")
        .Distinct());

    static string Escaped(string key) => key switch
    {
        "|" => "&#124;",
        "<" => "&lt;",
        ">" => "&gt;",
        "\\" => "&#92;",
        "[" => "&#91;",
        "]" => "&#93;",
        "'" => "&#39;",
        "Ctrl-_" => "Ctrl-&#95;",
        _ => key,
    };
}
