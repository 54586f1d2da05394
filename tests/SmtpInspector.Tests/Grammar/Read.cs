using System.Text;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Tests.Grammar;

/// <summary>Reads command lines written as text.</summary>
static class Read
{
    public static Command Command(string line) => Command(Encoding.UTF8.GetBytes(line), out _);

    public static T Command<T>(string line) where T : Command => Assert.IsType<T>(Command(line));

    public static Command Command(byte[] line, out List<Finding> findings)
    {
        findings = [];
        return CommandParser.Parse(line, findings);
    }

    public static List<Finding> Findings(string line)
    {
        Command(Encoding.UTF8.GetBytes(line), out var findings);
        return findings;
    }

    /// <summary>The findings as "rule severity start-end", one after the other.</summary>
    public static string Summary(string line) => string.Join(", ", Findings(line).ConvertAll(found =>
        $"{found.Rule} {found.Severity.ToString().ToLowerInvariant()} {found.Where?.Start}-{found.Where?.End}"));
}
