namespace SmtpInspector.Tests.Knowledge;

/// <summary>The sections that some RFCs have, from <c>rfc-sections.txt</c>.</summary>
static class RfcSections
{
    static readonly Dictionary<string, HashSet<string>> Index = Read();

    /// <summary>Whether the list knows the RFC, and then whether it has the section; null where it does not know it.</summary>
    public static bool? Has(string rfc, string section) =>
        Index.TryGetValue(rfc, out var sections) ? sections.Contains(section) : null;

    static Dictionary<string, HashSet<string>> Read()
    {
        using var stream = typeof(RfcSections).Assembly.GetManifestResourceStream("rfc-sections.txt")!;
        using var reader = new StreamReader(stream);
        Dictionary<string, HashSet<string>> index = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.Split(' ', 3) is [var rfc, var section, _] && rfc != "#")
            {
                if (!index.TryGetValue(rfc, out var sections))
                {
                    index[rfc] = sections = [];
                }

                sections.Add(section);
            }
        }

        return index;
    }
}
