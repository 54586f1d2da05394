using System.Security.Cryptography;
using System.Text;

namespace SmtpInspector.Protocol.Sasl;

/// <summary>
/// The SMTP password of Amazon SES, which is not the secret access key but made from it, for one region
/// (Amazon SES developer guide, "Obtaining Amazon SES SMTP credentials").
/// </summary>
public static class SesPassword
{
    const byte Version = 0x04;

    /// <summary>Derives the password of version 4.</summary>
    /// <param name="secretAccessKey">The secret access key, 40 characters where Amazon made it.</param>
    /// <param name="region">The region's name, such as <c>eu-central-1</c>.</param>
    /// <returns>44 characters of base64, the first a B.</returns>
    public static string Derive(string secretAccessKey, string region)
    {
        ArgumentNullException.ThrowIfNull(secretAccessKey);
        ArgumentNullException.ThrowIfNull(region);
        var key = Encoding.UTF8.GetBytes("AWS4" + secretAccessKey);

        // The date is part of Amazon's key derivation and fixed for SMTP, so that the password does not change daily.
        foreach (var message in (ReadOnlySpan<string>)["11111111", region, "ses", "aws4_request", "SendRawEmail"])
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(message));
        }

        return Convert.ToBase64String([Version, .. key]);
    }
}
