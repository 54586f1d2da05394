using SmtpInspector.Config;
using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Views;

namespace SmtpInspector.Tui.Home;

/// <summary>How a field of the connect dialog is filled in.</summary>
enum ConnectFieldKind
{
    Text,
    Path,
    Secret,
    Toggle,
    Choice,
}

/// <summary>A field of the connect dialog: one option of <c>connect</c>.</summary>
/// <param name="Id">The option's name without hyphens, or what stands for it here.</param>
/// <param name="Label">What stands before it.</param>
/// <param name="Hint">What is said about it.</param>
sealed record ConnectField(string Id, string Label, string Hint)
{
    /// <summary>What a toggle that is set has for its value.</summary>
    public const string On = "on";

    /// <summary>How it is filled in.</summary>
    public ConnectFieldKind Kind { get; init; }

    /// <summary>Whether it stands there before more options are asked for.</summary>
    public bool IsFirst { get; init; }

    /// <summary>What is shown while nothing is typed.</summary>
    public string Placeholder { get; init; } = "";

    /// <summary>What can be chosen: the value, what it is called, and what it means.</summary>
    public IReadOnlyList<(string Value, string Name, string Meaning)> Choices { get; init; } = [];

    /// <summary>Says what is wrong with a text, among the other values; null for nothing.</summary>
    public Func<string, ConnectForm, IReadOnlyList<Profile>, string?>? Wrong { get; init; }

    /// <summary>The field with its value filled in.</summary>
    public FormField Fill(ConnectForm values, IReadOnlyList<Profile> profiles)
    {
        var value = values[Id];
        switch (Kind)
        {
            case ConnectFieldKind.Toggle:
                return new FormField.Toggle(Id, Label, value == On, Hint);
            case ConnectFieldKind.Choice:
                var chosen = Math.Max(0, Choices.ToList().FindIndex(choice => choice.Value.Equals(value, StringComparison.OrdinalIgnoreCase)));
                return new FormField.Choice(Id, Label, [.. Choices.Select(choice => choice.Name)], chosen, Choices[chosen].Meaning);
            default:
                return new FormField.TextLine(
                    Id, Label, TextField.Of(value, masked: Kind == ConnectFieldKind.Secret), Hint, Placeholder,
                    Wrong is null ? null : text => Wrong(text, values, profiles))
                {
                    IsPath = Kind == ConnectFieldKind.Path,
                };
        }
    }

    /// <summary>The value of the field as it was filled in.</summary>
    public string Read(Form form) => Kind switch
    {
        ConnectFieldKind.Toggle => form.IsChecked(Id) ? On : "",
        ConnectFieldKind.Choice => Choices[form.ChosenOf(Id)].Value,
        _ => form.TextOf(Id),
    };
}
