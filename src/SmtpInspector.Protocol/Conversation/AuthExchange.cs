namespace SmtpInspector.Protocol.Conversation;

/// <summary>A running AUTH exchange (RFC 4954 §4).</summary>
/// <param name="Mechanism">The mechanism's name in upper case, as the client gave it.</param>
/// <param name="HadInitialResponse">Whether the AUTH line carried an initial response, an empty one (<c>=</c>) included.</param>
/// <param name="Answers">How many challenges the client has answered so far.</param>
public sealed record AuthExchange(string Mechanism, bool HadInitialResponse, int Answers);
