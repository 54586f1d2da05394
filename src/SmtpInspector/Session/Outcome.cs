
namespace SmtpInspector.Session;

/// <summary>How a run ends. The first failure in time decides.</summary>
sealed class Outcome
{
    /// <summary>The exit status so far.</summary>
    public ExitStatus Status { get; private set; }

    /// <summary>One line that explains a status other than 0 and 1; null where there is none.</summary>
    public string? Message { get; private set; }

    /// <summary>Notes a failure, unless there was one before.</summary>
    public void Fail(ExitStatus status, string? message = null)
    {
        if (Status == ExitStatus.AsExpected)
        {
            Status = status;
            Message = message;
        }
    }
}
