namespace SmtpInspector.Tui.Details;

/// <summary>The tabs of the detail pane.</summary>
static class DetailTabs
{
    /// <summary>All of them, in the order in which they stand.</summary>
    public static IReadOnlyList<DetailTab> All { get; } =
    [
        new("Explain", ExplainTab.Lines),
        new("Bytes", BytesTab.Lines),
        new("TLS", TlsTab.Lines),
        new("Message", MessageTab.Lines),
        new("State", StateTab.Lines),
    ];
}
