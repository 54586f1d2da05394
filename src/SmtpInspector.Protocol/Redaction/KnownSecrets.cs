using System.Text;

namespace SmtpInspector.Protocol.Redaction;

/// <summary>
/// The credentials this conversation has seen, and those before it with the same server, so that their echo in a reply, or the
/// same secret typed where no credential belongs, is recognised too. Safe for several threads: a screen asks while a
/// conversation goes on.
/// </summary>
public sealed class KnownSecrets
{
    // A shorter one would blot out half of every reply that happens to contain it.
    const int Shortest = 4;

    // A peer can make the client answer challenges without end; the oldest are forgotten.
    const int Most = 256;

    readonly Lock _gate = new();

    // Never changed, only replaced, so that a copy costs nothing, and whoever looks needs no lock.
    volatile KnownSecret[] _known = [];

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
        foreach (var secret in _known)
        {
            SecretSpan.Find(text, secret.Octets, secret.Name, found);
        }
    }

    /// <summary>
    /// A sentence in which a peer may be quoted, without the credentials: in any form that is known, in any writing of octets that are
    /// not printable, and in capitals too.
    /// </summary>
    public string Hide(string text) => IsEmpty ? text : SecretsInText.Hide(text, _known);

    /// <summary>The same for a sentence about lines that hold credentials: a quotation that has only a part of one goes too.</summary>
    /// <param name="text">The sentence.</param>
    /// <param name="lines">Those of the lines it is about that hold any.</param>
    public string Hide(string text, IReadOnlyList<SecretLine> lines) =>
        lines.Count == 0 ? Hide(text) : SecretsInText.HideParts(Hide(text), lines, _known);

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

    /// <summary>Remembers octets in the form they have and in no other.</summary>
    public void AddExactly(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.Length < Shortest)
        {
            return;
        }

        lock (_gate)
        {
            foreach (var known in _known)
            {
                if (bytes.SequenceEqual(known.Octets))
                {
                    return;
                }
            }

            var forgotten = _known.Length == Most ? 1 : 0;
            _known = [.. _known.AsSpan(forgotten), new KnownSecret(bytes.ToArray(), VisibleText.Small(bytes), name)];
        }
    }

    static ReadOnlySpan<byte> TrimNewline(ReadOnlySpan<byte> text) => text.TrimEnd("\r\n"u8);
}
