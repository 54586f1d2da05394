using System.Text;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Transcripts;

namespace SmtpInspector.Protocol.Lessons;

/// <summary>What a learner wants of the lesson itself.</summary>
public enum LearnerWish
{
    /// <summary>The next hint: <c>?</c> or <c>?hint</c>.</summary>
    Hint,

    /// <summary>The step's text once more: <c>?text</c>.</summary>
    Text,

    /// <summary>The model answer, typed by the program in the learner's name: <c>?type</c>. Whoever plays the lesson does it.</summary>
    Type,

    /// <summary>On to the next step: <c>?next</c>.</summary>
    Next,

    /// <summary>Back to the step before: <c>?back</c>.</summary>
    Back,

    /// <summary>On without solving: <c>?skip</c>.</summary>
    Skip,

    /// <summary>This step once more, in a new conversation: <c>?again</c>.</summary>
    Again,

    /// <summary>The lesson once more: <c>?restart</c>.</summary>
    Restart,

    /// <summary>Away, with the progress kept: <c>?leave</c>.</summary>
    Leave,

    /// <summary>What can be typed: <c>?help</c>, or a word there is not.</summary>
    Help,
}

/// <summary>
/// What a line that a learner typed is: no command of SMTP begins with a question mark, so a line that does is for the lesson. A line
/// <c>C: TEXT</c> is sent without its marker, as pasted out of a transcript, and <c>C%: TEXT</c> as those exact octets, in which
/// <c>%XX</c> is the octet XX and no line ending is implied. A closed set.
/// </summary>
public abstract record LearnerLine
{
    static readonly (string Word, LearnerWish Wish)[] Words =
    [
        ("", LearnerWish.Hint),
        ("?", LearnerWish.Hint),
        ("hint", LearnerWish.Hint),
        ("text", LearnerWish.Text),
        ("type", LearnerWish.Type),
        ("next", LearnerWish.Next),
        ("back", LearnerWish.Back),
        ("skip", LearnerWish.Skip),
        ("again", LearnerWish.Again),
        ("restart", LearnerWish.Restart),
        ("leave", LearnerWish.Leave),
        ("quit", LearnerWish.Leave),
        ("exit", LearnerWish.Leave),
        ("help", LearnerWish.Help),
    ];

    LearnerLine()
    {
    }

    /// <summary>What can be typed besides lines for the server, and what it does.</summary>
    public static IReadOnlyList<(string Typed, string Does)> Help { get; } =
    [
        ("?", "a hint: three for each step, and the third is the answer"),
        ("?text", "the step's text once more"),
        ("?type", "let the program type the answer for you: long lines are no fun to copy"),
        ("?skip", "on to the next step, without solving this one"),
        ("?back", "back to the step before; ?next goes forward again"),
        ("?again", "this step once more, in a new conversation"),
        ("?restart", "the whole lesson once more"),
        ("?leave", "leave; the lesson goes on here the next time"),
        ("C%: TEXT", "send exact octets: %0A is LF, %0D is CR, and no line ending is added"),
    ];

    /// <summary>For the lesson: <see cref="LessonRun.Wish"/>.</summary>
    public sealed record Wish(LearnerWish Value) : LearnerLine;

    /// <summary>The answer to the lesson's question: <see cref="LessonRun.Answer"/>.</summary>
    public sealed record Answer(string Text) : LearnerLine;

    /// <summary>Octets for the server: a line, which the program ends with CR LF and in a message stuffs with a dot where one is due.</summary>
    public sealed record Line(ReadOnlyMemory<byte> Content) : LearnerLine;

    /// <summary>Exact octets for the server: nothing is added.</summary>
    public sealed record Exact(ReadOnlyMemory<byte> Octets) : LearnerLine;

    /// <summary>Neither: to be said, and not sent.</summary>
    public sealed record Unsent(string Reason) : LearnerLine;

    /// <summary>Reads what was typed.</summary>
    /// <param name="typed">The line without its ending.</param>
    /// <param name="awaitsAnswer"><see cref="LessonRun.AwaitsAnswer"/>.</param>
    /// <param name="content">What the client's next octets are: within a message an empty line is part of it.</param>
    public static LearnerLine Read(ReadOnlyMemory<byte> typed, bool awaitsAnswer, ContentMode content)
    {
        var text = Encoding.UTF8.GetString(typed.Span);
        if (text.StartsWith('?') && WishOf(text[1..].Trim(), content) is { } wish)
        {
            return new Wish(wish);
        }

        if (awaitsAnswer)
        {
            return new Answer(text);
        }

        if (text.StartsWith("C%:", StringComparison.OrdinalIgnoreCase))
        {
            return PercentText.TryDecode(text[3..].TrimStart(' ')) is { } octets
                ? new Exact(octets)
                : new Unsent("Not sent: behind C%: a percent sign is followed by two hexadecimal digits, and the sign itself is written %25.");
        }

        if (content != ContentMode.None)
        {
            return new Line(typed);
        }

        return text.Length == 0 ? new Unsent("An empty line is no command, so nothing was sent. Type ? for a hint.")
            : text.StartsWith("C: ", StringComparison.Ordinal) ? new Line(typed[3..])
            : new Line(typed);
    }

    // A message may hold any line: within one only the lesson's own words are taken for the lesson.
    static LearnerWish? WishOf(string word, ContentMode content)
    {
        foreach (var (known, wish) in Words)
        {
            if (known.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return wish;
            }
        }

        return content == ContentMode.None ? LearnerWish.Help : null;
    }
}
