using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Actions;

namespace SmtpInspector.Tui.Overlays;

/// <summary>What lies over a page and has the keyboard. A closed set.</summary>
abstract record Overlay
{
    Overlay()
    {
    }

    /// <summary>Where the keyboard is while it is open.</summary>
    public abstract Contexts Context { get; }

    /// <summary>The list that it is; null for a dialog.</summary>
    public abstract Palette? List { get; }

    /// <summary>Something to fill in, or to decide.</summary>
    /// <param name="Form">The dialog.</param>
    /// <param name="Answered">
    /// What comes of it: told the model without the dialog, the dialog as it was filled in, and the button pressed, null when it was dismissed.
    /// </param>
    public sealed record Dialog(Form Form, Func<Model, Form, int?, Step> Answered) : Overlay
    {
        public override Contexts Context => Menu is null ? Contexts.Dialog : Contexts.Candidates;

        public override Palette? List => null;

        /// <summary>Looks at the form after each key: to fill one field in from another. Pure.</summary>
        public Func<Form, Form, Form>? Changed { get; init; }

        /// <summary>The names that could stand in the field that has the keyboard, while they are listed; null for none.</summary>
        public CompletionMenu? Menu { get; init; }

        /// <summary>Shows what is filled in while it is filled in. Pure.</summary>
        public Func<Model, Form, Step>? Preview { get; init; }
    }

    /// <summary>Everything that can be done.</summary>
    public sealed record Commands(Palette Palette) : Overlay
    {
        public override Contexts Context => Contexts.List;

        public override Palette List => Palette;
    }

    /// <summary>The keys of where one is.</summary>
    /// <param name="Palette">The keys.</param>
    /// <param name="Of">Where that is.</param>
    /// <param name="Beneath">What lies between the page and this; null for nothing.</param>
    public sealed record Help(Palette Palette, Contexts Of, Overlay? Beneath) : Overlay
    {
        public override Contexts Context => Contexts.List;

        public override Palette List => Palette;
    }

    /// <summary>One of several things to choose: recent servers, marks, files.</summary>
    /// <param name="Palette">The things.</param>
    /// <param name="Chosen">What comes of choosing one, by its id.</param>
    public sealed record Chooser(Palette Palette, Func<Model, string, Step> Chosen) : Overlay
    {
        public override Contexts Context => Contexts.List;

        public override Palette List => Palette;
    }
}
