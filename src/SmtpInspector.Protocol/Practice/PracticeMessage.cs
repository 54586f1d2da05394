using System.Buffers;

namespace SmtpInspector.Protocol.Practice;

/// <summary>A message the practice server accepted.</summary>
/// <param name="Id">The identifier given in the reply; letters, digits and hyphens only.</param>
/// <param name="ReversePath">The sender, without angle brackets; empty for the null reverse-path.</param>
/// <param name="Recipients">The recipients in the order they were given.</param>
/// <param name="UserName">Who had authenticated; null where nobody had.</param>
/// <param name="Content">The octets as received, dot-stuffing undone, without the line of one dot (RFC 5321 §4.5.2).</param>
public sealed record PracticeMessage(
    string Id,
    string ReversePath,
    IReadOnlyList<string> Recipients,
    string? UserName,
    ReadOnlySequence<byte> Content);
