namespace SmtpInspector.Tui.Actions;

/// <summary>Everything the user can do.</summary>
static class ActionRegistry
{
    /// <summary>All of it, in the order in which the help has it.</summary>
    public static IReadOnlyList<UserAction> All { get; } =
    [
        .. HomeActions.All,
        .. LessonActions.All,
        .. ConversationActions.All,
        .. LineActions.All,
        .. PaneActions.All,
        .. ExportActions.All,
        .. ScriptActions.All,
        .. PlaybackActions.All,
        .. ComparisonActions.All,
        .. OnTopActions.All,
        .. ProgramActions.All,
    ];

    /// <summary>An action by its id.</summary>
    public static UserAction Of(string id) => ById[id];

    static Dictionary<string, UserAction> ById { get; } = All.ToDictionary(static action => action.Id);
}
