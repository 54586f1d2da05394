using SmtpInspector.Protocol.Practice;

namespace SmtpInspector.Cli;

/// <summary>The values of <c>--fault</c>: several options, or several words with commas.</summary>
static class FaultNames
{
    /// <summary>Each <c>NAME[=ARG]</c>, not yet looked up.</summary>
    public static string[] Split(string[]? texts) =>
        texts is null or [] ? [] : [.. texts.SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    /// <summary>The names there are, of any profile.</summary>
    public static IEnumerable<string> All() => PracticeProfiles.All
        .SelectMany(profile => profile.AllFaults)
        .Select(fault => fault.Name)
        .Distinct();
}
