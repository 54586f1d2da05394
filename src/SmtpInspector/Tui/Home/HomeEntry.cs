using SmtpInspector.Terminal.Views;

namespace SmtpInspector.Tui.Home;

/// <summary>Something to begin with.</summary>
/// <param name="Id">Its name, by which the selection keeps to it.</param>
/// <param name="Section">The heading it stands under.</param>
/// <param name="Title">What it is.</param>
/// <param name="About">What it is, in a line.</param>
/// <param name="Open">What Enter does.</param>
sealed record HomeEntry(string Id, string Section, string Title, string About, Func<Model, Step> Open)
{
    /// <summary>What is said at the right: when, or how it stands.</summary>
    public string Note { get; init; } = "";

    /// <summary>How that is meant; null for nothing special.</summary>
    public ToastKind? NoteKind { get; init; }

    /// <summary>What Enter does and what one may want to know before, in a few sentences.</summary>
    public string Explanation { get; init; } = "";

    /// <summary>Other words by which it is found.</summary>
    public string Words { get; init; } = "";

    /// <summary>Whether it is shown only to someone who looks for it.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Opens it with its options to be filled in first; null where it has none.</summary>
    public Func<Model, Step>? Options { get; init; }

    /// <summary>Takes it off the list; null where it always stands there.</summary>
    public Func<Model, Step>? Remove { get; init; }
}
