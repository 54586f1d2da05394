using SmtpInspector.Config;
using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Overlays;

namespace SmtpInspector.Tui.Preferences;

/// <summary>The settings: what is chosen shows while it is chosen.</summary>
static class SettingsDialog
{
    const int Save = 0;
    const int Keys = 1;

    /// <summary>Opens it.</summary>
    public static Step Open(Model model)
    {
        var before = model.Settings;
        return model with
        {
            Overlay = new Overlay.Dialog(FormOf(before), (next, form, button) => Answered(next, before, form, button))
            {
                Preview = static (next, form) => Preferring.Apply(next, Read(next.Settings, form)),
            },
        };
    }

    static Form FormOf(Settings settings) => new()
    {
        Title = "Settings",
        Fields = [.. SettingRow.All.Select(row => Field(row, settings))],
        Buttons = ["Keep", "Keys of actions", "Cancel"],
    };

    static FormField Field(SettingRow row, Settings settings)
    {
        var label = row.Name == "ascii" ? "ASCII" : $"{char.ToUpperInvariant(row.Name[0])}{row.Name[1..].Replace('-', ' ')}";
        var value = row.Text(settings);
        return row.Choices.Count == 0
            ? new FormField.TextLine(row.Name, label, TextField.Of(value), row.Meaning, Validate: text => row.With(settings, text.Trim()) is null ? $"It is {row.Hint}." : null)
            : new FormField.Choice(row.Name, label, row.Choices, Math.Max(0, row.Choices.ToList().IndexOf(value)), row.Meaning);
    }

    // What cannot be understood yet, for it is being typed, stays as it was.
    static Settings Read(Settings settings, Form form) =>
        SettingRow.All.Aggregate(settings, (now, row) => row.With(now, Text(form, row)) ?? now);

    static string Text(Form form, SettingRow row) => row.Choices.Count == 0 ? form.TextOf(row.Name).Trim() : row.Choices[form.ChosenOf(row.Name)];

    static Step Answered(Model model, Settings before, Form form, int? button)
    {
        if (button is not (Save or Keys))
        {
            return Preferring.Apply(model, before);
        }

        var after = Read(model.Settings, form);
        // Only what was changed here: what the command line asked for this time is not written for all times.
        KeyValuePair<string, string?>[] changes =
        [
            .. from row in SettingRow.All
               where row.Text(after) != row.Text(before)
               select KeyValuePair.Create(row.Name, row.Text(after) == row.Text(Settings.Usual) ? null : row.Text(after)),
        ];
        var step = Preferring.Apply(model, after);
        step = changes.Length == 0 ? step : step.And(Preferring.Keep(changes));
        return button == Keys ? step.Then(KeysDialog.Open) : step;
    }
}
