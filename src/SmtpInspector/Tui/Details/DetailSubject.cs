using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Details;

/// <summary>What the detail pane is about.</summary>
/// <param name="Conversation">The whole conversation so far.</param>
/// <param name="Item">The selected item; null where there is none.</param>
/// <param name="KeepSecrets">Whether credentials may be shown.</param>
sealed record DetailSubject(Transcript.Conversation Conversation, TranscriptItem? Item, bool KeepSecrets);
