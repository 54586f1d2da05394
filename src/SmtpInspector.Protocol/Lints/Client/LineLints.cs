using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Rules;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Lints.Client;

/// <summary>The line a command stands on: its ending and its length.</summary>
static class LineLints
{
    public static void CheckEnding(WireLine line, ICollection<Finding> findings)
    {
        if (line.Ending == LineEnding.BareLf)
        {
            var length = line.Bytes.Length;
            findings.Add(
                FindingId.CommandBareLf, new Columns(0, length - 1, length), "The line ends in LF alone: every line of SMTP ends in CR and LF.");
        }
    }

    /// <remarks>A command with an initial response is a command like any other here (RFC 4954 §4).</remarks>
    public static void CheckLength(SessionState state, Command command, WireLine line, ICollection<Finding> findings)
    {
        var length = line.Bytes.Length;
        if (length <= SizeLimits.CommandLine)
        {
            return;
        }

        var limit = CommandLineLimit.Of(command.Verb, state);
        if (length > limit)
        {
            findings.Add(
                FindingId.CommandLineTooLong,
                new Columns(0, Math.Min(limit, line.Content.Length), line.Content.Length),
                $"The line has {length} octets; servers need not take more than {limit} here.");
        }
    }
}
