using System.Collections.Immutable;
using SmtpInspector.Config;
using SmtpInspector.Net;
using SmtpInspector.Session;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Files;
using SmtpInspector.Tui.Live;

namespace SmtpInspector.Tui.Home;

/// <summary>What is filled in in the connect dialog, whether it is in sight or not.</summary>
/// <param name="Values">The values by the fields' names; empty ones may be missing.</param>
sealed record ConnectForm(ImmutableDictionary<string, string> Values)
{
    /// <summary>Nothing yet.</summary>
    public static ConnectForm Empty { get; } = new(ImmutableDictionary<string, string>.Empty);

    /// <summary>The value of a field.</summary>
    public string this[string id] => Values.GetValueOrDefault(id, "");

    /// <summary>Whether something is set that does not stand among the first fields.</summary>
    public bool HasMore => ConnectFields.All.Any(each => !each.IsFirst && this[each.Id].Length > 0);

    /// <summary>A target by itself.</summary>
    public static ConnectForm Of(string target) => Empty.With(ConnectFields.Server, target);

    /// <summary>A profile, or a server spoken to before.</summary>
    public static ConnectForm Of(Profile profile) => Of(profile.Target).With(
        from setting in profile.Settings
        where setting.Key != Profile.TargetKey && setting.Value.Text is not null
        select KeyValuePair.Create(setting.Key, setting.Value.Text!));

    /// <summary>What was asked for before.</summary>
    public static ConnectForm Of(ConnectRequest request)
    {
        var arguments = request.Arguments;
        (string Id, bool On)[] toggles =
        [
            ("insecure", arguments.Connection.Insecure), ("no-stuffing", !arguments.DotStuffing), ("pipeline", arguments.Pipeline), ("keep-secrets", arguments.KeepSecrets),
        ];
        var form = Of(arguments.Typed ?? request.Target)
            .With(arguments.Given)
            .With(from toggle in toggles where toggle.On select KeyValuePair.Create(toggle.Id, ConnectField.On))
            .With(ConnectFields.Faults, string.Join(", ", arguments.Faults))
            .With("save", arguments.Save ?? "")
            .With(ConnectFields.Password, request.Password ?? "");
        return arguments.Connection.Family switch
        {
            IpFamily.V4 => form.With(ConnectFields.Family, "4"),
            IpFamily.V6 => form.With(ConnectFields.Family, "6"),
            _ => form,
        };
    }

    // Which versions of TLS are spoken is one field.
    ConnectForm With(IEnumerable<KeyValuePair<string, string>> settings) => settings.Aggregate(this, static (form, setting) => (setting.Key, setting.Value) switch
    {
        ("tls-min", "1.3") or ("tls-max", "1.2") => form.With(ConnectFields.Versions, setting.Value),
        ("tls-min" or "tls-max", _) => form,
        _ => form.With(setting.Key, setting.Value),
    });

    /// <summary>With another value.</summary>
    public ConnectForm With(string id, string value) => new(Values.SetItem(id, value));

    /// <summary>With what was filled in; fields that are not in the dialog stay as they are.</summary>
    public ConnectForm With(Form form) => new(Values.SetItems(
        from field in ConnectFields.All
        where form.Fields.Any(other => other.Id == field.Id)
        select KeyValuePair.Create(field.Id, field.Read(form))));

    /// <summary>What is asked for.</summary>
    /// <param name="profiles">The profiles, one of which the server may name.</param>
    /// <exception cref="UsageException">A value is wrong.</exception>
    public ConnectRequest ToRequest(IReadOnlyList<Profile> profiles)
    {
        var typed = this[ConnectFields.Server].Trim();
        var profile = profiles.FirstOrDefault(known => known.Name == typed);
        var target = profile?.Target ?? typed;
        var given = ServerOptions.Names.Select(name => (Name: name, Text: Text(name))).Where(option => option.Text is not null).ToDictionary(option => option.Name, option => option.Text!);
        var arguments = ServerOptions.Read(name => (given.GetValueOrDefault(name) ?? profile?.For(name).Text, name));
        var all = arguments with
        {
            Connection = arguments.Connection with
            {
                Insecure = Is("insecure"),
                Family = this[ConnectFields.Family] switch { "4" => IpFamily.V4, "6" => IpFamily.V6, _ => IpFamily.Any },
            },
            DotStuffing = !Is("no-stuffing"),
            Pipeline = Is("pipeline"),
            Save = Text("save"),
            KeepSecrets = Is("keep-secrets"),
            Faults = ConnectFields.Words(this[ConnectFields.Faults]),
            Typed = typed,
            Given = given,
        };
        return new ConnectRequest(target, Is("impatient") ? all : ServerRequests.WithPatience(target, all))
        {
            Password = this[ConnectFields.Password] is { Length: > 0 } password ? password : null,
        };
    }

    string? Text(string name) => name switch
    {
        "tls-min" => this[ConnectFields.Versions] == "1.3" ? "1.3" : null,
        "tls-max" => this[ConnectFields.Versions] == "1.2" ? "1.2" : null,
        _ when ConnectFields.All.Any(field => field.Id == name && field.Kind == ConnectFieldKind.Path) =>
            ConnectFields.Given(this[name]) is { } path ? Path.GetFullPath(UserPath.Expand(path)) : null,
        _ => ConnectFields.Given(this[name]),
    };

    bool Is(string toggle) => this[toggle] == ConnectField.On;
}
