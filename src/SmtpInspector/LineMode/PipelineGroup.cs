using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.LineMode;

/// <summary>What may be sent together where the server offers PIPELINING (RFC 2920 §3.1).</summary>
static class PipelineGroup
{
    /// <summary>
    /// A group is cut there: the replies to it must fit into the buffers of both sides, or both would wait for each other.
    /// </summary>
    public const int MostOctets = 4096;

    /// <summary>Whether a line may begin a group now.</summary>
    public static bool MayBegin(SessionState state, ReadOnlySpan<byte> line) =>
        state.Content == ContentMode.None
        && !state.AwaitsAuthAnswer
        && (state.Offers?.Has("PIPELINING") ?? false)
        && MayBeFollowed(line);

    /// <summary>Whether another command may follow this one within the group.</summary>
    public static bool MayBeFollowed(ReadOnlySpan<byte> line) => Verbs.Of(line) is Verb.Mail or Verb.Rcpt or Verb.Rset;

    /// <summary>Whether a line may stand in a group behind another, be it as its last.</summary>
    public static bool MayJoin(ReadOnlySpan<byte> line) =>
        Verbs.Of(line) is not (Verb.Unknown or Verb.Auth or Verb.StartTls or Verb.Bdat or Verb.Burl or Verb.XClient);
}
