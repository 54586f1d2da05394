using System.Text;

namespace SmtpInspector.Protocol.Knowledge;

/// <summary>Two spellings name one thing when their keys are equal.</summary>
static class WordKey
{
    /// <summary>
    /// The word in upper case, hyphens and runs of space as one space, without quotation marks around it or a colon
    /// behind it: <c>mail from:</c>, <c>dot-stuffing</c> and <c>Dot stuffing</c> are found however they are typed.
    /// </summary>
    public static string Of(string word)
    {
        var key = new StringBuilder(word.Length);
        foreach (var character in word.AsSpan().Trim().Trim("\"'`<>").TrimEnd(':'))
        {
            var gap = character is '-' or '_' || char.IsWhiteSpace(character);
            if (!gap)
            {
                key.Append(char.ToUpperInvariant(character));
            }
            else if (key.Length > 0 && key[^1] != ' ')
            {
                key.Append(' ');
            }
        }

        return key.ToString().TrimEnd();
    }
}
