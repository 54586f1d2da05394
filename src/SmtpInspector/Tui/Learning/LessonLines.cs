using System.Collections.Immutable;
using SmtpInspector.Protocol.Lessons;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Tui.Details;
using SmtpInspector.Tui.Looks;

namespace SmtpInspector.Tui.Learning;

/// <summary>What stands in the lesson's pane.</summary>
sealed class LessonLines(Look look, int width)
{
    readonly List<StyledLine> _lines = [];

    /// <summary>The lines at a width, in cells.</summary>
    public static DetailLines Of(LessonPane pane, Look look, int width) => new LessonLines(look, width).Make(pane);

    DetailLines Make(LessonPane pane)
    {
        if (pane.Parting is { } parting)
        {
            AddResponse(parting, look.Theme.Warning);
            _lines.Add(StyledLine.Empty);
        }

        if (pane.Run is not { } run)
        {
            AddHead(pane.Lesson);
            AddSaid(pane.Said);
        }
        else if (run.Step is { } step)
        {
            // What is said about an exhibit is seen without turning a page.
            if (run.Index == 0 && (step.Exhibit is null || pane.Said.Count == 0))
            {
                AddHead(pane.Lesson);
            }

            AddStep(pane, step, run);
        }
        else
        {
            AddEnd(pane);
            AddSaid(pane.Said);
        }

        return new DetailLines(_lines);
    }

    void AddHead(Lesson lesson)
    {
        Add($"You will be able to {lesson.Goal}", look.Theme.Faint);
        if (lesson.Introduction.Length > 0)
        {
            Add(lesson.Introduction, default);
        }

        _lines.Add(StyledLine.Empty);
    }

    void AddStep(LessonPane pane, LessonStep step, LessonRun run)
    {
        Add(step.Title, look.Theme.Strong, FormattableString.Invariant($"{run.Number}/{run.Count}  "));
        Add(step.Text, default);
        for (var i = 0; i < step.Choices.Count; i++)
        {
            Add(step.Choices[i], default, FormattableString.Invariant($"{i + 1}) "));
        }

        Add(
            step.Goal switch
            {
                LessonGoal.Read => "Enter goes on.",
                LessonGoal.Choice => "Type the number of your answer.",
                LessonGoal.Lines { Numbers.Count: 1 } => "Type the number of the line. PgUp and PgDn turn the page.",
                LessonGoal.Lines { Numbers.Count: var count } => FormattableString.Invariant($"Type the numbers of the {count} lines. PgUp and PgDn turn the page."),
                _ => "",
            },
            look.Theme.Faint);

        // What is to be read may be longer than the pane: it stands behind all that belongs to it.
        AddSaid(pane.Said);
        if (step.Exhibit is { } exhibit)
        {
            _lines.Add(StyledLine.Empty);
            AddExhibit(step, exhibit, run);
        }
    }

    void AddExhibit(LessonStep step, LessonExhibit exhibit, LessonRun run)
    {
        for (var i = 0; i < exhibit.Lines.Count; i++)
        {
            var found = run.Found.Contains(i + 1);
            var line = StyledLine.Create(
            [
                new(FormattableString.Invariant($"{i + 1,3} "), look.Theme.Faint),
                new(found ? look.Glyphs.Success.PadRight(2) : "  ", look.Theme.Success),
                new(Safe.FromText(exhibit.Lines[i], look.Form), look.Client),
            ]);
            _lines.AddRange(TextWrap.Lines(line, width, look.Width, 6));
            foreach (var notice in step.Notices.Where(notice => found && notice.ExhibitLine == i + 1))
            {
                Add(notice.Says, look.Theme.Accent, look.Form == SafeForm.Ascii ? "      <- " : "      ◂ ", look.Theme.Accent);
            }
        }
    }

    // What was said before the last word is there to be read again, and stands back.
    void AddSaid(ImmutableList<LessonSaying> said)
    {
        if (said.Count > 0)
        {
            _lines.Add(StyledLine.Empty);
        }

        for (var i = 0; i < said.Count; i++)
        {
            var isLast = i == said.Count - 1;
            switch (said[i])
            {
                case LessonSaying.Hint hint:
                    Add(hint.Text, isLast ? default : look.Theme.Faint, FormattableString.Invariant($"hint {hint.Number} of {hint.Count}: "), isLast ? look.Theme.Accent : look.Theme.Faint);
                    break;
                case LessonSaying.Response response:
                    AddResponse(response.Text, isLast ? look.Theme.Warning : look.Theme.Faint);
                    break;
                case LessonSaying.Remark remark:
                    Add(remark.Text, isLast ? look.Theme.Info : look.Theme.Faint, "i ");
                    break;
            }
        }
    }

    void AddResponse(string text, Style style) => Add(text, style, look.Form == SafeForm.Ascii ? "-> " : "→ ", style);

    void AddEnd(LessonPane pane)
    {
        var lesson = pane.Lesson;
        Add($"That was lesson {lesson.Number}, {lesson.Title}", look.Theme.Success.With(TextAttributes.Bold));
        _lines.Add(StyledLine.Empty);
        Add($"You can {lesson.Goal}", default);
        _lines.Add(StyledLine.Empty);
        Add($"The notes in the margin of the transcript stay. {(pane.Next is null ? "F4 lists the lessons." : "F9 goes on with the next lesson.")}", look.Theme.Faint);
    }

    void Add(string text, Style style, string lead = "", Style? leadStyle = null)
    {
        if (text.Length == 0)
        {
            return;
        }

        foreach (var paragraph in text.Split('\n'))
        {
            var runs = new List<StyledRun>();
            if (lead.Length > 0)
            {
                runs.Add(new(lead, leadStyle ?? look.Theme.Strong));
            }

            foreach (var piece in LessonText.Pieces(paragraph))
            {
                // Without colours what is to be typed stands in quotation marks.
                runs.Add(new(
                    Safe.FromText(piece.IsCode && look.Depth == ColorDepth.None ? $"\"{piece.Text}\"" : piece.Text, look.Form),
                    piece.IsCode ? look.Client.With(TextAttributes.Bold) : style));
            }

            _lines.AddRange(TextWrap.Lines(StyledLine.Create([.. runs]), width, look.Width, Math.Min(lead.Length, 8)));
        }
    }
}
