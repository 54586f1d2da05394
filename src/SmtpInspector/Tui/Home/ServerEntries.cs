using SmtpInspector.Kept;
using SmtpInspector.Net;
using SmtpInspector.Session;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Live;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tui.Home;

/// <summary>The servers of the home screen: those spoken to before, those with a name, the well-known ones, and any other.</summary>
static class ServerEntries
{
    const string Recent = "Spoken to before";
    const string Servers = "Servers";
    const int MostRecent = 5;

    /// <summary>The servers spoken to before, the newest first; more than a few only when looked for.</summary>
    public static IEnumerable<HomeEntry> OfRecent(HomeData data) => data.Recent.Select((server, index) =>
        new HomeEntry($"recent {server.Target}", Recent, server.Target, About(server), model => Connect(model, () => ServerRequests.Of(server, data.Profiles)))
        {
            Note = When.Of(server.Last, data.Read),
            Explanation = "Enter connects as you did the last time; a password is asked for, for none is kept.",
            IsHidden = index >= MostRecent,
            Options = model => ConnectDialog.Open(model, ConnectForm.Of(ServerRequests.With(server, data.Profiles))),
            Remove = model => Forget(model, server),
        });

    /// <summary>The profiles of the config file that are not among those.</summary>
    public static IEnumerable<HomeEntry> OfProfiles(HomeData data) =>
        from profile in data.Profiles
        where data.Recent.All(server => server.Target != profile.Name)
        select new HomeEntry($"profile {profile.Name}", Servers, profile.Name, $"{profile.Target}, a profile of your config file", model => Connect(model, () => ServerRequests.Of(profile)))
        {
            Explanation = "Enter connects as the profile says.",
            Options = model => ConnectDialog.Open(model, ConnectForm.Of(profile)),
        };

    /// <summary>The well-known ones, and any other.</summary>
    public static IEnumerable<HomeEntry> WellKnown()
    {
        yield return new("ses", Servers, "Amazon SES", "choose a region and a port", SesPicker.Open)
        {
            Explanation = "Enter offers the regions, then the ports. To send you need SMTP credentials and a verified address.",
            Words = "aws email-smtp amazonaws",
            Options = model => ConnectDialog.Open(model, ConnectForm.Of($"ses:{SesRegions.All[0].Code}")),
        };
        foreach (var (code, place) in SesRegions.All)
        {
            yield return Known($"ses:{code}", $"Amazon SES in {place}, port 465", "aws") with { IsHidden = true };
        }

        yield return Known("gmail", "smtp.gmail.com, port 465", "google") with
        {
            Title = "Gmail",
            Explanation = "Enter connects. Logging in takes your address and an app password; F4 does it for you.",
        };
        yield return Known("gmail:587", "smtp.gmail.com, port 587 with STARTTLS", "google") with { IsHidden = true };
        yield return new("other", Servers, "Another server", "name and port, TLS, login, and all other options", model => ConnectDialog.Open(model, ConnectForm.Empty))
        {
            Explanation = "Enter asks for all there is to set. Quicker: type its name here, as mail.example.org:587.",
            Words = "connect new host dialog",
        };
    }

    /// <summary>What was typed, where it can be a server.</summary>
    public static IEnumerable<HomeEntry> Typed(string text, HomeData data)
    {
        var name = text.Trim();
        if (name.Length > 0 && data.Profiles.All(profile => profile.Name != name) && Target.TryParse(name, out _, out _))
        {
            yield return new($"typed {name}", Servers, name, "connect to the server of this name", model => Connect(model, () => ServerRequests.Of(name)))
            {
                Explanation = "Enter connects; F4 offers its options.",
                Options = model => ConnectDialog.Open(model, ConnectForm.Of(name)),
            };
        }
    }

    /// <summary>A target that needs nothing to be asked.</summary>
    public static HomeEntry Known(string target, string about, string words) =>
        new(target, Servers, target, about, model => Connect(model, () => ServerRequests.Of(target)))
        {
            Explanation = "Enter connects; F4 offers its options.",
            Words = words,
            Options = model => ConnectDialog.Open(model, ConnectForm.Of(target)),
        };

    /// <summary>Connects, or says what is wrong with what was kept.</summary>
    public static Step Connect(Model model, Func<ConnectRequest> request)
    {
        try
        {
            return TalkStart.Open(model, request());
        }
        catch (UsageException wrong)
        {
            return model.Say(Safe.FromText(wrong.Message, model.Look.Form), ToastKind.Error);
        }
    }

    static string About(RecentServer server) => server.Options.Count == 0
        ? "with no options" : string.Join(", ", server.Options.Select(option => option.Key switch
        {
            "tls" => $"TLS {option.Value}",
            "user" => $"as {option.Value}",
            "auth" => $"login {option.Value}",
            _ => $"{option.Key} {option.Value}",
        }));

    static Step Forget(Model model, RecentServer server) => new Step(
        Homes.With(model, page => page with { Data = page.Data with { Recent = [.. page.Data.Recent.Where(other => other != server)] } }),
        [
            new Effect.Run(_ =>
            {
                if (StateFolder.Location is { } folder)
                {
                    RecentServers.Open(folder).Remove(server.Target);
                }

                return Task.FromResult<Func<Model, Step>>(static next => next);
            }),
        ]);
}
