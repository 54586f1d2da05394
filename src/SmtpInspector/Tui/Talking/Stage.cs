namespace SmtpInspector.Tui.Talking;

/// <summary>How far a conversation is.</summary>
enum Stage
{
    /// <summary>It is being opened: connecting, TLS, the greeting, what the program sends of its own accord.</summary>
    Opening,

    /// <summary>It waits for the user's line.</summary>
    Ready,

    /// <summary>A line is on its way, or its reply is waited for.</summary>
    Busy,

    /// <summary>It is over.</summary>
    Over,

    /// <summary>It was over before it was opened: a file.</summary>
    Record,
}
