using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Records;

/// <summary>A block of a record, judged.</summary>
/// <param name="Heard">What is heard in it.</param>
/// <param name="End">The conversation behind it.</param>
sealed record RecordPiece(IReadOnlyList<Heard> Heard, Conversation End);
