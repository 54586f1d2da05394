using SmtpInspector.Protocol.Practice;

namespace SmtpInspector.Net.Practice;

/// <summary>A message the practice server has, and when it came.</summary>
/// <param name="At">When it was accepted.</param>
/// <param name="Message">Envelope and content.</param>
public sealed record ReceivedMessage(DateTimeOffset At, PracticeMessage Message)
{
    /// <summary>The subject as it stands in the header, unfolded and still encoded; empty where there is none.</summary>
    public string Subject { get; } = MessageSubject.Of(Message.Content);
}
