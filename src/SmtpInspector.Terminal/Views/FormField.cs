using SmtpInspector.Terminal.Editing;

namespace SmtpInspector.Terminal.Views;

/// <summary>Something to fill in.</summary>
/// <param name="Id">What its owner calls it.</param>
/// <param name="Label">What stands before it.</param>
/// <param name="Hint">What is said below it while it has the keyboard.</param>
public abstract record FormField(string Id, string Label, string Hint)
{
    /// <summary>A line of text.</summary>
    /// <param name="Id">What its owner calls it.</param>
    /// <param name="Label">What stands before it.</param>
    /// <param name="Value">The text.</param>
    /// <param name="Hint">What is said below it while it has the keyboard.</param>
    /// <param name="Placeholder">What is shown while nothing is typed.</param>
    /// <param name="Validate">Says what is wrong with a text, or null.</param>
    public sealed record TextLine(
        string Id, string Label, TextField Value, string Hint = "", string Placeholder = "", Func<string, string?>? Validate = null) : FormField(Id, Label, Hint)
    {
        /// <summary>Whether a file is asked for, so that its owner completes the name when Tab is pressed.</summary>
        public bool IsPath { get; init; }
    }

    /// <summary>One of a few.</summary>
    /// <param name="Id">What its owner calls it.</param>
    /// <param name="Label">What stands before it.</param>
    /// <param name="Options">What can be chosen.</param>
    /// <param name="Chosen">The index of what is.</param>
    /// <param name="Hint">What is said below it while it has the keyboard.</param>
    public sealed record Choice(string Id, string Label, IReadOnlyList<string> Options, int Chosen = 0, string Hint = "") : FormField(Id, Label, Hint);

    /// <summary>Yes or no.</summary>
    /// <param name="Id">What its owner calls it.</param>
    /// <param name="Label">What stands before it.</param>
    /// <param name="Value">Whether it is yes.</param>
    /// <param name="Hint">What is said below it while it has the keyboard.</param>
    public sealed record Toggle(string Id, string Label, bool Value = false, string Hint = "") : FormField(Id, Label, Hint);

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public string? Error => this is TextLine { Validate: { } validate } line ? validate(line.Value.Text) : null;
}
