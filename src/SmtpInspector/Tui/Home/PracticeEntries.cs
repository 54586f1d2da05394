using SmtpInspector.Protocol.Practice;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Overlays;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tui.Home;

/// <summary>The servers to practise on.</summary>
static class PracticeEntries
{
    const string Section = "Practise";

    static readonly ConnectForm LoggedIn = ConnectForm.Of("practice").With(ConnectFields.Auth, Protocol.Sasl.SaslMechanisms.Auto);

    /// <summary>The usual one, a choice of all, and each of them for who looks for it.</summary>
    public static IEnumerable<HomeEntry> All()
    {
        yield return new("practice", Section, "Practice server", "plays Amazon SES, inside this program", model => TalkStart.Open(model, ServerRequests.Of("practice")))
        {
            Explanation = "Enter starts it and connects. Nothing leaves this machine, and it tells you a user name and a password. F4: other TLS, login and faults.",
            Words = "ses learn try",
            Options = model => ConnectDialog.Open(model, ConnectForm.Of("practice")),
        };
        yield return new("practice login", Section, "Practice, logged in", "EHLO and AUTH are done for you", model => ServerEntries.Connect(model, () => LoggedIn.ToRequest([])))
        {
            Explanation = "Enter starts it, connects, and sends EHLO and AUTH for you, each step shown. Go on with MAIL FROM:<me@ses-example.com>.",
            Options = model => ConnectDialog.Open(model, LoggedIn),
        };
        yield return new("practices", Section, "Other practice servers", string.Join(", ", PracticeProfiles.All.Skip(1).Select(profile => profile.Name)), Choose)
        {
            Explanation = "Enter offers the servers this program can play. For their faults: Another server, practice:postfix.",
        };
        foreach (var profile in PracticeProfiles.All.Skip(1))
        {
            yield return new($"practice:{profile.Name}", Section, $"practice:{profile.Name}", profile.Explanation, model => TalkStart.Open(model, ServerRequests.Of($"practice:{profile.Name}")))
            {
                IsHidden = true,
                Explanation = "Enter starts it and connects; F4: with TLS and faults as you like.",
                Options = model => ConnectDialog.Open(model, ConnectForm.Of($"practice:{profile.Name}")),
            };
        }
    }

    static Step Choose(Model model) => model with
    {
        Overlay = new Overlay.Chooser(
            Palette.Open("Which server shall it play?", [.. PracticeProfiles.All.Select(profile => new PaletteEntry($"practice:{profile.Name}", $"{profile.Name,-10}{profile.Explanation}"))]),
            static (next, target) => TalkStart.Open(next, ServerRequests.Of(target))),
    };
}
