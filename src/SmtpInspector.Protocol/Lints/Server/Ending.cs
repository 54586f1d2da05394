using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Lints.Server;

/// <summary>What came directly before the end of a connection.</summary>
/// <param name="LastWord">The reply that <see cref="ServerLints.CheckLastWord"/> was told was the server's last; else null.</param>
/// <param name="Silence">How long nothing had gone over the wire; null where unknown.</param>
/// <param name="Failure">Why the conversation could not go on, where that was said; else null.</param>
/// <param name="BreaksOff">Whether it ended within the reply to a command.</param>
public readonly record struct Ending(Reply? LastWord = null, TimeSpan? Silence = null, FailureKind? Failure = null, bool BreaksOff = false);
