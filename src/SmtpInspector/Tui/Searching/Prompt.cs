using SmtpInspector.Terminal.Editing;

namespace SmtpInspector.Tui.Searching;

/// <summary>A line at the bottom on which something is asked for in the panes.</summary>
/// <param name="Kind">What.</param>
/// <param name="Field">What is typed.</param>
/// <param name="From">The selected place when it was opened, to come back to.</param>
sealed record Prompt(PromptKind Kind, TextField Field, int From);

/// <summary>What a prompt asks for.</summary>
enum PromptKind
{
    /// <summary>Something to search for.</summary>
    Search,

    /// <summary>Which items to show.</summary>
    Filter,

    /// <summary>The letter of a mark to set.</summary>
    Mark,

    /// <summary>The letter of a mark to go to.</summary>
    Jump,
}
