using System.Buffers;
using System.Buffers.Text;
using System.Text.Unicode;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Lints.Client;

/// <summary>
/// What an AUTH exchange carries. Messages never repeat it.
/// </summary>
public static class Credential
{
    /// <summary>Decodes base64, or finds that it is none.</summary>
    /// <param name="text">The initial response or the answer, neither empty nor "=" nor "*".</param>
    /// <param name="findings">Receives <c>auth-not-base64</c>.</param>
    /// <returns>The octets; null when it is no base64.</returns>
    public static byte[]? Decode(Token text, ICollection<Finding> findings)
    {
        var span = text.Span;
        var decoded = new byte[Base64.GetMaxDecodedFromUtf8Length(span.Length)];

        // RFC 4954 §8: groups of four characters, padding included. The decoder alone would pass over white space.
        if (span.Length % 4 != 0 || span.ContainsAny(" \t\r\n"u8)
            || Base64.DecodeFromUtf8(span, decoded, out _, out var written) != OperationStatus.Done)
        {
            findings.Add(
                FindingId.AuthNotBase64,
                text.Where,
                "This is not base64: letters, digits, + and /, with = only at the end, in groups of four.");
            return null;
        }

        return decoded[..written];
    }

    /// <summary>Judges what was decoded.</summary>
    /// <param name="mechanism">The SASL mechanism in upper case.</param>
    /// <param name="step">0 for the client's first message in the exchange, initial response or not; 1 for the next.</param>
    /// <param name="decoded">The octets.</param>
    /// <param name="where">The columns of the base64.</param>
    /// <param name="isSes">Whether the server is known to be Amazon SES.</param>
    /// <param name="findings">Receives what is found.</param>
    public static void Check(
        string mechanism, int step, ReadOnlySpan<byte> decoded, Columns where, bool isSes, ICollection<Finding> findings)
    {
        // Other mechanisms send octets, whose last one may be anything.
        if (mechanism is "PLAIN" or "LOGIN" or "CRAM-MD5" or "XOAUTH2" or "OAUTHBEARER" && decoded is [.., (byte)'\n'])
        {
            findings.Add(
                FindingId.AuthTrailingNewline,
                where,
                "What is encoded here ends in a newline, which the server takes for a part of it: use printf or echo -n, not echo, before base64.");
        }

        switch (mechanism)
        {
            case "PLAIN" when step == 0:
                CheckPlain(decoded, where, isSes, findings);
                break;
            case "LOGIN" when step == 1 && isSes:
                CheckSecretKey(decoded, where, findings);
                break;
            default:
                break;
        }
    }

    // RFC 4616 §2: message = [authzid] UTF8NUL authcid UTF8NUL passwd; authcid and passwd are not empty.
    static void CheckPlain(ReadOnlySpan<byte> decoded, Columns where, bool isSes, ICollection<Finding> findings)
    {
        var first = decoded.IndexOf((byte)0);
        var rest = first < 0 ? default : decoded[(first + 1)..];
        var second = rest.IndexOf((byte)0);
        if (second <= 0 || second == rest.Length - 1 || rest[(second + 1)..].Contains((byte)0) || !Utf8.IsValid(decoded))
        {
            findings.Add(
                FindingId.AuthPlainShape,
                where,
                "AUTH PLAIN encodes three parts with NUL between them: an identity to act as, mostly empty, the user name, the password.");
            return;
        }

        if (isSes || IsAccessKeyId(rest[..second]))
        {
            CheckSecretKey(rest[(second + 1)..], where, findings);
        }
    }

    // A secret access key has 40 characters of the alphabet of base64; the password derived from it has 44.
    static void CheckSecretKey(ReadOnlySpan<byte> password, Columns where, ICollection<Finding> findings)
    {
        var key = password.TrimEnd("\r\n"u8);
        if (key.Length != 40)
        {
            return;
        }

        foreach (var octet in key)
        {
            if (!Characters.IsLetDig(octet) && octet is not ((byte)'+' or (byte)'/'))
            {
                return;
            }
        }

        findings.Add(
            FindingId.AuthSesSecretKey,
            where,
            "The password has the form of an AWS secret access key. SES wants the SMTP password that is derived from it for one region.");
    }

    static bool IsAccessKeyId(ReadOnlySpan<byte> user) =>
        user.Length == 20 && (user.StartsWith("AKIA"u8) || user.StartsWith("ASIA"u8));
}
