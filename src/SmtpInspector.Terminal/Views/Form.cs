using System.Collections.Immutable;
using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Input;
using SmtpInspector.Terminal.Styling;

namespace SmtpInspector.Terminal.Views;

/// <summary>
/// A dialog: a text, fields to fill in, and buttons. A value. Tab and the arrows go from field to field, Enter presses the first button or the
/// one that has the keyboard, Esc closes.
/// </summary>
public sealed partial record Form
{
    /// <summary>What stands in its frame.</summary>
    public required string Title { get; init; }

    /// <summary>What stands above the fields; broken to fit.</summary>
    public IReadOnlyList<StyledLine> Text { get; init; } = [];

    /// <summary>The fields.</summary>
    public ImmutableList<FormField> Fields { get; init; } = [];

    /// <summary>The buttons; the first is the one that Enter presses from a field.</summary>
    public required IReadOnlyList<string> Buttons { get; init; }

    /// <summary>What has the keyboard: an index of the fields, and behind them of the buttons.</summary>
    public int Focus { get; init; }

    /// <summary>True once a button was pressed in vain: from then on it is said what is wrong with each field.</summary>
    public bool ShowsErrors { get; private init; }

    /// <summary>Whether no more than a choice is asked for, and so letters may be keys of the owner.</summary>
    public bool IsQuestion => Fields.Count == 0;

    /// <summary>The button that Enter presses now.</summary>
    public string EnterPresses => Buttons[Math.Max(0, Focus - Fields.Count)];

    /// <summary>The <see cref="FormField.TextLine"/> that has the keyboard; null when none has.</summary>
    public FormField.TextLine? FocusedLine => Focus < Fields.Count ? Fields[Focus] as FormField.TextLine : null;

    /// <summary>The text of a <see cref="FormField.TextLine"/>.</summary>
    public string TextOf(string id) => Field<FormField.TextLine>(id).Value.Text;

    /// <summary>Whether a <see cref="FormField.Toggle"/> is set.</summary>
    public bool IsChecked(string id) => Field<FormField.Toggle>(id).Value;

    /// <summary>The index chosen of a <see cref="FormField.Choice"/>.</summary>
    public int ChosenOf(string id) => Field<FormField.Choice>(id).Chosen;

    /// <summary>With a field in place of the one of the same name.</summary>
    public Form With(FormField field) => this with { Fields = Fields.SetItem(Fields.FindIndex(other => other.Id == field.Id), field) };

    /// <summary>Takes a key.</summary>
    public FormOutcome Handle(KeyEvent key) => key switch
    {
        { Key: Key.Escape } => default,
        _ when key.Is('c', KeyModifiers.Ctrl) => default,
        _ when key.Is(Key.Tab) || key.Is(Key.Down) => new(Move(1)),
        _ when key.Is(Key.Tab, KeyModifiers.Shift) || key.Is(Key.Up) => new(Move(-1)),
        _ when key.Is(Key.Enter) || key.Is('j', KeyModifiers.Ctrl) => Press(Math.Max(0, Focus - Fields.Count)),
        _ when Focus >= Fields.Count => HandleOnButton(key),
        _ => new(Changed(Fields[Focus], key) is { } field ? this with { Fields = Fields.SetItem(Focus, field) } : this),
    };

    /// <summary>Takes a paste: into the field that has the keyboard, of several lines the first.</summary>
    public Form Handle(PasteEvent paste)
    {
        if (Focus >= Fields.Count || Fields[Focus] is not FormField.TextLine line)
        {
            return this;
        }

        var text = paste.Text;
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        return this with { Fields = Fields.SetItem(Focus, line with { Value = line.Value.Insert(end < 0 ? text : text[..end]) }) };
    }

    /// <summary>Takes a click.</summary>
    /// <param name="mouse">The event, by the columns and rows of <paramref name="layout"/>.</param>
    /// <param name="layout">As it was drawn.</param>
    public FormOutcome Handle(MouseEvent mouse, FormLayout layout)
    {
        if (mouse is not { Action: MouseAction.Press, Button: MouseButton.Left })
        {
            return new(this);
        }

        for (var i = 0; i < layout.Places.Count; i++)
        {
            if (layout.Places[i].Contains(mouse.Column, mouse.Row))
            {
                return Click(i, mouse.Column - layout.Places[i].X, layout);
            }
        }

        return new(this);
    }

    FormOutcome Click(int index, int column, FormLayout layout)
    {
        var focused = this with { Focus = index };
        if (index >= Fields.Count)
        {
            return focused.Press(index - Fields.Count);
        }

        return new(Fields[index] switch
        {
            FormField.Toggle toggle => focused.With(toggle with { Value = !toggle.Value }),
            FormField.Choice choice => focused.With(choice with { Chosen = (choice.Chosen + 1) % choice.Options.Count }),
            FormField.TextLine line => focused.With(line with
            {
                Value = line.Value.MoveTo(FieldLayout.IndexAt(line.Value, column, layout.Places[index].Width, layout.CellWidth)),
            }),
            _ => focused,
        });
    }

    FormOutcome HandleOnButton(KeyEvent key) => key switch
    {
        _ when key.Is(Key.Left) => new(Move(-1)),
        _ when key.Is(Key.Right) => new(Move(1)),
        _ when key.Is(' ') => Press(Focus - Fields.Count),
        _ => new(this),
    };

    FormOutcome Press(int button)
    {
        // Only the first button is the one that goes on with what was filled in; the others leave it at that.
        var wrong = button == 0 ? Fields.FindIndex(field => field.Error is not null) : -1;
        return wrong < 0 ? new FormOutcome(this, button) : new FormOutcome(this with { Focus = wrong, ShowsErrors = true });
    }

    Form Move(int by)
    {
        var all = Fields.Count + Buttons.Count;
        return this with { Focus = (Focus + by + all) % all };
    }

    static FormField? Changed(FormField field, KeyEvent key) => field switch
    {
        FormField.TextLine line => EditingKeys.Apply(line.Value, key) is { } value ? line with { Value = value } : null,
        FormField.Toggle toggle when key.Is(' ') => toggle with { Value = !toggle.Value },
        FormField.Choice choice when key.Is(Key.Right) || key.Is(' ') => choice with { Chosen = (choice.Chosen + 1) % choice.Options.Count },
        FormField.Choice choice when key.Is(Key.Left) => choice with { Chosen = (choice.Chosen + choice.Options.Count - 1) % choice.Options.Count },
        _ => null,
    };

    T Field<T>(string id)
        where T : FormField => (T)Fields[Fields.FindIndex(field => field.Id == id)];
}
