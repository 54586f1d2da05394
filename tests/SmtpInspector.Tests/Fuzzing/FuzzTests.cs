using System.Globalization;
using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Fuzzing;

/// <summary>
/// Every target with so many inputs of one seed; <c>tests/fuzz</c> runs the same for minutes with another. Seed and size
/// are printed, and an input that fails is given as small as it gets, as a row for <see cref="KeptCases"/>.
/// </summary>
public class FuzzTests
{
    // The same with every run of the tests, so that a failure is the change's and not chance's.
    const int UsualSeed = 20_261_122;

    public static TheoryData<string> Targets => [.. FuzzTargets.All.Select(target => target.Name)];

    [Theory, MemberData(nameof(Targets))]
    public void Nothing_fails(string name)
    {
        var target = FuzzTargets.All.Single(candidate => candidate.Name == name);
        var seed = Setting("SMTP_INSPECTOR_FUZZ_SEED") ?? UsualSeed;
        var seconds = Setting("SMTP_INSPECTOR_FUZZ_SECONDS");

        var outcome = Fuzzer.Run(target, seed, target.Cases, seconds is { } time ? TimeSpan.FromSeconds(time) : null);

        var summary = outcome.Summary(target, seed);
        TestContext.Current.TestOutputHelper!.WriteLine(summary);
        if (Environment.GetEnvironmentVariable("SMTP_INSPECTOR_FUZZ_REPORT") is { Length: > 0 } report)
        {
            File.AppendAllText(report, summary + "\n");
        }

        Assert.True(outcome.Input is null, $"{summary}\nTo keep it, add to KeptCases:\n{(outcome.Input is null ? "" : outcome.Row(target))}\n{outcome.Failure}");
    }

    [Theory, MemberData(nameof(KeptCases.All), MemberType = typeof(KeptCases))]
    public void What_was_found_once_stays_right(string name, string input) =>
        FuzzTargets.All.Single(candidate => candidate.Name == name).Check(Octets.Of(input));

    static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : null;
}
