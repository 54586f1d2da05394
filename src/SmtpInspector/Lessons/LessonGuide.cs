using System.Text;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Lessons;

namespace SmtpInspector.Lessons;

/// <summary>What stands under the line while a lesson runs: what may come next is the lesson's to say, not the program's.</summary>
static class LessonGuide
{
    /// <summary>The words for a line that is being typed; null where the line is for the server and the usual hints help.</summary>
    public static string? For(LessonRun run, string text)
    {
        if (text.Length == 0)
        {
            return run.Step?.Goal switch
            {
                LessonGoal.Read => "Enter goes on; ?help has the rest",
                LessonGoal.Choice or LessonGoal.Lines => "a number answers; ? gives a hint, ?help has the rest",
                LessonGoal.Spoken => "what you type goes to the server; ? gives a hint, ?help has the rest",
                _ => null,
            };
        }

        return LearnerLine.Read(Encoding.UTF8.GetBytes(text), run.AwaitsAnswer, ContentMode.None) switch
        {
            LearnerLine.Wish => string.Join(" · ", LearnerLine.Help.Select(row => row.Typed)),
            LearnerLine.Answer => "your answer; it does not go to the server",
            LearnerLine.Exact => "exact octets",
            LearnerLine.Unsent => "a percent sign is followed by two hexadecimal digits",
            _ => null,
        };
    }
}
