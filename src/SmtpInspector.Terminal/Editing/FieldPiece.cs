using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Terminal.Editing;

/// <summary>A part of a line that is drawn in one style.</summary>
public readonly record struct FieldPiece(SafeText Text, FieldPieceKind Kind);
