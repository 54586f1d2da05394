using System.CommandLine;
using SmtpInspector.Config;
using SmtpInspector.Session;
using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Cli;

/// <summary><c>profiles</c>.</summary>
static class ProfilesVerb
{
    public static Command Create()
    {
        var command = new Command("profiles", "List the servers named in the config file; such a name is a TARGET.");
        command.SetAction((_, _) => Guarded.RunAsync(() => Task.FromResult(Run())));
        return command;
    }

    static ExitStatus Run()
    {
        var profiles = ConfigFile.Profiles();
        if (ConfigFile.Settings().Problems is [var problem, ..])
        {
            throw new UsageException(FormattableString.Invariant($"{ConfigFile.Location}, line {problem.Line}, column {problem.Column}: {problem.Message}"));
        }

        var options = new ConnectionArguments();
        var nothing = CommandLine.Parse([]);
        foreach (var profile in profiles)
        {
            // Whoever looks at the list learns of a wrong value now, not at the next connection.
            _ = options.Read(nothing, profile);
        }

        var names = profiles.Select(profile => profile.Name.Length).DefaultIfEmpty().Max();
        var targets = profiles.Select(profile => profile.Target.Length).DefaultIfEmpty().Max();
        foreach (var profile in profiles)
        {
            var rest = profile.Settings.Where(setting => setting.Key != Profile.TargetKey).Select(setting => $"{setting.Key} {setting.Value.Text}");
            var line = $"{profile.Name.PadRight(names)}  {profile.Target.PadRight(targets)}  {string.Join(", ", rest)}";
            Console.Out.WriteLine(Safe.FromText(line.TrimEnd()));
        }

        if (profiles.Count == 0)
        {
            Guarded.Say(
                $"No profiles yet. {ConfigFile.Location ?? "The config file"} may hold some: a line [work], and under it target = ses:eu-west-1, user = NAME, auth = auto.",
                ExitStatus.AsExpected);
        }

        return ExitStatus.AsExpected;
    }
}
