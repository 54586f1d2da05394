using System.CommandLine.Completions;
using SmtpInspector.Config;
using SmtpInspector.Net;
using SmtpInspector.Protocol.Practice;

namespace SmtpInspector.Cli;

/// <summary>How a target is written.</summary>
static class TargetHelp
{
    public const string Text = "HOST, HOST:PORT, [V6]:PORT, ses:REGION[:PORT], gmail[:587], practice[:PROFILE[+FAULT...]], unix:PATH, or a profile's name";

    static readonly string[] Known =
    [
        "practice", "gmail", "gmail:587", "ses:us-east-1", "ses:us-east-2", "ses:us-west-2", "ses:eu-west-1", "ses:eu-central-1",
        "ses:ap-southeast-1", "ses:ap-northeast-1", "unix:",
    ];

    public static IEnumerable<CompletionItem> Complete(CompletionContext context) =>
        Known.Concat(PracticeProfiles.Names.Select(name => $"practice:{name}")).Concat(WithFaults(context.WordToComplete)).Concat(ProfileNames())
            .Where(known => known.StartsWith(context.WordToComplete, StringComparison.OrdinalIgnoreCase))
            .Select(known => new CompletionItem(known));

    /// <summary>A question about the profile whose name is near to what was typed; empty where none is.</summary>
    public static string ProfileMeantBy(string? typed) =>
        typed is null || typed.AsSpan().ContainsAny(":/[") ? "" : UsageErrors.DidYouMean(typed, ProfileNames(), "the profile ");

    // Behind a plus sign of practice:PROFILE+FAULT, each fault of that profile.
    static IEnumerable<string> WithFaults(string word) =>
        word.LastIndexOf('+') is > 0 and var plus && Target.TryParse(word[..plus], out var target, out _) && target is Target.Practice practice
            ? (PracticeProfiles.Find(practice.Profile)?.AllFaults ?? []).Select(fault => $"{word[..plus]}+{fault.Name}")
            : [];

    static IEnumerable<string> ProfileNames()
    {
        try
        {
            return ConfigFile.Profiles().Profiles.Select(profile => profile.Name);
        }
        catch (ConfigException)
        {
            // Whoever is completing a word is not to be told of a mistake in a file; profiles and connect tell.
            return [];
        }
    }
}
