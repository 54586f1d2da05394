using SmtpInspector.Session;

namespace SmtpInspector.Cli;

/// <summary>The end of a run: the exit status, and one line that explains it.</summary>
static class Ending
{
    /// <summary>Says how it ended.</summary>
    /// <param name="talk">The conversation.</param>
    /// <param name="target">The target as it was typed: a profile's name may have been meant.</param>
    public static ExitStatus Of(Talk talk, string? target)
    {
        if (talk.Options.Strict && talk.Conversation.HasErrorFinding)
        {
            talk.Outcome.Fail(ExitStatus.Unexpected);
        }

        if (talk.Outcome.Message is { } message)
        {
            Guarded.Say(message + (talk.Outcome.Status == ExitStatus.NoConnection ? TargetHelp.ProfileMeantBy(target) : ""), talk.Outcome.Status);
        }

        return talk.Outcome.Status;
    }
}
