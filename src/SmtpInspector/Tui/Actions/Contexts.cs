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

    /// <summary>A dialog.</summary>
    Dialog = 16,

    /// <summary>A list to choose from, the palette and the help among them.</summary>
    List = 32,

    /// <summary>The candidates of a completion, in the line or in a dialog.</summary>
    Candidates = 64,

    /// <summary>The search through the history, in the line.</summary>
    History = 128,

    /// <summary>What is searched for, or which entries are shown.</summary>
    Prompt = 256,

    /// <summary>The letter of a mark.</summary>
    Letter = 512,

    /// <summary>A conversation, wherever in it.</summary>
    Conversation = Line | Panes,

    /// <summary>Every page.</summary>
    Anywhere = Home | Line | Panes | Comparison,

    /// <summary>What lies over a page, or is open in its line or at its bottom, and has the keyboard first.</summary>
    OnTop = Dialog | List | Candidates | History | Prompt | Letter,

    /// <summary>Every page, and whatever is on top of it.</summary>
    Everywhere = Anywhere | OnTop,
}
