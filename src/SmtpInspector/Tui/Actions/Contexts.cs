namespace SmtpInspector.Tui.Actions;

/// <summary>Where the keyboard is. A key may mean one thing in each.</summary>
[Flags]
enum Contexts
{
    None = 0,

    /// <summary>The home screen.</summary>
    Home = 1,

    /// <summary>The input line of a conversation.</summary>
    Line = 2,

    /// <summary>The panes of a conversation: transcript, detail, bytes, lesson.</summary>
    Panes = 4,

    /// <summary>Two conversations side by side.</summary>
    Comparison = 8,

    /// <summary>A conversation, wherever in it.</summary>
    Conversation = Line | Panes,

    /// <summary>Everywhere.</summary>
    Anywhere = Home | Line | Panes | Comparison,
}
