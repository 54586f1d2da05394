using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Redaction;

namespace SmtpInspector.Session;

/// <summary>An event and what the judge made of it, as every output of the program gets it.</summary>
/// <param name="Event">What happened; null where nothing did and entries that waited come all the same.</param>
/// <param name="Before">The state before it.</param>
/// <param name="After">The state after it.</param>
/// <param name="Secrets">The credentials in its line, in order.</param>
/// <param name="Entries">The entries it completed. Good until the next event.</param>
readonly record struct Observed(
    ConversationEvent? Event,
    SessionState Before,
    SessionState After,
    IReadOnlyList<SecretSpan> Secrets,
    IReadOnlyList<Entry> Entries);
