using System.Text;
using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Secrecy;

/// <summary>The forms in which a secret would still give itself away, spelled out by hand and not as the product does.</summary>
static class Forms
{
    /// <summary>In clear, base64 (in both alphabets and wherever it begins), hex and percent.</summary>
    public static IReadOnlyList<string> Of(string secret)
    {
        var octets = Encoding.UTF8.GetBytes(secret);
        var forms = new List<string>
        {
            Octets.Text(octets),
            Convert.ToBase64String(octets),
            Convert.ToHexString(octets),
            string.Join(' ', octets.Select(octet => octet.ToString("x2", null))),
            string.Join(':', octets.Select(octet => octet.ToString("x2", null))),
            Uri.EscapeDataString(secret),
            string.Concat(octets.Select(octet => $"%{octet:X2}")),
        };

        // With one or two octets before it, base64 of the same octets looks otherwise; its first and last characters depend on
        // what stands beside it.
        forms.AddRange(((string[])["", "a", "ab"]).Select(before => Convert.ToBase64String([.. Encoding.ASCII.GetBytes(before), .. octets]).TrimEnd('=')[(before.Length == 0 ? 0 : before.Length + 1)..^1]));
        forms.Add(forms[1].Replace('+', '-').Replace('/', '_').TrimEnd('='));
        forms.AddRange(forms.TakeLast(4).ToList().Select(form => form.Replace('+', '-').Replace('/', '_')));
        return [.. forms.Distinct()];
    }

    /// <summary>Parts of it in clear that tell what it begins with, holds or ends with.</summary>
    public static IEnumerable<string> PartsOf(string secret) =>
        Enumerable.Range(0, secret.Length - 3).Select(start => secret.Substring(start, 4)).Where(part => part.All(char.IsAscii));

    /// <summary>What a server may write that has learnt a secret.</summary>
    public static IReadOnlyList<string> Echoed(string user, string secret)
    {
        var octets = Encoding.UTF8.GetBytes(secret);
        var payload = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{secret}!"));
        return
        [
            Octets.Text(octets), Convert.ToBase64String(octets), Convert.ToBase64String(octets).TrimEnd('='), payload, payload.Replace('+', '-').Replace('/', '_'),
            Convert.ToHexString(octets), Convert.ToHexStringLower(octets), Uri.EscapeDataString(secret), string.Concat(octets.Select(octet => $"%{octet:x2}")),
        ];
    }

    /// <summary>Fails where octets hold one of the forms, letters' case aside.</summary>
    public static void AbsentFrom(string where, ReadOnlySpan<byte> octets, IEnumerable<string> forms)
    {
        var text = Octets.Text(octets);
        foreach (var form in forms)
        {
            var at = text.IndexOf(form, StringComparison.OrdinalIgnoreCase);
            Assert.True(at < 0, $"{where} holds {form}: {(at < 0 ? "" : text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 200)])}");
        }
    }
}
