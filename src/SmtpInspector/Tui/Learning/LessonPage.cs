using SmtpInspector.Lessons;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Lessons;
using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Overlays;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tui.Learning;

/// <summary>Opens lessons.</summary>
static class LessonPage
{
    /// <summary>A page with a lesson beside the conversation.</summary>
    public static TalkPage Of(int id, Lesson lesson, LineInput line, IReadOnlyList<Lesson>? shelf = null) => new()
    {
        Id = id,
        Name = FormattableString.Invariant($"lesson {lesson.Number}"),
        Conversation = Transcript.Conversation.Start(SessionState.Start(tls: false)),
        Line = line,
        Lesson = LessonPane.Of(lesson) with { Shelf = shelf ?? LessonShelf.Course },
        Share = 44,
        // The practice server's password is no secret, and one learns by seeing it.
        KeepSecrets = true,
    };

    /// <summary>Begins a lesson, in place of a lesson that is open.</summary>
    /// <param name="model">The model.</param>
    /// <param name="lesson">The lesson.</param>
    /// <param name="shelf">The lessons it is one of; the program's own course when left out.</param>
    public static Step Begin(Model model, Lesson lesson, IReadOnlyList<Lesson>? shelf = null)
    {
        var id = model.NextConversation;
        var page = Of(id, lesson, LineInput.Empty with { History = model.History }, shelf);
        var isLesson = model.Page is TalkPage { Lesson: not null };
        var next = isLesson ? model with { Page = page, Overlay = null } : model.Open(page);
        var step = new Step(next with { NextConversation = id + 1 }, [new Effect.Teach(id, lesson)]);
        return isLesson ? new Step(step.Model, step.Effects.Insert(0, new Effect.Leave(((TalkPage)model.Page).Id))) : step;
    }

    /// <summary>Asks which lesson, of those that the open one is one of; how far one has come is read from the state folder.</summary>
    public static Step Choose(Model model) => Choose(model, (model.Page as TalkPage)?.Lesson?.Shelf ?? LessonShelf.Course);

    static Step Choose(Model model, IReadOnlyList<Lesson> shelf) => new(model, [new Effect.Run(_ =>
    {
        var progress = LessonProgress.Load();
        IReadOnlyList<PaletteEntry> entries =
        [
            .. shelf.Select(lesson => new PaletteEntry(
                lesson.Name, FormattableString.Invariant($"{lesson.Number,2}  {lesson.Title}"), progress.Words(lesson), Keywords: lesson.Goal)),
        ];
        return Task.FromResult<Func<Model, Step>>(next => next with
        {
            Overlay = new Overlay.Chooser(
                Palette.Open("Lessons", entries),
                (chosen, name) => Begin(chosen, shelf.First(lesson => lesson.Name == name), shelf)),
        });
    })]);
}
