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
        var reading = ConfigFile.Profiles();
        var problems = reading.Problems.Select(problem => problem.Message).ToList();
        problems.AddRange(ConfigFile.Settings().Problems.Select(problem =>
            FormattableString.Invariant($"{ConfigFile.Location}, line {problem.Line}, column {problem.Column}: {problem.Message}")));

        // Whoever looks at the list learns of a wrong value now, not at the next connection.
        var profiles = reading.Profiles.Where(profile => IsRight(profile, problems)).ToArray();
        Print(profiles);
        if (profiles.Length == 0 && problems.Count == 0)
        {
            Guarded.Say(
                $"No profiles yet. {ConfigFile.Location ?? "The config file"} may hold some: a line [work], and under it target = ses:eu-west-1, user = NAME, auth = auto.",
                ExitStatus.AsExpected);
        }

        foreach (var problem in problems)
        {
            Guarded.Say(problem, ExitStatus.Usage);
        }

        return problems.Count == 0 ? ExitStatus.AsExpected : ExitStatus.Usage;
    }

    static bool IsRight(Profile profile, List<string> problems)
    {
        try
        {
            _ = ConnectionArguments.Read(PlainArguments.Nothing, profile);
            return true;
        }
        catch (UsageException wrong)
        {
            problems.Add(wrong.Message);
            return false;
        }
    }

    static void Print(Profile[] profiles)
    {
        var names = profiles.Select(profile => profile.Name.Length).DefaultIfEmpty().Max();
        var targets = profiles.Select(profile => profile.Target.Length).DefaultIfEmpty().Max();
        foreach (var profile in profiles)
        {
            var rest = profile.Settings.Where(setting => setting.Key != Profile.TargetKey).Select(setting => $"{setting.Key} {setting.Value.Text}");
            var line = $"{profile.Name.PadRight(names)}  {profile.Target.PadRight(targets)}  {string.Join(", ", rest)}";
            Console.Out.WriteLine(Safe.FromText(line.TrimEnd()));
        }
    }
}
