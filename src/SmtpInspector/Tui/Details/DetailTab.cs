using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Looks;

namespace SmtpInspector.Tui.Details;

/// <summary>One tab of the detail pane: a pure function from what is selected to lines.</summary>
/// <param name="Name">What stands on the tab.</param>
/// <param name="Lines">The lines at a width, in cells. Never wider; made lazily where there may be many.</param>
sealed record DetailTab(string Name, Func<DetailSubject, Look, int, ITextLines> Lines);
