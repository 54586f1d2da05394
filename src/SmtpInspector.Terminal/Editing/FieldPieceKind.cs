namespace SmtpInspector.Terminal.Editing;

/// <summary>What a part of a line is.</summary>
public enum FieldPieceKind
{
    Text,
    Selection,

    /// <summary>Offered, not typed.</summary>
    Ghost,

    /// <summary>Marks that the line goes on beyond its place.</summary>
    Continuation,
}
