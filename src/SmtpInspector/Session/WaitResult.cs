namespace SmtpInspector.Session;

/// <summary>How waiting for replies ended.</summary>
enum WaitResult
{
    /// <summary>Everything awaited was answered.</summary>
    Answered,

    /// <summary>The time was up.</summary>
    TimedOut,

    /// <summary>The connection ended, or was ended.</summary>
    Ended,

    /// <summary>The user stopped waiting; what was sent stays unanswered.</summary>
    Interrupted,
}
