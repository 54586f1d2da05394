namespace SmtpInspector.Protocol.Redaction;

/// <summary>A line that holds credentials, for those who speak of it.</summary>
/// <param name="Content">Its octets, without its ending.</param>
/// <param name="Secrets">The credentials in it, in order; at least one.</param>
public sealed record SecretLine(ReadOnlyMemory<byte> Content, IReadOnlyList<SecretSpan> Secrets)
{
    readonly byte[] _small = VisibleText.Small(Content.Span);

    /// <summary>The name of a credential that an occurrence of some octets in the line is a part of, or has a part of; null where none is.</summary>
    internal string? NameOfSecretUnder(ReadOnlySpan<byte> part)
    {
        if (part.IsEmpty)
        {
            return null;
        }

        for (var from = 0; from + part.Length <= _small.Length; from++)
        {
            var at = _small.AsSpan(from).IndexOf(part);
            if (at < 0)
            {
                return null;
            }

            from += at;
            foreach (var secret in Secrets)
            {
                if (secret.Start < from + part.Length && from < secret.End)
                {
                    return secret.Name;
                }
            }
        }

        return null;
    }
}
