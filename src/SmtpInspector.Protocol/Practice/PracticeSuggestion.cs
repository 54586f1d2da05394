using SmtpInspector.Protocol.Knowledge;

namespace SmtpInspector.Protocol.Practice;

/// <summary>What was probably meant by a name that there is not.</summary>
static class PracticeSuggestion
{
    /// <summary><c> (did you mean NAME?)</c> where one is near; else nothing.</summary>
    public static string For(string name, IEnumerable<string> known)
    {
        var written = name.ToUpperInvariant();
        var (nearest, distance) = known
            .Select(candidate => (candidate, Distance(written, candidate.ToUpperInvariant())))
            .DefaultIfEmpty(("", int.MaxValue))
            .MinBy(candidate => candidate.Item2);
        return distance <= Math.Max(1, name.Length / 3) ? $" (did you mean {nearest}?)" : "";
    }

    static int Distance(string written, string candidate) =>
        written.Length >= 3 && candidate.StartsWith(written, StringComparison.Ordinal) ? 1 : EditDistance.Between(written, candidate);
}
