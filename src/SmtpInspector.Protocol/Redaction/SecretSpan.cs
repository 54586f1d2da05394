namespace SmtpInspector.Protocol.Redaction;

/// <summary>Octets of a line that are a credential.</summary>
/// <param name="Start">The first octet, from 0.</param>
/// <param name="Length">How many.</param>
/// <param name="Name">What stands in for it: NAME of <c>{secret:NAME}</c>.</param>
public readonly record struct SecretSpan(int Start, int Length, string Name)
{
    /// <summary>One past the last octet.</summary>
    public int End => Start + Length;

    /// <summary>Adds every place where a text holds a secret.</summary>
    internal static void Find(ReadOnlySpan<byte> text, ReadOnlySpan<byte> secret, string name, List<SecretSpan> found)
    {
        for (var from = 0; from + secret.Length <= text.Length;)
        {
            var at = text[from..].IndexOf(secret);
            if (at < 0)
            {
                return;
            }

            found.Add(new SecretSpan(from + at, secret.Length, name));
            from += at + secret.Length;
        }
    }

    /// <summary>The same octets as spans in order that do not overlap.</summary>
    /// <param name="found">Spans in any order; sorted afterwards.</param>
    internal static SecretSpan[] Merge(List<SecretSpan> found)
    {
        found.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        var merged = new List<SecretSpan>(found.Count);
        foreach (var span in found)
        {
            if (merged.Count > 0 && span.Start < merged[^1].End)
            {
                var last = merged[^1];
                merged[^1] = last with { Length = Math.Max(last.End, span.End) - last.Start };
            }
            else
            {
                merged.Add(span);
            }
        }

        return [.. merged];
    }
}
