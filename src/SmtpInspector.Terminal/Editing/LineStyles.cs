using SmtpInspector.Terminal.Styling;

namespace SmtpInspector.Terminal.Editing;

/// <summary>How the parts of an entered line are drawn.</summary>
/// <param name="Text">What is typed.</param>
/// <param name="Selection">What of it is selected.</param>
/// <param name="Ghost">What is offered to follow.</param>
/// <param name="Mark">The marks at the ends of a line that goes on beyond its place, and the words of a search.</param>
/// <param name="Candidate">A line of the list of candidates.</param>
/// <param name="Chosen">The chosen line of that list.</param>
/// <param name="Description">What a candidate means.</param>
public sealed record LineStyles(
    Style Text = default, Style Selection = default, Style Ghost = default, Style Mark = default, Style Candidate = default, Style Chosen = default, Style Description = default)
{
    /// <summary>Attributes alone, for any terminal.</summary>
    public static LineStyles Default { get; } = new(
        Selection: new Style(Attributes: TextAttributes.Reverse),
        Ghost: new Style(Ansi.BrightBlack, Attributes: TextAttributes.Dim),
        Mark: new Style(Attributes: TextAttributes.Bold),
        Chosen: new Style(Attributes: TextAttributes.Reverse),
        Description: new Style(Attributes: TextAttributes.Dim));

    /// <summary>The style of a part.</summary>
    public Style Of(FieldPieceKind kind) => kind switch
    {
        FieldPieceKind.Text => Text,
        FieldPieceKind.Selection => Selection,
        FieldPieceKind.Ghost => Ghost,
        FieldPieceKind.Continuation => Mark,
    };
}
