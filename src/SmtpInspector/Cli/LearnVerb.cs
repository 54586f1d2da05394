using System.CommandLine;
using SmtpInspector.Kept;
using SmtpInspector.Lessons;
using SmtpInspector.LineMode;
using SmtpInspector.Protocol.Lessons;
using SmtpInspector.Protocol.Redaction;
using SmtpInspector.Session;
using SmtpInspector.Terminal.Device;
using SmtpInspector.Terminal.Styling;

namespace SmtpInspector.Cli;

/// <summary><c>learn [LESSON]</c>.</summary>
static class LearnVerb
{
    const int PlainColumns = 80;

    public static Command Create()
    {
        var lesson = new Argument<string?>("LESSON")
        {
            Description = "A lesson's number or name; the first that is not done when left out.",
            HelpName = "LESSON",
            Arity = ArgumentArity.ZeroOrOne,
        };
        lesson.CompletionSources.Add(_ => LessonShelf.Course.Select(known => new System.CommandLine.Completions.CompletionItem(known.Name)));
        var line = new Option<bool>("--line") { Description = "Use line mode: the lesson's words stand between the lines of the conversation." };
        var list = new Option<bool>("--list") { Description = "Print the lessons, one a line: number, name, title, progress." };
        var check = new Option<bool>("--check") { Description = "Play every model answer, every hint's answer and every foreseen mistake; 0 when all is as the lessons say." };
        var folder = new Option<string>("--lessons") { Description = "Take the lessons from a folder of your own.", HelpName = "DIR" };
        var command = new Command("learn", "Learn SMTP by speaking it: lessons with the practice server.") { lesson, line, list, check, folder };
        LookOptions.AddTo(command);
        command.SetAction((parsed, cancellationToken) => Guarded.RunAsync(async () =>
        {
            var lessons = Lessons(parsed.GetValue(folder));
            var word = parsed.GetValue(lesson);
            var chosen = word is null ? null : LessonShelf.Find(lessons, word) ?? throw new UsageException(
                $"There is no lesson {word}; learn --list prints those there are, numbers 1 to {lessons.Count}.");
            return parsed.GetValue(list) ? List(lessons)
                : parsed.GetValue(check) ? await new LessonCheck(Console.Out).RunAsync(chosen is null ? lessons : [chosen], cancellationToken)
                : chosen is null && !LineTerminal.IsAvailable ? List(lessons)
                : LineTerminal.IsAvailable && !parsed.GetValue(line)
                    ? ScreenStart.Learn(chosen ?? First(lessons), lessons, LookOptions.Read(new ParsedArguments(parsed)))
                    : await PlayAsync(chosen, lessons, cancellationToken);
        }));
        return command;
    }

    // The first that is not done.
    static Lesson First(IReadOnlyList<Lesson> lessons)
    {
        var progress = LessonProgress.Load();
        return lessons.FirstOrDefault(lesson => !progress.IsDone(lesson)) ?? lessons[0];
    }

    static IReadOnlyList<Lesson> Lessons(string? folder)
    {
        try
        {
            return folder is null ? LessonShelf.Course : LessonShelf.InFolder(folder);
        }
        catch (LessonShelfException wrong)
        {
            throw new UsageException(wrong.Message);
        }
    }

    static ExitStatus List(IReadOnlyList<Lesson> lessons)
    {
        var progress = LessonProgress.Load();
        var names = lessons.Max(lesson => lesson.Name.Length);
        var titles = lessons.Max(lesson => lesson.Title.Length);
        foreach (var lesson in lessons)
        {
            Console.Out.WriteLine(FormattableString.Invariant(
                $"{lesson.Number,2}  {lesson.Name.PadRight(names)}  {lesson.Title.PadRight(titles)}  {progress.Words(lesson)}"));
        }

        return ExitStatus.AsExpected;
    }

    static async Task<ExitStatus> PlayAsync(Lesson? chosen, IReadOnlyList<Lesson> lessons, CancellationToken cancellationToken)
    {
        Rehearsal.Begin();
        var progress = LessonProgress.Load();
        var lesson = chosen ?? First(lessons);
        if (!LineTerminal.IsAvailable)
        {
            var depth = ColourRule.ForStandardOutput();
            var lines = new StreamOutput(StandardStreams.OpenOutput(), depth);
            var run = await new LessonRunner(
                lesson, new PipeInput(StandardStreams.OpenInput()), new LessonPrinter(lines, () => PlainColumns, depth is null), progress, waiting: null, TimeProvider.System)
                .RunAsync([new LinePrinter(lines, keepSecrets: true, printFailures: true)], cancellationToken);
            return run.IsFinished ? ExitStatus.AsExpected : ExitStatus.Unexpected;
        }

        return await AtTerminalAsync(lesson, lessons, progress, cancellationToken);
    }

    // One lesson after the other, as long as the learner likes.
    static async Task<ExitStatus> AtTerminalAsync(Lesson lesson, IReadOnlyList<Lesson> lessons, LessonProgress progress, CancellationToken cancellationToken)
    {
        var isPlain = ColorSupport.Detect(Environment.GetEnvironmentVariable) == ColorDepth.None;
        using var terminal = new LineTerminal(InputHistory.Open(folder: null), keepSecrets: true, new KnownSecrets());
        var printer = new LessonPrinter(terminal, () => terminal.Columns, isPlain);
        var conversation = new TerminalObserver(
            new LinePrinter(terminal, keepSecrets: true, printFailures: true) { Columns = () => terminal.Columns }, terminal);
        for (Lesson? next = lesson; next is not null;)
        {
            var runner = new LessonRunner(next, terminal, printer, progress, terminal, TimeProvider.System)
            {
                Moved = run =>
                {
                    terminal.Guide = text => LessonGuide.For(run, text);
                    terminal.IsForServer = !run.AwaitsAnswer;
                },
            };
            var run = await runner.RunAsync([conversation], cancellationToken);
            next = run.IsFinished ? lessons.SkipWhile(known => known != next).Skip(1).FirstOrDefault() : null;
            if (next is not null && !await terminal.AskAsync(FormattableString.Invariant($"Go on with lesson {next.Number}, {next.Name}?")))
            {
                next = null;
            }
        }

        return terminal.HasLeft ? ExitStatus.Interrupted : ExitStatus.AsExpected;
    }
}
