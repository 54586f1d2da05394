using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Input;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Overlays;

namespace SmtpInspector.Tui.Home;

/// <summary>What keys and the mouse do on the home screen.</summary>
static class HomeUpdate
{
    const int WheelRows = 3;

    /// <summary>The list with the selected entry selected and in sight.</summary>
    public static ListView Arranged(HomePage page, HomeRows rows, ListWindow window)
    {
        var index = rows.IndexOf(page.Selected);
        // The heading above the first entry stays in sight.
        var list = page.List.Arrange(window);
        return (index <= 1 ? list.First(window) : list).Select(window, index);
    }

    /// <summary>A key that is no action: it moves, or is typed.</summary>
    public static Step Handle(Model model, HomePage page, KeyEvent key)
    {
        var isEmpty = page.Query.Text.Length == 0;
        return key switch
        {
            // As in the panes, as long as nothing is typed; a slash begins to find there too.
            _ when isEmpty && key.Is('j') => Move(model, page, new KeyEvent(Key.Down)),
            _ when isEmpty && key.Is('k') => Move(model, page, new KeyEvent(Key.Up)),
            _ when isEmpty && key.Is('/') => model,
            _ when isEmpty && key.Is(':') => Commands.OpenPalette(model),
            _ when isEmpty && key.Is('?') => Commands.OpenHelp(model),
            _ when key.Is('n', KeyModifiers.Ctrl) => Move(model, page, new KeyEvent(Key.Down)),
            _ when key.Is('p', KeyModifiers.Ctrl) => Move(model, page, new KeyEvent(Key.Up)),
            { Key: Key.Up or Key.Down or Key.PageUp or Key.PageDown } => Move(model, page, key),
            { Key: Key.Home or Key.End } when isEmpty => Move(model, page, key),
            _ => EditingKeys.Apply(page.Query, key) is { } query ? Sought(model, page, query) : model,
        };
    }

    /// <summary>A paste is typed, of several lines the first.</summary>
    public static Step Paste(Model model, HomePage page, PasteEvent paste)
    {
        var end = paste.Text.AsSpan().IndexOfAny('\r', '\n');
        return Sought(model, page, page.Query.Insert(end < 0 ? paste.Text : paste.Text[..end]));
    }

    /// <summary>A click selects, a second one opens; the wheel scrolls.</summary>
    public static Step Handle(Model model, HomePage page, MouseEvent mouse)
    {
        var layout = HomeLayout.Of(model.Size);
        var rows = HomeRows.Of(model, page);
        var window = layout.Window(rows);
        var list = Arranged(page, rows, window);
        switch (mouse)
        {
            case { Action: MouseAction.WheelUp or MouseAction.WheelDown } when rows.Count > 0:
                var by = mouse.Action == MouseAction.WheelUp ? -WheelRows : WheelRows;
                return Selected(model, page, rows, list.Scroll(window, by), Math.Sign(by));
            case { Action: MouseAction.Press, Button: MouseButton.Left } when layout.List.Contains(mouse.Column, mouse.Row)
                && list.ItemAt(window, mouse.Row - layout.List.Y) is { } item && rows[item].Entry is { } entry:
                return item == list.Selected ? entry.Open(model) : Selected(model, page, rows, list.Select(window, item), 1);
            default:
                return model;
        }
    }

    /// <summary>The selected entry; null where nothing was found.</summary>
    public static HomeEntry? Selected(Model model) =>
        model.Page is HomePage page && HomeRows.Of(model, page) is { Count: > 0 } rows ? rows[rows.IndexOf(page.Selected)].Entry : null;

    static Step Move(Model model, HomePage page, KeyEvent key)
    {
        var rows = HomeRows.Of(model, page);
        var window = HomeLayout.Of(model.Size).Window(rows);
        var onwards = key.Key is Key.Up or Key.PageUp or Key.End ? -1 : 1;
        return Arranged(page, rows, window).Handle(window, key) is { } list && rows.Count > 0
            ? Selected(model, page, rows, list.Unfollow(), onwards) : model;
    }

    static Step Selected(Model model, HomePage page, HomeRows rows, ListView list, int onwards) =>
        model with { Page = page with { List = list, Selected = rows.Near(list.Selected, onwards)?.Id } };

    // Of what is found the first is selected: Enter takes it.
    static Step Sought(Model model, HomePage page, TextField query) => model with
    {
        Page = query.Text == page.Query.Text ? page with { Query = query } : page with { Query = query, Selected = null, List = ListView.Start },
    };
}
