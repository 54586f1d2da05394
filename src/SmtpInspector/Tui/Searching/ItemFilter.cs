using System.Text.RegularExpressions;
using SmtpInspector.LineMode;
using SmtpInspector.Protocol.Findings;
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

    readonly IReadOnlyList<Func<ItemFacts, bool>> _facts;
    readonly IReadOnlyList<Func<TranscriptItem, bool>> _texts;

    ItemFilter(string text, IReadOnlyList<Func<ItemFacts, bool>> facts, IReadOnlyList<Func<TranscriptItem, bool>> texts) =>
        (Text, _facts, _texts) = (text, facts, texts);

    /// <summary>As it was typed.</summary>
    public string Text { get; }

    /// <summary>Whether it needs more than what is known of every item.</summary>
    public bool NeedsItems => _texts.Count > 0;

    /// <summary>Reads a filter; null with what is wrong where it cannot be read, and null alone for an empty one.</summary>
    public static (ItemFilter? Filter, string? Error) Parse(string text, bool keepSecrets)
    {
        var facts = new List<Func<ItemFacts, bool>>();
        var texts = new List<Func<TranscriptItem, bool>>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (FactsTerm(word) is { } known)
            {
                facts.Add(known);
                continue;
            }

            var (term, error) = TextTerm(word, keepSecrets);
            if (term is null)
            {
                return (null, error);
            }

            texts.Add(term);
        }

        return facts.Count + texts.Count == 0 ? (null, null) : (new ItemFilter(text, facts, texts), null);
    }

    /// <summary>The numbers of the items that are shown, among some.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="from">The first of them.</param>
    /// <param name="to">The item behind the last one.</param>
    /// <param name="cancellationToken">Ends it before the end.</param>
    public List<int> Among(Conversation conversation, int from, int to, CancellationToken cancellationToken)
    {
        var shown = new List<int>();
        for (var number = from; number < to; number++)
        {
            if (All(_facts, conversation.Facts[number]))
            {
                shown.Add(number);
            }
        }

        return NeedsItems && shown.Count > 0 ? WithTexts(conversation, shown, cancellationToken) : shown;
    }

    List<int> WithTexts(Conversation conversation, List<int> numbers, CancellationToken cancellationToken)
    {
        var shown = new List<int>();
        var next = 0;
        foreach (var item in conversation.Items.From(numbers[0]))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (item.Number != numbers[next])
            {
                continue;
            }

            if (All(_texts, item))
            {
                shown.Add(item.Number);
            }

            if (++next == numbers.Count)
            {
                break;
            }
        }

        return shown;
    }

    static bool All<T>(IReadOnlyList<Func<T, bool>> terms, T of)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            if (!terms[i](of))
            {
                return false;
            }
        }

        return true;
    }

    static Func<ItemFacts, bool>? FactsTerm(string word)
    {
        switch (word)
        {
            case "c:" or "C:":
                return static facts => facts.Kind is ItemKind.Command or ItemKind.Content;
            case "s:" or "S:":
                return static facts => facts.Kind == ItemKind.Reply;
            case "!":
                return static facts => facts.Worst == Severity.Error;
            case "~":
                return static facts => facts.Worst >= Severity.Warning;
            case "i":
                return static facts => facts.Worst is not null;
        }

        return word.Length == 3 && word[0] is >= '1' and <= '9' && word.Skip(1).All(digit => char.IsAsciiDigit(digit) || digit is 'x' or 'X')
            ? facts => facts.Kind == ItemKind.Reply && facts.Code > 0 && Fits(facts.Code, word) : null;
    }

    static (Func<TranscriptItem, bool>? Term, string? Error) TextTerm(string word, bool keepSecrets)
    {
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
