namespace SmtpInspector.Terminal.Editing;

/// <summary>Whether a change joins the one before it when they are undone.</summary>
enum EditKind
{
    Other,

    /// <summary>Characters typed one after the other are undone together.</summary>
    Typing,
}
