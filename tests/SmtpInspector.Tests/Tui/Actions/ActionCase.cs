using SmtpInspector.Tui;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tests.Tui.Actions;

/// <summary>An action, where it is done, and what must come of it.</summary>
/// <param name="Id">The action.</param>
/// <param name="Situation">One of <see cref="Situations.All"/>.</param>
/// <param name="Comes">Whether it has come of it, by the screen before and the screen after.</param>
sealed record ActionCase(string Id, string Situation, Func<ScreenHarness, ScreenHarness, bool> Comes)
{
    /// <summary>What happens before.</summary>
    public Action<ScreenHarness> First { get; init; } = static _ => { };

    /// <summary>The screen on which it is done.</summary>
    public ScreenHarness Start()
    {
        var screen = Situations.All[Situation]();
        First(screen);
        screen.Effects.Clear();
        return screen;
    }

    /// <summary>The page of a conversation.</summary>
    public static TalkPage Talk(ScreenHarness screen) => (TalkPage)screen.Model.Page;

    /// <summary>Whether something was wanted done.</summary>
    public static bool Wants<TEffect>(ScreenHarness screen, Func<TEffect, bool>? which = null)
        where TEffect : Effect => screen.Effects.OfType<TEffect>().Any(which ?? (static _ => true));

    /// <summary>Whether a notice says something.</summary>
    public static bool Says(ScreenHarness screen, string text) =>
        screen.Model.Toasts.Toasts.Any(toast => toast.Text.Text.Contains(text, StringComparison.Ordinal));

    public override string ToString() => $"{Id}, {Situation}";
}
