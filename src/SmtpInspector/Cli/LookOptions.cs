using System.CommandLine;
using SmtpInspector.Config;
using SmtpInspector.Session;

namespace SmtpInspector.Cli;

/// <summary>How the full screen looks this time, whatever the config file says.</summary>
static class LookOptions
{
    static readonly CliOption Theme = CliOption.Text("--theme", "NAME", "The colours of the full screen: auto, dark, light and more.", static () => Choices("theme"));
    static readonly CliOption Ascii = CliOption.Flag("--ascii", "Draw the full screen with ASCII alone.");
    static readonly CliOption Ambiguous = CliOption.Text("--ambiguous", "1|2", "The cells of a character that East Asian terminals draw wide.", static () => Choices("ambiguous-width"));

    /// <summary>The options, in the order of the help.</summary>
    public static CliOption[] All { get; } = [Theme, Ascii, Ambiguous];

    /// <summary>Adds them to a command that opens the full screen.</summary>
    public static void AddTo(Command command) => Array.ForEach(All, option => command.Options.Add(option.ToSymbol()));

    /// <summary>What the command line says, over what the file says.</summary>
    /// <exception cref="UsageException">A value is wrong; the message says how to get it right.</exception>
    public static Func<Settings, Settings> Read(IGiven given)
    {
        Settings Over(Settings settings)
        {
            var over = With(With(settings, "theme", given, Theme), "ambiguous-width", given, Ambiguous);
            return given.Has(Ascii) ? over with { Ascii = true } : over;
        }

        // A mistake is said before the screen is opened.
        _ = Over(Settings.Usual);
        return Over;
    }

    static Settings With(Settings settings, string name, IGiven given, CliOption option)
    {
        var row = SettingRow.Find(name)!;
        return given.Text(option) is not { } text ? settings : row.With(settings, text) ?? throw new UsageException($"{option.Name} {text}: it is {row.Hint}.");
    }

    static IReadOnlyList<string> Choices(string name) => SettingRow.Find(name)!.Choices;
}
