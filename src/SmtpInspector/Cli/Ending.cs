using SmtpInspector.Session;

namespace SmtpInspector.Cli;

/// <summary>The end of a run: the exit status, and one line that explains it.</summary>
static class Ending
{
    public static ExitStatus Of(Talk talk)
    {
        if (talk.Options.Strict && talk.Conversation.HasErrorFinding)
        {
            talk.Outcome.Fail(ExitStatus.Unexpected);
        }

        if (talk.Outcome.Message is { } message)
        {
            Guarded.Say(message, talk.Outcome.Status);
        }

        return talk.Outcome.Status;
    }
}
