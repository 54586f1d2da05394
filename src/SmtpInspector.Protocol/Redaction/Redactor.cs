using System.Buffers;
using System.Text;
using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Redaction;

/// <summary>
/// Writes a line without its credentials. Runs where bytes leave the process (screen, file, export, clipboard),
/// never where they are read.
/// </summary>
public static class Redactor
{
    /// <summary>The placeholder of a credential that was left out.</summary>
    public static string Placeholder(string name) => $"{{secret:{name}}}";

    /// <summary>The octets with each credential replaced by its placeholder; the same memory where there is none.</summary>
    /// <param name="bytes">The line.</param>
    /// <param name="secrets">Its credentials, in order, not overlapping.</param>
    public static ReadOnlyMemory<byte> Redact(ReadOnlyMemory<byte> bytes, IReadOnlyList<SecretSpan> secrets)
    {
        if (secrets.Count == 0)
        {
            return bytes;
        }

        var result = new ArrayBufferWriter<byte>(bytes.Length + 32);
        var position = 0;
        foreach (var secret in secrets)
        {
            result.Write(bytes.Span[position..secret.Start]);
            result.Write(Encoding.UTF8.GetBytes(Placeholder(secret.Name)));
            position = secret.End;
        }

        result.Write(bytes.Span[position..]);
        return result.WrittenMemory;
    }

    /// <summary>The reply with each credential replaced by its placeholder; the same where there is none.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="secrets">Its credentials, by line; empty where it has none.</param>
    public static Reply Redact(Reply reply, IReadOnlyList<IReadOnlyList<SecretSpan>> secrets) => secrets.Count == 0 ? reply : reply with
    {
        Lines = [.. reply.Lines.Select((line, i) => secrets[i].Count == 0 ? line : ReplyLine.Parse(line.Wire with { Bytes = Redact(line.Wire.Bytes, secrets[i]) }))],
    };
}
