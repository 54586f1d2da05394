using System.Globalization;
using SmtpInspector.Net;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Overlays;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tui.Home;

/// <summary>Amazon SES: first the region, then the port.</summary>
static class SesPicker
{
    /// <summary>Offers the regions.</summary>
    public static Step Open(Model model) => model with
    {
        Overlay = new Overlay.Chooser(
            Palette.Open("Amazon SES: which region? Type to find, Enter to choose", [.. SesRegions.All.Select(region => new PaletteEntry(region.Code, $"{region.Code,-16}{region.Place}"))]),
            OpenPorts),
    };

    static Step OpenPorts(Model model, string region) => model with
    {
        Overlay = new Overlay.Chooser(
            Palette.Open($"Amazon SES in {region}: which port?", [.. SesRegions.Ports.Select(port => new PaletteEntry(port.Port.ToString(CultureInfo.InvariantCulture), $"{port.Port,-6}{port.Meaning}"))]),
            (next, port) => TalkStart.Open(next, ServerRequests.Of($"ses:{region}:{port}"))),
    };
}
