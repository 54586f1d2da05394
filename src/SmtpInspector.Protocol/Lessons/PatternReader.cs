using System.Globalization;
using System.Text;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Transcripts;

namespace SmtpInspector.Protocol.Lessons;

/// <summary>
/// Reads a pattern. First its subject: a verb, <c>unknown</c>, <c>answer</c> (to a challenge), <c>message</c>, <c>anything</c>, or of
/// what the server does <c>greeting</c>, <c>unasked</c>, <c>closed</c>, <c>tls</c>, <c>failed</c>, <c>injected</c>. Behind AUTH may
/// stand a mechanism. Then conditions, all of which must hold:
/// <list type="bullet">
/// <item><c>replied 550 45z 4yz any</c>: one of these codes; without it a goal wants a success (2yz or 3yz) and a mistake any reply</item>
/// <item><c>user@example.com</c>, <c>@example.com</c>: the mailbox, or the domain and those below it; <c>null</c>, <c>not-null</c></item>
/// <item><c>with SIZE</c>, <c>with BODY=8BITMIME</c>, <c>without SIZE</c>: a parameter</item>
/// <item><c>initial</c>, <c>bare</c>: AUTH with or without its initial response; <c>last</c>, <c>not-last</c>: BDAT</item>
/// <item><c>has "TEXT"</c>, <c>lacks "TEXT"</c>: in the line or the content; <c>octets "%0A.%0D"</c>: exactly</item>
/// <item><c>header Bcc</c>, <c>no-header Bcc</c>: a field of the message's header</item>
/// <item><c>found RULE</c>: the judge found it in what was said; <c>reply-found RULE</c>: in the reply</item>
/// <item><c>pipelined</c>, <c>alone</c>: sent before, or after, what was said earlier was answered</item>
/// </list>
/// Behind <c>or</c> stands another subject with its conditions: either will do.
/// </summary>
static class PatternReader
{
    const string Or = "or";

    static readonly Dictionary<string, PatternSubject> Subjects = new(StringComparer.Ordinal)
    {
        ["unknown"] = PatternSubject.Command,
        ["answer"] = PatternSubject.AuthAnswer,
        ["message"] = PatternSubject.Message,
        ["anything"] = PatternSubject.Anything,
        ["greeting"] = PatternSubject.Greeting,
        ["unasked"] = PatternSubject.Unasked,
        ["closed"] = PatternSubject.Closed,
        ["tls"] = PatternSubject.Tls,
        ["failed"] = PatternSubject.Failed,
        ["injected"] = PatternSubject.Injected,
    };

    /// <summary>Reads one.</summary>
    /// <param name="text">The pattern.</param>
    /// <param name="isGoal">Whether a success is wanted where no reply is named.</param>
    /// <exception cref="PatternException">It cannot be understood.</exception>
    public static LessonPattern Read(string text, bool isGoal)
    {
        var words = new Words(text);
        var alternatives = new List<PatternAlternative> { ReadOne(words, isGoal) };
        while (words.Peek is Or)
        {
            words.Take();
            alternatives.Add(ReadOne(words, isGoal));
        }

        return new LessonPattern(text, alternatives);
    }

    static PatternAlternative ReadOne(Words words, bool isGoal)
    {
        var (subject, verb) = SubjectOf(words);
        var conditions = new List<PatternCondition>();
        if (subject == PatternSubject.Command && verb == Verb.Auth && words.Peek is { } mechanism && mechanism.Any(char.IsAsciiLetterUpper))
        {
            conditions.Add(new PatternCondition.Mechanism(words.Take()));
        }

        while (words.Peek is not (null or Or))
        {
            conditions.Add(ConditionOf(words));
        }

        if (isGoal && subject <= PatternSubject.Anything && !conditions.Any(condition => condition is PatternCondition.Replied))
        {
            conditions.Add(new PatternCondition.Replied([2, 3]));
        }

        return new PatternAlternative(subject, verb, conditions);
    }

    static (PatternSubject, Verb) SubjectOf(Words words)
    {
        var word = words.Take();
        if (Subjects.TryGetValue(word, out var subject))
        {
            return (subject, Verb.Unknown);
        }

        var verb = Verbs.Of(Encoding.UTF8.GetBytes(word));
        return verb != Verb.Unknown
            ? (PatternSubject.Command, verb)
            : throw words.Wrong($"a pattern begins with a verb or one of {string.Join(", ", Subjects.Keys)}, not with {word}.");
    }

