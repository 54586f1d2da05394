using System.Text.RegularExpressions;
using SmtpInspector.LineMode;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Searching;

/// <summary>
/// Which items are shown: words with blanks between them, all of which must hold. <c>c:</c> what the client said, <c>s:</c> what the server
/// said, <c>5xx</c> or <c>550</c> replies by their codes, <c>!</c> what has an error, <c>~</c> or a warning, <c>i</c> or anything to be said;
/// everything else is text, and between slashes a regular expression.
/// </summary>
sealed class ItemFilter
{
    static readonly TimeSpan MatchTime = TimeSpan.FromMilliseconds(50);

    readonly IReadOnlyList<Func<TranscriptItem, bool>> _terms;

    ItemFilter(string text, IReadOnlyList<Func<TranscriptItem, bool>> terms) => (Text, _terms) = (text, terms);

    /// <summary>As it was typed.</summary>
    public string Text { get; }

    /// <summary>Reads a filter; null with what is wrong where it cannot be read, and null alone for an empty one.</summary>
    public static (ItemFilter? Filter, string? Error) Parse(string text, bool keepSecrets)
    {
        var terms = new List<Func<TranscriptItem, bool>>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var (term, error) = Term(word, keepSecrets);
            if (term is null)
            {
                return (null, error);
            }

            terms.Add(term);
        }

        return terms.Count == 0 ? (null, null) : (new ItemFilter(text, terms), null);
    }

    /// <summary>Whether an item is shown.</summary>
    public bool Lets(TranscriptItem item)
    {
        foreach (var term in _terms)
        {
            if (!term(item))
            {
                return false;
            }
        }

        return true;
    }

    static (Func<TranscriptItem, bool>? Term, string? Error) Term(string word, bool keepSecrets)
    {
        switch (word)
        {
            case "c:" or "C:":
                return (static item => item.Kind is ItemKind.Command or ItemKind.Content, null);
            case "s:" or "S:":
                return (static item => item.Kind == ItemKind.Reply, null);
            case "!":
                return (static item => item.Findings.Any(finding => finding.Severity == Severity.Error), null);
            case "~":
                return (static item => item.Findings.Any(finding => finding.Severity >= Severity.Warning), null);
            case "i":
                return (static item => item.Findings.Count > 0, null);
        }

        if (word.Length == 3 && word[0] is >= '1' and <= '9' && word.Skip(1).All(digit => char.IsAsciiDigit(digit) || digit is 'x' or 'X'))
        {
            return (item => item.Entry is Entry.Reply { Value.Code: { } code } && Fits(code, word), null);
        }

        if (word is ['/', _, .., '/'])
        {
            try
            {
                var expression = new Regex(word[1..^1], RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTime);
                return (item => Lines(item, keepSecrets).Any(line => IsMatch(expression, line)), null);
            }
            catch (RegexParseException wrong)
            {
                return (null, $"no regular expression: {wrong.Message}");
            }
        }

        var search = Search.Parse(word).Search!;
        return (item => search.Holds(item, keepSecrets), null);
    }

    // An expression that takes too long on a line is held not to match it: the screen goes on.
    static bool IsMatch(Regex expression, string line)
    {
        try
        {
            return expression.IsMatch(line);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    static IEnumerable<string> Lines(TranscriptItem item, bool keepSecrets) => item.Lines.Count > 0
        ? item.Lines.Select(line => Safe.FromBytes(line.Content(keepSecrets).Span).Text)
        : item.Entry is { } entry ? [EventText.Of(entry) ?? ""] : [];

    static bool Fits(int code, string pattern)
    {
        var digits = code.ToString("000", System.Globalization.CultureInfo.InvariantCulture);
        for (var i = 0; i < 3; i++)
        {
            if (pattern[i] is not ('x' or 'X') && pattern[i] != digits[i])
            {
                return false;
            }
        }

        return true;
    }
}
