using SmtpInspector.Terminal.Styling;

namespace SmtpInspector.Terminal.Themes;

/// <summary>
/// How the parts of a screen are drawn, by what they are. The background is left to the terminal wherever it can be, so only the kind of
/// background, dark or light, needs to be known. A program adds roles of its own beside these.
/// </summary>
public sealed record Theme
{
    /// <summary>What the user calls it.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is made for a dark background.</summary>
    public bool IsDark { get; init; } = true;

    /// <summary>What is read.</summary>
    public Style Text { get; init; }

    /// <summary>What matters less: times, hints, captions.</summary>
    public Style Faint { get; init; }

    /// <summary>What stands out: headings, the key of a hint.</summary>
    public Style Strong { get; init; }

    /// <summary>Links, names, whatever is special without being good or bad.</summary>
    public Style Accent { get; init; }

    /// <summary>What went well.</summary>
    public Style Success { get; init; }

    /// <summary>What asks for attention.</summary>
    public Style Warning { get; init; }

    /// <summary>What went wrong.</summary>
    public Style Error { get; init; }

    /// <summary>What is good to know.</summary>
    public Style Info { get; init; }

    /// <summary>Frames.</summary>
    public Style Border { get; init; }

    /// <summary>The frame of the part that has the keyboard.</summary>
    public Style FocusedBorder { get; init; }

    /// <summary>The title of a frame.</summary>
    public Style Title { get; init; }

    /// <summary>The title of the frame that has the keyboard.</summary>
    public Style FocusedTitle { get; init; }

    /// <summary>Laid over the selected item.</summary>
    public Style Selection { get; init; }

    /// <summary>Laid over the selected item of a list that has not the keyboard.</summary>
    public Style FaintSelection { get; init; }

    /// <summary>Laid over what a search has found.</summary>
    public Style Match { get; init; }

    /// <summary>The line at the top or bottom that tells the state.</summary>
    public Style StatusBar { get; init; }

    /// <summary>A key that the status line names.</summary>
    public Style StatusKey { get; init; }

    /// <summary>A field to type in.</summary>
    public Style Field { get; init; }

    /// <summary>What is offered to follow what was typed.</summary>
    public Style Ghost { get; init; }

    /// <summary>The way of a scroll bar.</summary>
    public Style ScrollTrack { get; init; }

    /// <summary>The thumb of a scroll bar.</summary>
    public Style ScrollThumb { get; init; }

    /// <summary>What lies over the screen: dialogs, menus, the palette.</summary>
    public Style Popup { get; init; }

    /// <summary>A button or choice of a dialog.</summary>
    public Style Button { get; init; }

    /// <summary>The one that Enter would press.</summary>
    public Style FocusedButton { get; init; }

    /// <summary>What cannot be used now.</summary>
    public Style Disabled { get; init; }

    /// <summary>
    /// The theme for so many colours. Users choose their sixteen, and in many a palette bright black is the background itself: with no
    /// more than these nothing is told by it, and what is selected has one colour, which can be read.
    /// </summary>
    public Theme At(ColorDepth depth) => depth != ColorDepth.Ansi16 ? this : this with
    {
        Faint = Dimmed(Faint),
        Border = Dimmed(Border),
        Ghost = Dimmed(Ghost),
        ScrollTrack = Dimmed(ScrollTrack),
        ScrollThumb = IsGrey(ScrollThumb) ? default : ScrollThumb,
        Disabled = Dimmed(Disabled),
        Selection = Selection.Background == Color.Default ? Selection
            : IsDark ? new(Ansi.BrightWhite, Ansi.Blue, TextAttributes.Bold) : new(Ansi.Black, Ansi.Cyan, TextAttributes.Bold),
        FaintSelection = FaintSelection.Background == Color.Default ? FaintSelection : new(Attributes: TextAttributes.Underline),
        Button = Button.Background == Color.Default ? Button : Button with { Background = default, Attributes = TextAttributes.Underline },
    };

    static Style Dimmed(Style style) => IsGrey(style) ? new(Attributes: TextAttributes.Dim) : style;

    static bool IsGrey(Style style) => style.Foreground.At(ColorDepth.Ansi16) == Ansi.BrightBlack;
}
