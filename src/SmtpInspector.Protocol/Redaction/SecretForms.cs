using System.Text;

namespace SmtpInspector.Protocol.Redaction;

/// <summary>The forms in which a peer or a program may write a secret without hiding it.</summary>
static class SecretForms
{
    // Fewer characters of base64 stand in many a word.
    const int ShortestPart = 8;

    /// <summary>Base64 in both alphabets, alone and as part of something longer; hex; percent.</summary>
    public static IReadOnlyList<string> Of(ReadOnlySpan<byte> secret)
    {
        var forms = new List<string>
        {
            Convert.ToBase64String(secret),
            Convert.ToHexString(secret),
            Convert.ToHexStringLower(secret),
            Percent(secret, everything: false),
            Percent(secret, everything: true),
        };
        forms.Add(Percent(secret, everything: true).ToLowerInvariant());
        for (var before = 0; before < 3; before++)
        {
            var part = PartOfBase64(secret, before);
            if (part.Length >= ShortestPart)
            {
                forms.Add(part);
            }
        }

        // RFC 4648 §5: the alphabet for URLs.
        for (var i = forms.Count - 1; i >= 0; i--)
        {
            if (forms[i].AsSpan().ContainsAny("+/"))
            {
                forms.Add(forms[i].Replace('+', '-').Replace('/', '_').TrimEnd('='));
            }
        }

        return forms;
    }

    // The characters that the secret alone decides when so many octets, of any three, stand before it.
    static string PartOfBase64(ReadOnlySpan<byte> secret, int before)
    {
        var padded = new byte[before + secret.Length];
        secret.CopyTo(padded.AsSpan(before));
        var first = ((before * 8) + 5) / 6;
        return Convert.ToBase64String(padded)[first..(padded.Length * 8 / 6)];
    }

    // RFC 3986 §2.1: what is not unreserved, or everything.
    static string Percent(ReadOnlySpan<byte> secret, bool everything)
    {
        var text = new StringBuilder();
        foreach (var octet in secret)
        {
            var stays = !everything && (char.IsAsciiLetterOrDigit((char)octet) || octet is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~');
            _ = stays ? text.Append((char)octet) : text.Append('%').Append(Convert.ToHexString([octet]));
        }

        return text.ToString();
    }
}
