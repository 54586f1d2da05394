using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Actions;

namespace SmtpInspector.Tui.Home;

/// <summary>The home screen: everything one can begin with, in one list.</summary>
sealed record HomePage : Page
{
    /// <summary>What is known of files.</summary>
    public HomeData Data { get; init; } = new();

    /// <summary>What is sought.</summary>
    public TextField Query { get; init; } = TextField.Empty;

    /// <summary>The selected entry; null for the first.</summary>
    public string? Selected { get; init; }

    /// <summary>What of the list is in sight.</summary>
    public ListView List { get; init; } = ListView.Start;

    public override Contexts Context => Contexts.Home;

    public override string Title => "SMTP Inspector";
}
