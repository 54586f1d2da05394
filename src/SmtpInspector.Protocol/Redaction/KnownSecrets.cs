using System.Text;

namespace SmtpInspector.Protocol.Redaction;

/// <summary>
/// The credentials this conversation has seen, so that their echo in a reply, or the same secret typed where no
/// credential belongs, is recognised too.
/// </summary>
public sealed class KnownSecrets
{
    // A shorter one would blot out half of every reply that happens to contain it.
    const int Shortest = 4;

    // A peer can make the client answer challenges without end; the oldest are forgotten.
    const int Most = 256;

    // Never changed, only replaced, so that a copy costs nothing.
    (byte[] Bytes, string Name)[] _known = [];

    /// <summary>Whether nothing is known yet.</summary>
    public bool IsEmpty => _known.Length == 0;

    /// <summary>The same, to be added to without changing these.</summary>
    public KnownSecrets Copy() => new() { _known = _known };

    /// <summary>Remembers a secret in the form it was given, and in those a peer may echo it in: base64, hex, percent.</summary>
    public void Add(ReadOnlySpan<byte> secret, string name)
    {
        AddExactly(secret, name);
        if (secret.Length < Shortest)
        {
            return;
        }

        foreach (var form in SecretForms.Of(secret))
        {
            AddExactly(Encoding.ASCII.GetBytes(form), name);
        }
    }

    /// <summary>Remembers what the client sent in an AUTH exchange, and the secrets inside it.</summary>
    /// <param name="payload">The base64 text as sent.</param>
    /// <param name="name">Which credential it is.</param>
    public void AddPayload(ReadOnlySpan<byte> payload, string name)
    {
        AddExactly(payload, name);
        var decoded = Base64Payload.Decode(payload);
        if (decoded is null)
        {
            return;
        }

        switch (name)
        {
            case "login-user":
                // The name is often the sender's address: it stays readable outside the exchange.
                return;
            case "plain":
                // RFC 4616 §2: [authzid] NUL authcid NUL passwd. Only the last is secret.
                Add(TrimNewline(decoded.AsSpan()[(decoded.AsSpan().LastIndexOf((byte)0) + 1)..]), name);
                return;
            case "xoauth2" or "token":
                AddBearerToken(decoded, name);
                return;
            default:
                Add(TrimNewline(decoded), name);
                return;
        }
    }

    /// <summary>Adds every occurrence of a known secret in <paramref name="text"/> to <paramref name="found"/>.</summary>
    public void FindIn(ReadOnlySpan<byte> text, List<SecretSpan> found)
    {
        foreach (var (bytes, name) in _known)
        {
            for (var from = 0; from + bytes.Length <= text.Length;)
            {
                var at = text[from..].IndexOf(bytes);
                if (at < 0)
                {
                    break;
                }

                found.Add(new SecretSpan(from + at, bytes.Length, name));
                from += at + bytes.Length;
            }
        }
    }

    void AddBearerToken(byte[] decoded, string name)
    {
        // RFC 7628 §3.1: key=value pairs between 0x01; the token follows "auth=Bearer ".
        var text = decoded.AsSpan();
        var marker = text.IndexOf("Bearer "u8);
        if (marker >= 0)
        {
            var token = text[(marker + 7)..];
            var end = token.IndexOf((byte)1);
            Add(end < 0 ? token : token[..end], name);
        }
        else
        {
            Add(text, name);
        }
    }

    void AddExactly(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.Length < Shortest)
        {
            return;
        }

        foreach (var (known, _) in _known)
        {
            if (bytes.SequenceEqual(known))
            {
                return;
            }
        }

        var forgotten = _known.Length == Most ? 1 : 0;
        _known = [.. _known.AsSpan(forgotten), (bytes.ToArray(), name)];
    }

    static ReadOnlySpan<byte> TrimNewline(ReadOnlySpan<byte> text) => text.TrimEnd("\r\n"u8);
}
