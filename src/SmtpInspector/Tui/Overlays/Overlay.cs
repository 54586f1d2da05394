using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Views;

namespace SmtpInspector.Tui.Overlays;

/// <summary>What lies over a page and has the keyboard. A closed set.</summary>
abstract record Overlay
{
    Overlay()
    {
    }

    /// <summary>Something to fill in, or to decide.</summary>
    /// <param name="Form">The dialog.</param>
    /// <param name="Answered">
    /// What comes of it: told the model without the dialog, the dialog as it was filled in, and the button pressed, null when it was dismissed.
    /// </param>
    public sealed record Dialog(Form Form, Func<Model, Form, int?, Step> Answered) : Overlay
    {
        /// <summary>Looks at the form after each key: to fill one field in from another. Pure.</summary>
        public Func<Form, Form, Form>? Changed { get; init; }

        /// <summary>The names that could stand in the field that has the keyboard, while they are listed; null for none.</summary>
        public CompletionMenu? Menu { get; init; }

        /// <summary>Shows what is filled in while it is filled in. Pure.</summary>
        public Func<Model, Form, Step>? Preview { get; init; }
    }

    /// <summary>Everything that can be done, or the keys of where one is.</summary>
    public sealed record Commands(Palette Palette) : Overlay;

    /// <summary>One of several things to choose: recent servers, marks, files.</summary>
    /// <param name="Palette">The things.</param>
    /// <param name="Chosen">What comes of choosing one, by its id.</param>
    public sealed record Chooser(Palette Palette, Func<Model, string, Step> Chosen) : Overlay;
}
