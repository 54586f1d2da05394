namespace SmtpInspector.Protocol.Knowledge;

/// <summary>The words to look for in a reply's text.</summary>
static class Phrase
{
    /// <summary>
    /// How many letters of a phrase stand in a text of lower case, in order: bars separate wordings, of which the longest
    /// that fits counts, stars stand for anything. 0 where none fits.
    /// </summary>
    public static int Letters(string phrase, string text) => phrase.Split('|').Max(wording => OfWording(wording, text));

    static int OfWording(string wording, string text)
    {
        var letters = 0;
        var from = 0;
        foreach (var part in wording.ToLowerInvariant().Split('*', StringSplitOptions.TrimEntries))
        {
            var at = text.IndexOf(part, from, StringComparison.Ordinal);
            if (at < 0)
            {
                return 0;
            }

            letters += part.Length;
            from = at + part.Length;
        }

        return letters;
    }
}
