using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Redaction;

namespace SmtpInspector.Tui.Transcript;

/// <summary>An event of a conversation, as a transcript has it.</summary>
/// <param name="Event">What happened.</param>
/// <param name="Secrets">The credentials in its line.</param>
readonly record struct Happened(ConversationEvent Event, IReadOnlyList<SecretSpan> Secrets);
