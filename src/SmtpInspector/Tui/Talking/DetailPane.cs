using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Details;
using SmtpInspector.Tui.Looks;

namespace SmtpInspector.Tui.Talking;

/// <summary>What the detail pane shows, by the layout: where the bytes have a pane of their own they are no tab.</summary>
static class DetailPane
{
    const string Bytes = "Bytes";

    /// <summary>The tabs there are.</summary>
    public static IReadOnlyList<DetailTab> Tabs(TalkLayout layout) =>
        layout.Bytes.IsEmpty ? DetailTabs.All : [.. DetailTabs.All.Where(tab => tab.Name != Bytes)];

    /// <summary>The index of the tab of the bytes.</summary>
    public static int BytesTab(TalkLayout layout) => Math.Max(0, Tabs(layout).ToList().FindIndex(tab => tab.Name == Bytes));

    /// <summary>The index of the open one.</summary>
    public static int Open(TalkPage page, TalkLayout layout) => Math.Clamp(page.Tab, 0, Tabs(layout).Count - 1);

    /// <summary>The lines of the open tab.</summary>
    public static ITextLines Lines(TalkPage page, Look look, TalkLayout layout) =>
        Tabs(layout)[Open(page, layout)].Lines(page.Subject(look), look, Math.Max(1, layout.Detail.Width - 1));

    /// <summary>The lines of the pane of the bytes.</summary>
    public static ITextLines BytesLines(TalkPage page, Look look, TalkLayout layout) =>
        DetailTabs.All.First(tab => tab.Name == Bytes).Lines(page.Subject(look), look, Math.Max(1, layout.Bytes.Width - 1));
}
