namespace SmtpInspector.Tui;

/// <summary>What fills the screen under everything else. A closed set: see <see cref="Update"/> and <see cref="View"/>.</summary>
abstract record Page
{
    /// <summary>Where the keyboard is, which decides what keys mean.</summary>
    public abstract Actions.Contexts Context { get; }

    /// <summary>The same, or what is open in the page and takes the keys first.</summary>
    public virtual Actions.Contexts Keyboard => Context;

    /// <summary>What the window is called while the page is shown.</summary>
    public abstract string Title { get; }
}
