using System.Text;
using System.Text.RegularExpressions;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Lints.Client;
using SmtpInspector.Protocol.Sasl;
using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Credentials;

/// <summary>The verb <c>credentials</c>: what AUTH needs, made and read. Standard output gets bare base64, standard error the advice.</summary>
public static partial class CredentialsCommand
{
    const int Done = 0;
    const int NotReadable = 1;
    const int WrongUsage = 2;

    /// <summary><c>login USER</c>: two lines, the base64 of the user name and of the password.</summary>
    /// <param name="user">The user name.</param>
    /// <param name="readSecret">Asks for a secret by its name, as <see cref="SecretInput.Read"/> does.</param>
    /// <param name="output">Standard output.</param>
    /// <param name="error">Standard error.</param>
    /// <returns>The exit status.</returns>
    public static int Login(string user, Func<string, string> readSecret, TextWriter output, TextWriter error) => Make(
        user, readSecret, error, password =>
        {
            output.WriteLine(Base64(user));
            output.WriteLine(Base64(password));
        });

    /// <summary><c>plain USER</c>: one line, the base64 of NUL, user name, NUL, password.</summary>
    /// <inheritdoc cref="Login"/>
    public static int Plain(string user, Func<string, string> readSecret, TextWriter output, TextWriter error) => Make(
        user, readSecret, error, password => output.WriteLine(Base64($"\0{user}\0{password}")));

    /// <summary><c>ses REGION</c>: one line, the SMTP password of a secret access key for that region.</summary>
    /// <param name="region">The region's name; one that is not known is used as it stands.</param>
    /// <param name="readSecret"></param>
    /// <param name="output"></param>
    /// <param name="error"></param>
    /// <inheritdoc cref="Login"/>
    public static int Ses(string region, Func<string, string> readSecret, TextWriter output, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(region);
        ArgumentNullException.ThrowIfNull(readSecret);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        if (!RegionName().IsMatch(region))
        {
            return Refuse(error, $"{Safe.FromText(region)} is no region; a region is written as in us-east-1 or eu-central-1");
        }

        try
        {
            var secret = readSecret("Secret access key");
            output.WriteLine(SesPassword.Derive(secret, region));
            error.Write(SesAdvice.About(secret, region));
            return Done;
        }
        catch (SecretInputException wrong)
        {
            return Refuse(error, wrong.Message);
        }
    }

    /// <summary><c>decode TEXT</c>: what a base64 text says, and what is wrong with it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="output">Standard output.</param>
    /// <returns>The exit status: 1 where the text is not base64.</returns>
    public static int Decode(string text, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var reading = PayloadReading.Of(text);

        // In full, the password too: who asks has the text, and base64 hides nothing of it.
        foreach (var (name, value) in reading.Parts)
        {
            output.WriteLine($"{name}: {Safe.FromBytes(value.Span)}");
        }

        Print(reading.Findings, output);
        foreach (var hint in reading.Hints)
        {
            output.WriteLine($"i {hint}");
        }

        return reading.IsReadable ? Done : NotReadable;
    }

    static int Make(string user, Func<string, string> readSecret, TextWriter error, Action<string> print)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (user.Length == 0 || user.AsSpan().IndexOfAny('\0', '\r', '\n') >= 0)
        {
            return Refuse(error, "a user name is one or more characters, without line endings and NUL");
        }

        try
        {
            var password = readSecret("Password");
            print(password);

            // Whatever the mechanism, the judge reads a PLAIN message best: it has both.
            var findings = new List<Finding>();
            Credential.Check("PLAIN", 0, Encoding.UTF8.GetBytes($"\0{user}\0{password}"), default, isSes: false, findings);
            Print(findings, error);
            return Done;
        }
        catch (SecretInputException wrong)
        {
            return Refuse(error, wrong.Message);
        }
    }

    static void Print(IEnumerable<Finding> findings, TextWriter writer)
    {
        foreach (var finding in findings)
        {
            var mark = finding.Severity switch
            {
                Severity.Error => '!',
                Severity.Warning => '~',
                Severity.Info => 'i',
            };
            writer.WriteLine($"{mark} {finding.Rule}: {finding.Message} ({finding.Reference})");
        }
    }

    static int Refuse(TextWriter error, string problem)
    {
        error.WriteLine($"smtp-inspector credentials: {problem}");
        return WrongUsage;
    }

    static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)+$")]
    private static partial Regex RegionName();
}