    static PatternCondition ConditionOf(Words words)
    {
        var word = words.Take();
        return word switch
        {
            "replied" => new PatternCondition.Replied(Codes(words)),
            "null" => new PatternCondition.NullPath(true),
            "not-null" => new PatternCondition.NullPath(false),
            "with" => Parameter(words.Take(), wanted: true),
            "without" => Parameter(words.Take(), wanted: false),
            "initial" => new PatternCondition.InitialResponse(true),
            "bare" => new PatternCondition.InitialResponse(false),
            "last" => new PatternCondition.LastChunk(true),
            "not-last" => new PatternCondition.LastChunk(false),
            "has" => new PatternCondition.Has(words.Take(), true),
            "lacks" => new PatternCondition.Has(words.Take(), false),
            "octets" => new PatternCondition.HasOctets(Octets(words), true),
            "no-octets" => new PatternCondition.HasOctets(Octets(words), false),
            "header" => new PatternCondition.Header(words.Take(), true),
            "no-header" => new PatternCondition.Header(words.Take(), false),
            "found" => new PatternCondition.Found(Rule(words), InReply: false),
            "reply-found" => new PatternCondition.Found(Rule(words), InReply: true),
            "pipelined" => new PatternCondition.Pipelined(true),
            "alone" => new PatternCondition.Pipelined(false),
            _ when word.LastIndexOf('@') is >= 0 and var at => new PatternCondition.Address(word[..at], word[(at + 1)..]),
            _ => throw words.Wrong($"{word} is no condition of a pattern."),
        };
    }

    static List<int> Codes(Words words)
    {
        var codes = new List<int>();
        while (words.Peek is { Length: 3 } word && (char.IsAsciiDigit(word[0]) || word == "any"))
        {
            words.Take();
            if (word == "any")
            {
                return [];
            }

            codes.Add(word.EndsWith("yz", StringComparison.Ordinal)
                ? word[0] - '0'
                : int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var code)
                    ? code
                    : throw words.Wrong($"{word} is no reply code: 250, or 5yz for a class, or any."));
        }

        return codes.Count > 0 ? codes : throw words.Wrong("replied wants a code: 250, or 5yz for a class, or any.");
    }

    static PatternCondition.Parameter Parameter(string word, bool wanted) =>
        word.IndexOf('=', StringComparison.Ordinal) is >= 0 and var sign ? new(word[..sign], word[(sign + 1)..], wanted) : new(word, null, wanted);

    static byte[] Octets(Words words)
    {
        var text = words.Take();
        return PercentText.TryDecode(text) ?? throw words.Wrong(PercentText.Rule);
    }

    static FindingId Rule(Words words)
    {
        var name = words.Take();
        return Catalogue.Find(name)?.Id ?? throw words.Wrong($"there is no rule {name}; docs/findings.md and explain have them{Like(name)}.");
    }

    // Those that have the same word in them.
    static string Like(string name)
    {
        string[] like = [.. Catalogue.Rules.Select(rule => rule.Name).Where(rule => rule.Contains(name, StringComparison.OrdinalIgnoreCase)).Take(4)];
        return like.Length > 0 ? $": {string.Join(", ", like)}" : "";
    }

    /// <summary>The words of a pattern, one in quotes as a whole.</summary>
    sealed class Words(string text)
    {
        int _at;
        int _last;

        /// <summary>The next word; null at the end. A quoted one is shown with its quote, so that it is taken for nothing else.</summary>
        public string? Peek
        {
            get
            {
                var start = Start();
                return start == text.Length ? null : text[start..End(start)];
            }
        }

        public string Take()
        {
            var start = Start();
            if (start == text.Length)
            {
                _last = start;
                throw Wrong("something is missing at the end of the pattern.");
            }

            _last = start;
            _at = End(start);
            return text[start] == '"' ? text[(start + 1)..(_at - 1)] : text[start.._at];
        }

        /// <summary>What is wrong with the word taken last.</summary>
        public PatternException Wrong(string reason) => new(_last, reason);

        int Start()
        {
            var start = _at;
            while (start < text.Length && text[start] == ' ')
            {
                start++;
            }

            return start;
        }

        int End(int start)
        {
            if (text[start] == '"')
            {
                var close = text.IndexOf('"', start + 1);
                if (close >= 0)
                {
                    return close + 1;
                }

                _last = start;
                throw Wrong("the second quotation mark is missing.");
            }

            var space = text.IndexOf(' ', start);
            return space < 0 ? text.Length : space;
        }
    }
}

/// <summary>A pattern that cannot be understood.</summary>
/// <param name="at">Where, in characters from the pattern's beginning.</param>
/// <param name="reason">Why, as a sentence.</param>
sealed class PatternException(int at, string reason) : Exception(reason)
{
    /// <summary>Where, in characters from the pattern's beginning.</summary>
    public int At { get; } = at;
}
