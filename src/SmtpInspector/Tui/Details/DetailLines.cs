using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Views;

namespace SmtpInspector.Tui.Details;

/// <summary>Lines that are there already.</summary>
sealed class DetailLines(IReadOnlyList<StyledLine> lines) : ITextLines
{
    public int Count => lines.Count;

    public StyledLine this[int index] => lines[index];
}
