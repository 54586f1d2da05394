using System.Globalization;

namespace SmtpInspector.Protocol.Lessons;

/// <content>What the learner wants, and answers to questions.</content>
public sealed partial record LessonRun
{
    const string LinesAgain = "You have that one already.";

    /// <summary>The learner wants something of the lesson. <see cref="LearnerWish.Type"/>, <see cref="LearnerWish.Leave"/> and <see cref="LearnerWish.Help"/> are for whoever plays the lesson to grant.</summary>
    public LessonTurn Wish(LearnerWish wish) => wish switch
    {
        LearnerWish.Hint => Hint(),
        LearnerWish.Text => new(this, IsFinished ? [new LessonSaying.Finished(Lesson)] : [BeginsNow()]),
        LearnerWish.Next => Next(),
        LearnerWish.Back => Index == 0 ? Remark("This is the first step.") : GoTo(Index - 1, [], begins: true),
        LearnerWish.Skip => Skip(),
        LearnerWish.Again => IsFinished ? Remark("The lesson is finished; ?restart begins it anew.") : GoTo(Index, [], begins: true),
        LearnerWish.Restart => (this with { Solved = [], Notes = [] }).GoTo(0, [], begins: true),
        _ => new(this, []),
    };

    /// <summary>
    /// The learner answers a question: a choice's number, or numbers of lines; anything goes on where there is only something to read.
    /// Nothing happens at a step that is solved on the wire.
    /// </summary>
    public LessonTurn Answer(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Step?.Goal switch
        {
            LessonGoal.Read => Done([], NotesFor(Step, null, null)),
            LessonGoal.Choice choice => Choose(text.Trim(), choice),
            LessonGoal.Lines lines => Find(text, lines),
            _ => new(this, []),
        };
    }

    LessonTurn Remark(string text) => new(this, [new LessonSaying.Remark(text)]);

    LessonTurn Hint()
    {
        switch (Step)
        {
            case null:
                return Remark("The lesson is finished; ?restart begins it anew.");
            case { Hints.Count: 0 }:
                return Remark("There is nothing to solve here: press Enter to go on.");
            case var step:
                // The last hint is the answer: there is nothing beyond it, and it is worth saying twice.
                var shown = Math.Min(HintsShown + 1, step.Hints.Count);
                return new(this with { HintsShown = shown }, [new LessonSaying.Hint(step.Hints[shown - 1], shown, step.Hints.Count)]);
        }
    }

    LessonTurn Next() => Step switch
    {
        null => Remark("The lesson is finished."),
        { Goal: LessonGoal.Read } => Answer(""),
        _ when Solved.Contains(Index) => GoTo(Index + 1, [], begins: true),
        _ => Remark("This step is not done yet. ? gives a hint, ?skip leaves it out."),
    };

    LessonTurn Skip() => Step is null
        ? Remark("The lesson is finished.")
        : GoTo(Index + 1, [], begins: Step.IsOnTheWire);

    LessonTurn Choose(string text, LessonGoal.Choice choice)
    {
        if (!TryNumber(text, Step!.Choices.Count, out var number))
        {
            return Remark(FormattableString.Invariant($"This is a question: answer it with a number from 1 to {Step.Choices.Count}, or ? for a hint."));
        }

        return number == choice.Number
            ? Done([], NotesFor(Step, null, null))
            : Respond(Said(number) ?? "That is not it. ? gives a hint.");
    }

    LessonTurn Find(string text, LessonGoal.Lines lines)
    {
        var sayings = new List<LessonSaying>();
        var run = this;
        foreach (var word in text.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries).DefaultIfEmpty(""))
        {
            var turn = run.FindOne(word, lines);
            sayings.AddRange(turn.Sayings);
            run = turn.Run;
            if (run.Index != Index)
            {
                break;
            }
        }

        return new(run, sayings);
    }

    LessonTurn FindOne(string word, LessonGoal.Lines lines)
    {
        if (!TryNumber(word, Step!.Exhibit!.Lines.Count, out var number))
        {
            return Remark(FormattableString.Invariant($"This is a question: answer it with the number of a line, from 1 to {Step.Exhibit.Lines.Count}, or ? for a hint."));
        }

        if (Found.Contains(number))
        {
            return Remark(LinesAgain);
        }

        if (!lines.Numbers.Contains(number))
        {
            return Respond(Said(number) ?? FormattableString.Invariant($"Line {number} is as it should be. ? gives a hint."));
        }

        var notes = NotesFor(Step, null, null).Where(note => note.Line == number).ToList();
        var run = this with { Found = Found.Add(number), Response = null };
        if (run.Found.Count == lines.Numbers.Count)
        {
            return run.Done([], notes);
        }

        var progress = FormattableString.Invariant($"Line {number}: found, {run.Found.Count} of {lines.Numbers.Count}.");
        return new(
            run with { Notes = Notes.AddRange(notes) },
            [new LessonSaying.Remark(progress), .. notes.Select(note => new LessonSaying.Note(note))]);
    }

    string? Said(int number) => Step!.Mistakes.FirstOrDefault(mistake => mistake.Answer == number)?.Says;

    static bool TryNumber(string text, int most, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1 && number <= most;
}
