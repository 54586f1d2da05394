using System.Text;
using SmtpInspector.Tui.Learning;
using SmtpInspector.Tui.Live;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tui.Actions;

/// <summary>What one can do with a lesson. Typed on the line, a question mark and the word do the same.</summary>
static class LessonActions
{
    const string Group = "Lesson";

    /// <summary>The actions.</summary>
    public static IReadOnlyList<UserAction> All { get; } =
    [
        Of("lesson-hint", "A hint", "F3", "?hint", "hint", "help stuck answer"),
        Of("lesson-next", "On to the next step without doing this one", "F10", "?skip", "", "skip forward"),
        Of("lesson-back", "Back to the step before", "F11", "?back", "", "previous"),
        Of("lesson-again", "This step once more, in a new conversation", "F12", "?again", "", "retry"),
        Of("lesson-restart", "The lesson from its beginning", null, "?restart", "", "reset"),
        new("lesson-go-on", "Go on with the next lesson", Group, Contexts.Conversation, [Binding.Of(Contexts.Conversation, "F9")], GoOn)
        {
            WhyNot = model => Lesson(model) switch
            {
                null => "this is no lesson",
                { Next: null } => "this is the last lesson",
                _ => null,
            },
            Words = "continue course",
        },
        new("lessons", "Lessons", Group, Contexts.Anywhere, [Binding.Of(Contexts.Conversation, "F4")], LessonPage.Choose) { Words = "learn course teach" },
        new("pane-lesson", "Lesson", "Panes", Contexts.Conversation, [Binding.Of(Contexts.Conversation, "Alt-4"), Binding.Of(Contexts.Panes, "4")], PaneActions.ToLesson)
        {
            WhyNot = static model => Lesson(model) is null ? "this is no lesson" : null,
        },
    ];

    static LessonPane? Lesson(Model model) => (model.Page as TalkPage)?.Lesson;

    static UserAction Of(string id, string title, string? key, string typed, string hint, string words) => new(
        id, title, Group, Contexts.Conversation, key is null ? [] : [Binding.Of(Contexts.Conversation, key)], model => Wish(model, typed))
    {
        WhyNot = model => Lesson(model) switch
        {
            null => "this is no lesson",
            { Run.IsFinished: true } => "the lesson is done",
            _ => (model.Page as TalkPage)?.Stage == Stage.Over ? "the lesson is over" : null,
        },
        Hint = hint,
        Words = words,
    };

    static Step Wish(Model model, string typed) => TalkUpdate.Enqueue(model, (TalkPage)model.Page, new Outgoing(Encoding.UTF8.GetBytes(typed)));

    static Step GoOn(Model model) => Lesson(model) is { Next: { } next } lesson ? LessonPage.Begin(model, next, lesson.Shelf) : model;
}
