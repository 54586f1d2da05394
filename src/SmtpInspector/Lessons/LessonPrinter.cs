using System.Text;
using SmtpInspector.LineMode;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Lessons;
using SmtpInspector.Terminal.Styling;

namespace SmtpInspector.Lessons;

/// <summary>Prints what a lesson says, with a bar in the margin, so that nobody takes it for something on the wire.</summary>
/// <param name="output">Where to.</param>
/// <param name="columns">How many columns there are.</param>
/// <param name="isPlain">Whether there are no colours: code is then set in quotation marks.</param>
sealed class LessonPrinter(ILineOutput output, Func<int> columns, bool isPlain)
{
    const int Widest = 78;

    static readonly Style Margin = new(Ansi.Magenta);
    static readonly Style Title = new(Attributes: TextAttributes.Bold);
    static readonly Style Code = new(Ansi.Cyan, Attributes: TextAttributes.Bold);

    /// <summary>Prints a lesson's head.</summary>
    public void PrintHead(Lesson lesson)
    {
        Print(FormattableString.Invariant($"Lesson {lesson.Number}: {lesson.Title}"), Title);
        Print($"You will be able to {lesson.Goal}", default);
        if (lesson.Introduction.Length > 0)
        {
            Print(lesson.Introduction, default);
        }

        Print("Type ? for a hint whenever you like, ?help for the rest. All else that you type goes to the server.", LineColours.Event);
    }

    /// <summary>Prints a line of prose.</summary>
    public void Print(string text, Style style, string lead = "")
    {
        var room = Math.Min(columns() - 1, Widest) - 2;
        var line = new List<StyledRun> { new("| ", Margin) };
        var used = 0;
        if (lead.Length > 0)
        {
            line.Add(new(lead, Title));
            used = lead.Length;
        }

        foreach (var (word, isCode, isGlued) in Words(text))
        {
            var gap = isGlued || used == lead.Length ? 0 : 1;
            if (used + gap + word.Length > room && used > lead.Length && !isGlued)
            {
                output.Print(StyledLine.Create([.. line]));
                line = [new("| ", Margin), new(new string(' ', lead.Length))];
                used = lead.Length;
                gap = 0;
            }

            line.Add(new((gap == 1 ? " " : "") + word, isCode ? Code : style));
            used += gap + word.Length;
        }

        output.Print(StyledLine.Create([.. line]));
    }

    /// <summary>Prints what can be typed.</summary>
    public void PrintHelp()
    {
        foreach (var (typed, does) in LearnerLine.Help)
        {
            Print(does, default, typed.PadRight(10));
        }
    }

    /// <summary>Prints what a lesson says.</summary>
    public void Print(LessonSaying saying)
    {
        switch (saying)
        {
            case LessonSaying.Begun(var step, var number, var count):
                PrintStep(step, number, count);
                break;
            case LessonSaying.Hint(var text, var number, var count):
                Print(text, default, FormattableString.Invariant($"hint {number} of {count}: "));
                break;
            case LessonSaying.Response(var text):
                Print(text, default, "-> ");
                break;
            case LessonSaying.Note({ } note):
                Print(note.Text, default, LeadOf(note));
                break;
            case LessonSaying.Solved({ IsOnTheWire: true } or { Goal: not LessonGoal.Read }):
                Print("Done.", LineColours.Reply(250));
                break;
            case LessonSaying.Remark(var text):
                Print(text, LineColours.Event);
                break;
            case LessonSaying.Finished(var lesson):
                Print("", default);
                Print(FormattableString.Invariant($"That was lesson {lesson.Number}, {lesson.Name}. You can {lesson.Goal}"), Title);
                break;
            default:
                break;
        }
    }

    void PrintStep(LessonStep step, int number, int count)
    {
        Print("", default);
        Print(FormattableString.Invariant($"Step {number} of {count}: {step.Title}"), Title);
        Print(step.Text, default);
        if (step.Exhibit is { } exhibit)
        {
            for (var i = 0; i < exhibit.Lines.Count; i++)
            {
                output.Print([new("| ", Margin), new(FormattableString.Invariant($"{i + 1,4}  "), LineColours.Event), new(exhibit.Lines[i])]);
            }
        }

        for (var i = 0; i < step.Choices.Count; i++)
        {
            Print(step.Choices[i], default, FormattableString.Invariant($"{i + 1,4}) "));
        }

        if (step.Goal is LessonGoal.Read)
        {
            Print("Press Enter to go on.", LineColours.Event);
        }
        else if (step.Goal is LessonGoal.Choice)
        {
            Print("Type the number of your answer.", LineColours.Event);
        }
        else if (step.Goal is LessonGoal.Lines lines)
        {
            Print(lines.Numbers.Count == 1 ? "Type the number of the line." : FormattableString.Invariant($"Type the numbers of the {lines.Numbers.Count} lines, one after the other."), LineColours.Event);
        }
    }

    static string LeadOf(LessonNote note) => note switch
    {
        { Entry: null, Line: { } line } => FormattableString.Invariant($"line {line}: "),
        { Entry: Entry.Reply reply, Line: { } line } => $"{Encoding.UTF8.GetString(reply.Value.Lines[line].Wire.Content.Span)} <- ",
        { Entry: Entry.Reply reply } => FormattableString.Invariant($"{reply.Value.Code} <- "),
        { Entry: Entry.Command command } => $"{command.Name} <- ",
        { Entry: Entry.Tls } => "TLS <- ",
        { Entry: Entry.Data } => "message <- ",
        _ => "",
    };

    // Words to be set in lines; what stands in backticks is one word, and what stands right behind it is glued to it.
    IEnumerable<(string Word, bool IsCode, bool IsGlued)> Words(string text)
    {
        var isGlued = false;
        foreach (var piece in LessonText.Pieces(text))
        {
            if (piece.IsCode)
            {
                yield return (isPlain ? $"\"{piece.Text}\"" : piece.Text, true, isGlued);
                isGlued = true;
                continue;
            }

            var words = piece.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            for (var i = 0; i < words.Length; i++)
            {
                yield return (words[i], false, i == 0 && isGlued && piece.Text[0] != ' ');
            }

            isGlued = piece.Text.Length > 0 && piece.Text[^1] != ' ';
        }
    }
}
