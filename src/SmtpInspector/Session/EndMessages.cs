using SmtpInspector.Net;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Judgement;

namespace SmtpInspector.Session;

/// <summary>One sentence on why a server hung up.</summary>
static class EndMessages
{
    /// <summary>What the state, the way it ended and the last reply say.</summary>
    public static string Of(SessionState state, WireEnd? how, Entry.Reply? last, OptionNames options)
    {
        var ended = how == WireEnd.Reset ? "The server reset the connection" : "The server closed the connection";
        if (last is { To: null, Value: { Code: 421 or 451 } value } && value.Enhanced is { Subject: 4, Detail: 2 })
        {
            return $"{ended} because the client was idle for too long. Type faster, send NOOP meanwhile, or use {options.Taking(("keepalive", "SECONDS"))}.";
        }

        if (state.Phase == Phase.Closing)
        {
            return $"{ended} after announcing it.";
        }

        return state switch
        {
            { Content: ContentMode.Data } => $"{ended} in the middle of the message: nothing was accepted.",
            { NextToAnswer.Verb: Verb.Connection } => $"{ended} before its greeting. Many servers do that to addresses they distrust, or when they wait for TLS: {options.Set("tls", "implicit")}.",
            { NextToAnswer: { } awaited } => $"{ended} instead of answering {(awaited.Verb == Verb.EndOfData ? "the message" : awaited.Name)}.",
            _ => $"{ended} before the end of the conversation.",
        };
    }
}
