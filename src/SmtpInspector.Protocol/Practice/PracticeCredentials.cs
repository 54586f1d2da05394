using System.Security.Cryptography;
using System.Text;
using SmtpInspector.Protocol.Sasl;

namespace SmtpInspector.Protocol.Practice;

/// <summary>The one account of a practice server.</summary>
/// <param name="UserName">As an access key id (AKIA and 16 letters and digits), or an address.</param>
/// <param name="Password">As an SES SMTP password (44 characters of base64, derived from <paramref name="SecretKey"/>), or as an app password (16 letters).</param>
/// <param name="SecretKey">As a secret access key, 40 characters: what a user of SES takes for the password, and what is refused.</param>
public sealed record PracticeCredentials(string UserName, string Password, string SecretKey)
{
    const string KeyIdLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    const string AppPasswordLetters = "abcdefghijklmnopqrstuvwxyz";
    const string SecretLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    const int AppPasswordLength = 16;

    /// <summary>Makes an account in the shape the profile's service gives it; the same dice give the same one.</summary>
    /// <param name="profile">Whose account.</param>
    /// <param name="random">The dice.</param>
    /// <param name="region">The region an SES password is derived for, such as <c>us-east-1</c>.</param>
    public static PracticeCredentials Create(PracticeProfile profile, PracticeRandom random, string region)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(random);
        var account = Create(random, region);
        return profile.UserName is { } name ? account with { UserName = name, Password = random.Text(AppPasswordLength, AppPasswordLetters) } : account;
    }

    /// <summary>Makes an account in the shapes Amazon gives them; the same dice give the same one.</summary>
    /// <param name="random">The dice.</param>
    /// <param name="region">The region the password is derived for, such as <c>us-east-1</c>.</param>
    public static PracticeCredentials Create(PracticeRandom random, string region)
    {
        ArgumentNullException.ThrowIfNull(random);
        var userName = "AKIA" + random.Text(16, KeyIdLetters);
        var secretKey = random.Text(40, SecretLetters);
        return new(userName, SesPassword.Derive(secretKey, region), secretKey);
    }

    /// <summary>Whether these are the account's user name and password, octet by octet.</summary>
    public bool Match(ReadOnlySpan<byte> userName, ReadOnlySpan<byte> password) =>
        CryptographicOperations.FixedTimeEquals(userName, Encoding.ASCII.GetBytes(UserName))
        & CryptographicOperations.FixedTimeEquals(password, Encoding.ASCII.GetBytes(Password));
}
