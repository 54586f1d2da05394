namespace SmtpInspector.Terminal.Editing;

/// <summary>What a line was before a change, with the step before that one.</summary>
sealed record EditStep(string Text, int Cursor, EditKind Kind, EditStep? Before)
{
    /// <summary>The same step, which later typing does not join.</summary>
    public EditStep Sealed() => Kind == EditKind.Typing ? this with { Kind = EditKind.Other } : this;
}
