using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Rules;

namespace SmtpInspector.Protocol.Lints.Client;

/// <summary>How long a command line may be here, CRLF included (RFC 5321 §4.5.3.1.4).</summary>
static class CommandLineLimit
{
    /// <summary>The limit for a command, with the increments of what was offered; with all where that is unknown.</summary>
    public static int Of(Verb verb, SessionState state)
    {
        var limit = SizeLimits.CommandLine;
        foreach (var increment in SizeLimits.Increments)
        {
            if (increment.Verb == verb && Offered.Has(state, increment.Extension) is not false)
            {
                limit += increment.Octets;
            }
        }

        return limit;
    }
}
