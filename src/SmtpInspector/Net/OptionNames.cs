namespace SmtpInspector.Net;

/// <summary>
/// What sentences call the options of a connection. A sentence that advises one knows the option, not how the user sets it: on the
/// command line it has hyphens, on the full screen it is a field of a dialog. Options are named as on the command line, without hyphens.
/// </summary>
abstract class OptionNames
{
    /// <summary>As the command line has them: <c>--tls implicit</c>.</summary>
    public static OptionNames CommandLine { get; } = new Hyphens();

    /// <summary>What stands at the beginning of a sentence about a value: <c>--ca</c>.</summary>
    public abstract string Label(string option);

    /// <summary>The option within a sentence: <c>--ca</c>.</summary>
    public abstract string Of(string option);

    /// <summary>The option with one of its values: <c>--tls implicit</c>.</summary>
    public abstract string Set(string option, string value);

    /// <summary>Options that take something of the user's, by what they take: <c>--cert FILE --key FILE</c>.</summary>
    public abstract string Taking(params (string Option, string What)[] options);

    sealed class Hyphens : OptionNames
    {
        public override string Label(string option) => $"--{option}";

        public override string Of(string option) => $"--{option}";

        public override string Set(string option, string value) => $"--{option} {value}";

        public override string Taking(params (string Option, string What)[] options) =>
            string.Join(' ', options.Select(static option => $"--{option.Option} {option.What}"));
    }
}
