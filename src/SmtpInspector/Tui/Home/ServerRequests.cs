using SmtpInspector.Config;
using SmtpInspector.Kept;
using SmtpInspector.Net;
using SmtpInspector.Protocol.Rules;
using SmtpInspector.Session;
using SmtpInspector.Tui.Live;

namespace SmtpInspector.Tui.Home;

/// <summary>What is asked for when a server is chosen from a list.</summary>
static class ServerRequests
{
    /// <summary>A target by itself.</summary>
    public static ConnectRequest Of(string target) => new(target, WithPatience(target, new ConversationArguments { Connection = new ConnectionOptions() }) with { Typed = target });

    /// <summary>A profile of the config file.</summary>
    /// <exception cref="UsageException">Something in it is wrong.</exception>
    public static ConnectRequest Of(Profile profile) => new(profile.Target, Read(profile) with { Typed = profile.Name });

    /// <summary>A server spoken to before, with the options it was spoken to with.</summary>
    /// <param name="server">The server.</param>
    /// <param name="profiles">The profiles, one of which it may name.</param>
    /// <exception cref="UsageException">Something that was kept is wrong.</exception>
    public static ConnectRequest Of(RecentServer server, IReadOnlyList<Profile> profiles)
    {
        var profile = With(server, profiles);
        return new(profile.Target, Read(profile) with { Typed = server.Target, Given = server.Options });
    }

    /// <summary>A server spoken to before as a profile: what was given then, and beneath it what the profile says that it names.</summary>
    public static Profile With(RecentServer server, IReadOnlyList<Profile> profiles)
    {
        var own = server.AsProfile();
        return profiles.FirstOrDefault(profile => profile.Name == server.Target) is not { } named ? own : named with
        {
            Settings = named.Settings
                .Where(setting => !server.Options.ContainsKey(setting.Key))
                .Concat(own.Settings.Where(setting => setting.Key != Profile.TargetKey))
                .ToDictionary(),
        };
    }

    /// <summary>Who reads what the practice server says, and thinks about it, is not to be hung up on meanwhile, as SES would after 10 seconds.</summary>
    public static ConversationArguments WithPatience(string target, ConversationArguments arguments) =>
        Target.TryParse(target, out var parsed, out _) && parsed is Target.Practice ? arguments with { PracticeIdle = Timeouts.Server } : arguments;

    static ConversationArguments Read(Profile profile) => ServerOptions.Read(name =>
    {
        var setting = profile.For(name);
        return (setting.Text, setting.Name);
    });
}
