using System.Collections.Immutable;
using SmtpInspector.Config;
using SmtpInspector.Terminal.Device;
using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Layout;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Actions;
using SmtpInspector.Tui.Looks;
using SmtpInspector.Tui.Overlays;

namespace SmtpInspector.Tui;

/// <summary>Everything the screen knows. A value: <see cref="Update"/> gives the next one.</summary>
sealed record Model
{
    static readonly TimeSpan ToastTime = TimeSpan.FromSeconds(5);

    /// <summary>The terminal's size.</summary>
    public required TerminalSize Size { get; init; }

    /// <summary>What the user has set.</summary>
    public Settings Settings { get; init; } = Settings.Usual;

    /// <summary>What is known of the terminal.</summary>
    public Surroundings Surroundings { get; init; } = new(ColorDepth.TrueColor, IsUtf8: true);

    /// <summary>How everything is drawn.</summary>
    public required Look Look { get; init; }

    /// <summary>What fills the screen.</summary>
    public required Page Page { get; init; }

    /// <summary>The pages one comes back to, the last one first.</summary>
    public ImmutableStack<Page> Beneath { get; init; } = [];

    /// <summary>What lies over the page and has the keyboard; null for nothing.</summary>
    public Overlay? Overlay { get; init; }

    /// <summary>Where the keyboard is: in what is on top.</summary>
    public Contexts Keyboard => Overlay?.Context ?? Page.Keyboard;

    /// <summary>Notices that go away by themselves.</summary>
    public ToastTray Toasts { get; init; } = ToastTray.Empty;

    /// <summary>Which key does what.</summary>
    public KeyMap Keys { get; init; } = KeyMap.Default;

    /// <summary>Commands typed before, in this run and in those before; never a credential.</summary>
    public History History { get; init; } = History.Empty;

    /// <summary>How long servers have borne silence in this run, by what the user calls them.</summary>
    public ImmutableDictionary<string, TimeSpan> IdleLimits { get; init; } = ImmutableDictionary<string, TimeSpan>.Empty;

    /// <summary>Time since the start, as of the last message.</summary>
    public TimeSpan Now { get; init; }

    /// <summary>Whether the mouse is ours; otherwise the terminal selects text with it.</summary>
    public bool Mouse { get; init; } = true;

    /// <summary>The number that the next conversation gets.</summary>
    public int NextConversation { get; init; } = 1;

    /// <summary>The whole screen.</summary>
    public Rect Area => new(0, 0, Size.Columns, Size.Rows);

    /// <summary>What may be drawn over: all but the row of the keys.</summary>
    public Rect OverlayArea => Area with { Height = Math.Max(1, Size.Rows - 1) };

    /// <summary>With a notice.</summary>
    public Step Say(SafeText text, ToastKind kind = ToastKind.Info)
    {
        var toasts = Toasts.Add(new Toast(text, kind, Now + ToastTime));
        return new Step(this with { Toasts = toasts }, [new Effect.Later(ToastTime, new Msg.Woken())]);
    }

    /// <summary>Another page on top of this one.</summary>
    public Model Open(Page page) => this with { Page = page, Beneath = Beneath.Push(Page), Overlay = null };

    /// <summary>Back to the page beneath; the same where there is none.</summary>
    public Model Back() => Beneath.IsEmpty ? this : this with { Page = Beneath.Peek(), Beneath = Beneath.Pop(), Overlay = null };

    /// <summary>With every page changed that has to do with something.</summary>
    public Model WithPages(Func<Page, Page> change) => this with
    {
        Page = change(Page),
        Beneath = Beneath.IsEmpty ? Beneath : [.. Beneath.Reverse().Select(change)],
    };
}
