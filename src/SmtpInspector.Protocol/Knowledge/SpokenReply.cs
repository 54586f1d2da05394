using System.Globalization;
using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Knowledge;

/// <summary>A reply as it is compared: its codes, and its words in lower case on one line.</summary>
/// <param name="Code">The reply code; null when the text has none in front.</param>
/// <param name="Enhanced">The enhanced status code; null when there is none.</param>
/// <param name="Words">The text without codes, spaces as single ones, in lower case.</param>
sealed record SpokenReply(int? Code, EnhancedStatusCode? Enhanced, string Words)
{
    public static SpokenReply Of(Reply reply) =>
        new(reply.Code, reply.Enhanced, Joined(reply.Lines.Select(line => Bare(line.Text))));

    /// <summary>Reads a text that may begin with a reply code and an enhanced one, on each of its lines.</summary>
    public static SpokenReply Of(string text)
    {
        int? code = null;
        EnhancedStatusCode? enhanced = null;
        List<string> words = [];
        foreach (var raw in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var line = raw;
            if (StartsWithCode(line))
            {
                code ??= int.Parse(line[..3], CultureInfo.InvariantCulture);
                line = line[3..].TrimStart(' ', '-');
            }

            enhanced ??= EnhancedAt(line);
            words.Add(Bare(line));
        }

        return new SpokenReply(code, enhanced, Joined(words));
    }

    /// <summary>How many letters of a row's phrase the text has; 0 where the row does not fit.</summary>
    public int Fit(ProviderText row) => FitsCode(row.Codes) && FitsEnhanced(row.Enhanced) ? Phrase.Letters(row.Phrase, Words) : 0;

    bool FitsCode(string codes) =>
        Code is not { } code || codes.Length == 0
        || codes.Split('|').Contains(code.ToString(CultureInfo.InvariantCulture));

    bool FitsEnhanced(string pattern) => Enhanced is not { } enhanced || pattern.Length == 0 || EnhancedPattern.Fits(pattern, enhanced);

    // Three digits and then a space or hyphen: "5000 messages" begins with none.
    static bool StartsWithCode(string line) =>
        line.Length > 3 && line.AsSpan(0, 3).IndexOfAnyExceptInRange('0', '9') < 0 && line[0] is >= '2' and <= '5' && line[3] is ' ' or '-';

    static string Bare(string line)
    {
        var text = line.TrimStart();
        return EnhancedAt(text) is { } code ? text[code.ToString().Length..] : text;
    }

    static EnhancedStatusCode? EnhancedAt(string line) =>
        EnhancedStatusCode.At(System.Text.Encoding.UTF8.GetBytes(line.Length > 16 ? line[..16] : line));

    static string Joined(IEnumerable<string> lines) =>
        string.Join(' ', string.Join(' ', lines).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
