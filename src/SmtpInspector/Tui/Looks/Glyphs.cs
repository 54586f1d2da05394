using SmtpInspector.Protocol.Findings;

namespace SmtpInspector.Tui.Looks;

/// <summary>Symbols, each at most two cells wide. Colour and word always stand beside them.</summary>
/// <param name="Success">A 2yz reply that fits.</param>
/// <param name="Intermediate">A 3yz reply: the server waits for more.</param>
/// <param name="Transient">A 4yz reply: try again later.</param>
/// <param name="Permanent">A 5yz reply: it will not do.</param>
/// <param name="Unlisted">A reply that no RFC lists for the command.</param>
/// <param name="Malformed">No reply at all by the grammar.</param>
/// <param name="Folded">More can be unfolded.</param>
/// <param name="Unfolded">It can be folded.</param>
/// <param name="InTls">The line went inside TLS.</param>
/// <param name="Rule">A line that divides.</param>
/// <param name="Cr">A carriage return in the bytes.</param>
/// <param name="Lf">A line feed in the bytes.</param>
/// <param name="Between">Stands between parts of a line.</param>
/// <param name="Branch">A child in a tree.</param>
/// <param name="LastBranch">The last child in a tree.</param>
/// <param name="Trunk">Further children come below.</param>
sealed record Glyphs(
    string Success,
    string Intermediate,
    string Transient,
    string Permanent,
    string Unlisted,
    string Malformed,
    string Folded,
    string Unfolded,
    string InTls,
    string Rule,
    string Cr,
    string Lf,
    string Between,
    string Branch,
    string LastBranch,
    string Trunk)
{
    /// <summary>For terminals that show them.</summary>
    public static Glyphs Unicode { get; } = new("✓", "→", "↻", "✗", "?", "✗", "▸", "▾", "│", "═", "␍", "␊", "·", "├─ ", "└─ ", "│  ");

    /// <summary>For all others.</summary>
    public static Glyphs Ascii { get; } = new("ok", "->", "4x", "5x", "?", "x", "+", "-", "|", "=", "^M", "^J", "-", "|- ", "`- ", "|  ");

    /// <summary>What stands before a finding; the same everywhere, line mode included.</summary>
    public static string Of(Severity severity) => severity switch
    {
        Severity.Error => "!",
        Severity.Warning => "~",
        Severity.Info => "i",
    };
}
