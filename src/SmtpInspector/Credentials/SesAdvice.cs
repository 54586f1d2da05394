using System.Text;

namespace SmtpInspector.Credentials;

/// <summary>What to know about an SES password that was just derived.</summary>
static class SesAdvice
{
    const int SecretKeyLength = 40;

    /// <summary>Lines for standard error.</summary>
    public static string About(string secret, string region)
    {
        var advice = new StringBuilder();
        if (secret.Length == 20 && (secret.StartsWith("AKIA", StringComparison.Ordinal) || secret.StartsWith("ASIA", StringComparison.Ordinal)))
        {
            advice.AppendLine("~ this looks like the access key id, which is the user name; the secret access key belongs here");
        }
        else if (secret.Length == 44 && secret.StartsWith('B'))
        {
            advice.AppendLine("~ this looks like an SMTP password already; the secret access key belongs here");
        }
        else if (secret.Length != SecretKeyLength)
        {
            advice.AppendLine($"~ a secret access key has {SecretKeyLength} characters, this has {secret.Length}");
        }

        advice.AppendLine($"This is the SMTP password for {region} only. The user name is the access key id (AKIA...).");
        advice.AppendLine("When SES answers 535 all the same, it is usually one of these:");
        advice.AppendLine("  the secret access key itself was used as the password");
        advice.AppendLine($"  the server is in another region than {region}: derive the password for that one");
        advice.AppendLine("  a newline got into the base64, as echo puts one: smtp-inspector credentials decode TEXT shows it");
        advice.AppendLine("  the key is temporary (ASIA...), which SES does not take over SMTP, or it was deactivated or deleted");
        advice.AppendLine("  the key's user may not ses:SendRawEmail");
        return advice.ToString();
    }
}
