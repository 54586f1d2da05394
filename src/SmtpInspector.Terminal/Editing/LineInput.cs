using SmtpInspector.Terminal.Input;

namespace SmtpInspector.Terminal.Editing;

/// <summary>A line that is being entered, with history and completion. A value: every key gives another one.</summary>
public sealed partial record LineInput
{
    /// <summary>An empty line without history.</summary>
    public static LineInput Empty { get; } = new();

    /// <summary>The text and the cursor.</summary>
    public TextField Field { get; init; } = TextField.Empty;

    /// <summary>Lines entered before.</summary>
    public History History { get; init; } = History.Empty;

    /// <summary>
    /// Says what could be typed, from the text and the cursor's place in it. Pure; asked after every change, with the cursor at the end.
    /// </summary>
    public Func<string, int, CompletionSet>? Completer { get; init; }

    /// <summary>The list of candidates, while it is open.</summary>
    public CompletionMenu? Menu { get; private init; }

    /// <summary>The search through the history, while it goes on.</summary>
    public HistorySearch? Search { get; private init; }

    /// <summary>What the completer offers to follow the text: to be drawn behind it, taken by Right or End.</summary>
    public string Ghost { get; private init; } = "";

    HistoryBrowse? Browse { get; init; }

    /// <summary>The same with an empty field that shows bullets and is not kept: for a secret.</summary>
    public LineInput AskForSecret() => Cleared() with { Field = TextField.Of("", masked: true) };

    /// <summary>The same with an empty, ordinary field.</summary>
    public LineInput Cleared() => this with { Field = TextField.Empty with { }, Menu = null, Search = null, Browse = null, Ghost = "" };

    /// <summary>The same with another text, the cursor at its end.</summary>
    public LineInput WithText(string text) => Edited(Field.Replace(text)).Input;

    /// <summary>Takes a key.</summary>
    public LineOutcome Handle(KeyEvent key)
    {
        if (Search is not null && HandleInSearch(key) is { } searched)
        {
            return searched;
        }

        if (Menu is not null && HandleInMenu(key) is { } chosen)
        {
            return chosen;
        }

        return Control(key) ?? HistoryKeys(key) ?? CompletionKeys(key)
            ?? (EditingKeys.Apply(Field, key) is { } field ? Edited(field) : new LineOutcome(this, LineAction.Unhandled));
    }

    /// <summary>Takes a paste: one line goes in as it is, of several the owner is told.</summary>
    public LineOutcome Handle(PasteEvent paste) => paste.Text is var text && text.AsSpan().ContainsAny('\r', '\n')
        ? new LineOutcome(this, LineAction.PastedLines, text) : Edited(Field.Insert(text));

    LineOutcome? Control(KeyEvent key)
    {
        if (key.Is(Key.Enter) || key.Is('j', KeyModifiers.Ctrl))
        {
            var accepted = Cleared();
            return new LineOutcome(
                Field.IsMasked ? accepted : accepted with { History = History.Add(Field.Text) }, LineAction.Accepted, Field.Text);
        }

        return key switch
        {
            _ when key.Is('c', KeyModifiers.Ctrl) => new LineOutcome(this, LineAction.Interrupt),
            _ when key.Is('z', KeyModifiers.Ctrl) => new LineOutcome(this, LineAction.Suspend),
            _ when key.Is('l', KeyModifiers.Ctrl) => new LineOutcome(this, LineAction.Redraw),
            _ when key.Is('d', KeyModifiers.Ctrl) && Field.Text.Length == 0 => new LineOutcome(this, LineAction.EndOfInput),
            _ when key.Is(Key.Escape) => new LineOutcome(this, LineAction.Escape),
            _ => null,
        };
    }

    /// <summary>The line after an edit: what was browsed or chosen is now the text.</summary>
    LineOutcome Edited(TextField field)
    {
        var atEnd = field.Cursor == field.Text.Length && field.SelectionLength == 0;
        var ghost = "";
        if (Completer is { } completer && atEnd && field.Text.Length > 0 && !field.IsMasked)
        {
            var set = completer(field.Text, field.Cursor);
            ghost = set.Remainder(field.Text[set.Start..field.Cursor]);
        }

        return new LineOutcome(this with { Field = field, Menu = null, Search = null, Browse = null, Ghost = ghost }, LineAction.Edited);
    }
}
