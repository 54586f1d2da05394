using SmtpInspector.Terminal.Styling;

namespace SmtpInspector.Terminal.Views;

/// <summary>Lines of text, asked for only as they come into sight.</summary>
public interface ITextLines
{
    /// <summary>How many there are.</summary>
    int Count { get; }

    /// <summary>One of them.</summary>
    StyledLine this[int index] { get; }
}
