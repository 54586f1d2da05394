using SmtpInspector.Net;

namespace SmtpInspector.Tui.Home;

/// <summary>What sentences call the options of a connection on the screen: as the dialog's fields and choices are labelled.</summary>
sealed class FieldNames : OptionNames
{
    FieldNames()
    {
    }

    /// <summary>The names.</summary>
    public static FieldNames Instance { get; } = new();

    public override string Label(string option) => Field(option).Label;

    public override string Of(string option) => option is "tls-min" ? Set(option, "1.3") : option is "tls-max" ? Set(option, "1.2") : $"the option \"{Label(option)}\"";

    public override string Set(string option, string value) => $"the option \"{Label(option)}: {Field(option).Choices.First(choice => choice.Value == value).Name}\"";

    public override string Taking(params (string Option, string What)[] options) => options.Length == 1
        ? Of(options[0].Option) : $"the options {string.Join(" and ", options.Select(static option => $"\"{Field(option.Option).Label}\""))}";

    // One field says which versions of TLS.
    static ConnectField Field(string option) => ConnectFields.All.First(field => field.Id == (option is "tls-min" or "tls-max" ? ConnectFields.Versions : option));
}
