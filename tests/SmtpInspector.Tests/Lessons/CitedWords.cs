namespace SmtpInspector.Tests.Lessons;

/// <summary>The sentences of RFCs that lessons cite, from <c>cited-words.txt</c>: each with the word it is cited for.</summary>
static class CitedWords
{
    static readonly (string Rfc, string Section, string Word, string Sentence)[] Rows = [.. Read()];

    /// <summary>Whether a section is known to have a word, with the words around it.</summary>
    public static bool Has(string rfc, string section, string word) =>
        Rows.Any(row => row.Rfc == rfc && row.Section == section && row.Word == word && row.Sentence.Contains(word, StringComparison.OrdinalIgnoreCase));

    static IEnumerable<(string, string, string, string)> Read()
    {
        using var reader = new StreamReader(typeof(CitedWords).Assembly.GetManifestResourceStream("cited-words.txt")!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Split(" | ") is [var rfc, var section, var word, var sentence])
            {
                yield return (rfc, section, word, sentence);
            }
        }
    }
}
