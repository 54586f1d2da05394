using System.Text;
using SmtpInspector.Protocol.Transcripts;

namespace SmtpInspector.Protocol.Lessons;

/// <summary>
/// The placeholders of a lesson's texts and answers: <c>{user}</c>, <c>{password}</c>, <c>{secret-key}</c> of the practice account,
/// and <c>{base64:TEXT}</c>, in which <c>%XX</c> is the octet XX and the others may stand.
/// </summary>
static class LessonFacts
{
    const string Base64 = "{base64:";

    /// <summary>The text with every placeholder replaced; what is none stays.</summary>
    /// <param name="text">The text.</param>
    /// <param name="server">Whose account is meant; null where none is named yet, and then nothing is replaced.</param>
    public static string Fill(string text, LessonServer? server)
    {
        if (server is null || !text.Contains('{', StringComparison.Ordinal))
        {
            return text;
        }

        var account = server.Account;
        return WithBase64(text
            .Replace("{user}", account.UserName, StringComparison.Ordinal)
            .Replace("{password}", account.Password, StringComparison.Ordinal)
            .Replace("{secret-key}", account.SecretKey, StringComparison.Ordinal));
    }

    static string WithBase64(string text)
    {
        var filled = new StringBuilder();
        var at = 0;
        while (text.IndexOf(Base64, at, StringComparison.Ordinal) is >= 0 and var open
            && text.IndexOf('}', open) is >= 0 and var close
            && PercentText.TryDecode(text[(open + Base64.Length)..close]) is { } octets)
        {
            filled.Append(text, at, open - at).Append(Convert.ToBase64String(octets));
            at = close + 1;
        }

        return filled.Append(text, at, text.Length - at).ToString();
    }
}
