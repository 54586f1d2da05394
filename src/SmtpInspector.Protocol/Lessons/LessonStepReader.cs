using System.Globalization;
using System.Text;
using SmtpInspector.Protocol.Transcripts;

namespace SmtpInspector.Protocol.Lessons;

/// <summary>Reads one step of a lesson.</summary>
sealed class LessonStepReader
{
    const int MostWords = 60;
    const int HintCount = 3;

    readonly LessonField _heading;
    readonly List<string> _choices = [];
    readonly List<string> _hints = [];
    readonly List<string> _answer = [];
    readonly List<(LessonField Field, List<string> Typed, string? Says, AfterMistake Then)> _mistakes = [];
    readonly List<LessonNotice> _notices = [];
    string _text = "";
    LessonServer? _server;
    LessonExhibit? _exhibit;
    LessonField? _expect;
    string? _last;

    readonly LessonServer? _inForce;

    LessonStepReader(LessonField heading, LessonServer? server, LessonServer? inForce)
    {
        _heading = heading;
        _server = server;
        _inForce = inForce;
    }

    /// <summary>Reads a step.</summary>
    /// <param name="fields">Its fields, the heading first.</param>
    /// <param name="server">The server that the lesson names for its first step; null for the others.</param>
    /// <param name="inForce">The server of the step before; null for the first.</param>
    public static LessonStep Read(List<LessonField> fields, LessonServer? server, LessonServer? inForce)
    {
        var reader = new LessonStepReader(fields[0], server, inForce);
        if (fields[0].Value.Length == 0)
        {
            throw fields[0].Wrong("a step has a title: ## Say who you are");
        }

        foreach (var field in fields.Skip(1))
        {
            reader.Take(field);
        }

        return reader.Step();
    }

    void Take(LessonField field)
    {
        var filled = LessonFacts.Fill(field.Value, _server ?? _inForce);
        switch (field.Name)
        {
            case LessonField.Paragraph when _expect is null:
                _text = $"{_text} {filled}".Trim();
                if (LessonText.Words(_text) is > MostWords and var words)
                {
                    throw field.Wrong(FormattableString.Invariant($"the step's text has {words} words; {MostWords} is the most, and one idea."));
                }

                break;
            case LessonField.Exhibit:
                _exhibit = ExhibitOf(field);
                break;
            case "server" or "prepare":
                _server = ServerReader.Take(_server, field);
                break;
            case "expect":
                _expect = _expect is null ? field with { Value = filled } : throw field.Wrong("a step expects one thing: one idea, one expect.");
                break;
            case "choice":
                _choices.Add(filled);
                break;
            case "hint":
                _hints.Add(filled);
                break;
            case "answer":
                _answer.Add(filled);
                break;
            case "mistake":
                _mistakes.Add((field with { Value = filled }, [], null, AfterMistake.Stay));
                _last = field.Name;
                break;
            case "typed" when _last == "mistake":
                _mistakes[^1].Typed.Add(filled);
                break;
            case "notice":
                _notices.Add(NoticeOf(field));
                _last = field.Name;
                break;
            case "then" when _last == "mistake":
                _mistakes[^1] = _mistakes[^1] with { Then = ThenOf(field) };
                break;
            case "says" when _last == "mistake":
                _mistakes[^1] = _mistakes[^1] with { Says = filled };
                break;
            case "says" when _last == "notice":
                _notices[^1] = _notices[^1] with { Says = filled };
                break;
            default:
                throw new LessonException(field.Line, 1, Misplaced(field.Name));
        }
    }

    static AfterMistake ThenOf(LessonField field) => field.Value switch
    {
        "again" => AfterMistake.Again,
        "on" => AfterMistake.On,
        _ => throw field.Wrong("behind then stands again (the step begins anew, in a new conversation) or on (it is solved all the same)."),
    };

    static string Misplaced(string name) => name switch
    {
        LessonField.Paragraph => "text stands before expect; a field that goes on in a second line is indented there.",
        "says" => "says stands behind a mistake or a notice.",
        "typed" => "typed stands behind a mistake, before a notice.",
        "#" or "###" => "a step begins with ##.",
        _ => $"{name} is no field of a step; there are server, prepare, expect, choice, hint, answer, mistake, typed, then, notice and says.",
    };

    LessonStep Step()
    {
        var expect = _expect ?? throw _heading.Wrong("the step expects nothing: expect: EHLO, or expect: read where there is only something to read.");
        var goal = GoalOf(expect);
        if (_text.Length == 0)
        {
            throw _heading.Wrong("the step has no text.");
        }

        if (goal is not LessonGoal.Read)
        {
            CheckHelp(expect, isAwaited: goal is LessonGoal.Spoken { Pattern.IsAboutAct: false });
        }

        return new LessonStep(
            _heading.Value, _text, _server, _exhibit, goal, _choices, _hints, _answer, [.. _mistakes.Select(mistake => MistakeOf(mistake, goal))], Said(), _heading.Line);
    }

