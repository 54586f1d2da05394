using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tui.Home;

/// <summary>The conversations of this run, which go on while one is on the home screen.</summary>
static class OpenEntries
{
    /// <summary>Each, the one that was seen last on top.</summary>
    public static IEnumerable<HomeEntry> All(Model model) => model.Beneath.OfType<TalkPage>().Select(page =>
    {
        var (note, kind) = Stand(page);
        return new HomeEntry($"open {page.Id}", "Open here", page.Name, About(page), next => Homes.Bring(next, page.Id))
        {
            Note = note,
            NoteKind = kind,
            Explanation = "Enter goes back to it. Ctrl-X closes it: QUIT is sent where the server waits for a command, and the conversation is kept.",
            Remove = next => Close(next, page),
        };
    });

    static (string, ToastKind?) Stand(TalkPage page) => page switch
    {
        { Question: not null } => ("asks something", ToastKind.Warning),
        { Stage: Stage.Opening } => ("opening", ToastKind.Info),
        { Stage: Stage.Record } => ("record", null),
        { Stage: Stage.Over, EndMessage: not null } => ("ended badly", ToastKind.Error),
        { Stage: Stage.Over } => ("closed", null),
        { Waiting: not null } => ("waits for a reply", ToastKind.Info),
        _ => ("open", ToastKind.Success),
    };

    static string About(TalkPage page)
    {
        var conversation = page.Conversation;
        return FormattableString.Invariant(
            $"{Count(conversation.Commands, "command")}, {Count(conversation.Errors, "error")}, {Count(conversation.Warnings, "warning")}");
    }

    static string Count(int count, string what) => FormattableString.Invariant($"{count} {what}{(count == 1 ? "" : "s")}");

    static Step Close(Model model, TalkPage page)
    {
        var next = model with { Beneath = [.. model.Beneath.Where(other => (other as TalkPage)?.Id != page.Id).Reverse()] };
        return page.Stage is Stage.Over or Stage.Record ? next : new Step(next, [new Effect.Leave(page.Id)]);
    }
}
