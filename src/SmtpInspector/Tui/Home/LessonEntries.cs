using SmtpInspector.Lessons;
using SmtpInspector.Tui.Learning;

namespace SmtpInspector.Tui.Home;

/// <summary>The course: as a whole, and each lesson for who looks for it.</summary>
static class LessonEntries
{
    /// <summary>The entries.</summary>
    /// <param name="sought">Whether something is sought: only then the lessons are read.</param>
    public static IEnumerable<HomeEntry> All(bool sought)
    {
        yield return new("lessons", "Practise", "Lessons", "learn SMTP by speaking it, a step at a time", LessonPage.Choose)
        {
            Explanation = "Enter lists the lessons, and how far you have come. Each takes a few minutes, with the practice server.",
            Words = "learn course tutorial help beginner",
        };
        foreach (var lesson in sought ? LessonShelf.Course : [])
        {
            yield return new($"lesson {lesson.Name}", "Practise", FormattableString.Invariant($"Lesson {lesson.Number}"), lesson.Title, model => LessonPage.Begin(model, lesson))
            {
                Explanation = lesson.Goal,
                Words = lesson.Name,
                IsHidden = true,
            };
        }
    }
}