    void CheckHelp(LessonField expect, bool isAwaited)
    {
        if (_hints.Count != HintCount)
        {
            throw expect.Wrong(FormattableString.Invariant($"a step has {HintCount} hints, the third with the answer; this one has {_hints.Count}."));
        }

        if (isAwaited)
        {
            return;
        }

        if (!LessonText.Pieces(_hints[^1]).Any(piece => piece.IsCode))
        {
            throw expect.Wrong("the third hint gives the answer, each line to type in backticks.");
        }

        if (_answer.Count == 0)
        {
            throw expect.Wrong("the step has no model answer: answer: EHLO me.example");
        }
    }

    List<LessonNotice> Said()
    {
        if (_notices.Exists(notice => notice.Says.Length == 0))
        {
            throw _heading.Wrong("a notice of this step says nothing: says: ...");
        }

        var lines = _exhibit?.Lines.Count ?? 0;
        return _notices.Find(notice => notice.ExhibitLine > lines) is { } far
            ? throw _heading.Wrong(FormattableString.Invariant($"a notice of this step stands beside line {far.ExhibitLine} of its exhibit, which has {lines}."))
            : _notices;
    }

    LessonGoal GoalOf(LessonField field)
    {
        var words = field.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        switch (words)
        {
            case ["read"]:
                return new LessonGoal.Read();
            case ["choice", var number]:
                return new LessonGoal.Choice(Number(number, _choices.Count, field, "choices"));
            case ["lines", .. var numbers] when numbers.Length > 0:
                return new LessonGoal.Lines([.. numbers.Select(word => Number(word, _exhibit?.Lines.Count ?? 0, field, "lines of an exhibit"))]);
            default:
                return new LessonGoal.Spoken(Pattern(field, isGoal: true));
        }
    }

    LessonMistake MistakeOf((LessonField Field, List<string> Typed, string? Says, AfterMistake Then) mistake, LessonGoal goal)
    {
        var says = mistake.Says ?? throw mistake.Field.Wrong("the mistake is answered by nothing: says: ...");
        if (goal is LessonGoal.Spoken)
        {
            return mistake.Typed.Count > 0
                ? new(Pattern(mistake.Field, isGoal: false), 0, mistake.Typed, says, mistake.Then)
                : throw mistake.Field.Wrong("the mistake has no line that makes it: typed: HELO me.example");
        }

        // A question's mistake is the wrong answer itself.
        var most = goal is LessonGoal.Choice ? _choices.Count : _exhibit!.Lines.Count;
        var wrong = Number(mistake.Field.Value, most, mistake.Field, "wrong answers");
        return new(null, wrong, [mistake.Field.Value], says, AfterMistake.Stay);
    }

    static LessonPattern Pattern(LessonField field, bool isGoal)
    {
        try
        {
            return PatternReader.Read(field.Value, isGoal);
        }
        catch (PatternException wrong)
        {
            throw field.Wrong(wrong.Message, wrong.At);
        }
    }

    static LessonNotice NoticeOf(LessonField field)
    {
        var words = field.Value.Split(' ', 2, StringSplitOptions.TrimEntries);
        NoticePlace? place = words[0] switch
        {
            "reply" => NoticePlace.Reply,
            "command" => NoticePlace.Command,
            "greeting" => NoticePlace.Greeting,
            "tls" => NoticePlace.Tls,
            "line" => NoticePlace.Exhibit,
            _ => null,
        };
        return (place, words) switch
        {
            (null, _) => throw field.Wrong("a note stands beside reply, command, greeting or tls, or beside line N of the exhibit."),
            (NoticePlace.Exhibit, [_, var number]) => new(NoticePlace.Exhibit, null, Number(number, int.MaxValue, field, "lines"), ""),
            (_, [_, ['h', 'a', 's', ' ', '"', .. var has, '"']]) => new(place.Value, has, 0, ""),
            (_, [_]) when place != NoticePlace.Exhibit => new(place.Value, null, 0, ""),
            _ => throw field.Wrong("behind the place stands has \"TEXT\", or behind line a number, or nothing.", words[0].Length + 1),
        };
    }

    static int Number(string word, int most, LessonField field, string of) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
            ? number
            : throw field.Wrong($"{word}: it is a number, and this step has {most} {of}.", Math.Max(0, field.Value.IndexOf(word, StringComparison.Ordinal)));

    static LessonExhibit ExhibitOf(LessonField field)
    {
        var lines = field.Value.Split('\n');
        var isTranscript = lines[0] == "smtp";
        if (isTranscript)
        {
            try
            {
                _ = TranscriptDocument.Parse(Encoding.UTF8.GetBytes(string.Join('\n', lines.Skip(1)) + "\n"));
            }
            catch (TranscriptException wrong)
            {
                throw new LessonException(field.Line + wrong.Line, wrong.Column, wrong.Reason);
            }
        }

        return new(lines[1..], isTranscript);
    }
}
