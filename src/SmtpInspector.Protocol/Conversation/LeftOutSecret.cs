namespace SmtpInspector.Protocol.Conversation;

/// <summary>The place of a <c>{secret:NAME}</c> in a line read from a transcript.</summary>
/// <param name="Start">The first octet of the placeholder, from 0.</param>
/// <param name="Length">Its octets.</param>
/// <param name="Name">The NAME in it.</param>
public readonly record struct LeftOutSecret(int Start, int Length, string Name);
