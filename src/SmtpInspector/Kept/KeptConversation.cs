namespace SmtpInspector.Kept;

/// <summary>A conversation that was kept, as a list tells of it.</summary>
/// <param name="Path">Its transcript.</param>
/// <param name="Peer">The server as the transcript's header names it; empty where it does not.</param>
/// <param name="Tls"><c>implicit</c>, <c>starttls</c> or <c>none</c>; null where the header does not say.</param>
/// <param name="Began">When it began, UTC.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Summary">What was counted; nothing in a file that was not written by this program.</param>
/// <param name="Length">The transcript's octets.</param>
sealed record KeptConversation(
    string Path, string Peer, string? Tls, DateTimeOffset Began, KeptOutcome Outcome, KeptSummary Summary, long Length);
