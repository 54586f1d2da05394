using SmtpInspector.Config;
using SmtpInspector.Net;
using SmtpInspector.Protocol.Sasl;
using SmtpInspector.Session;
using SmtpInspector.Terminal.Input;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Live;
using SmtpInspector.Tui.Overlays;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tui.Home;

/// <summary>The dialog that connects to a server with every option there is.</summary>
static class ConnectDialog
{
    const string ProfileField = "profile";
    const int Connect = 0;
    const int More = 1;

    /// <summary>Opens it.</summary>
    /// <param name="model">The model.</param>
    /// <param name="values">What is filled in already.</param>
    public static Step Open(Model model, ConnectForm values) => Open(model, values, values.HasMore);

    static Model Open(Model model, ConnectForm values, bool all, int focus = 0) => Shown(model, values, all, FormOf(values, Profiles(model), all) with { Focus = focus });

    static Model Shown(Model model, ConnectForm values, bool all, Form form)
    {
        var profiles = Profiles(model);
        return model with
        {
            Overlay = new Overlay.Dialog(form, (next, answered, button) => Answered(next, values.With(answered), all, button))
            {
                Changed = (before, after) => Changed(values, profiles, all, before, after),
            },
        };
    }

    static Form FormOf(ConnectForm values, IReadOnlyList<Profile> profiles, bool all)
    {
        var fields = ConnectFields.All.Where(field => all || field.IsFirst).Select(field => field.Fill(values, profiles));
        return new Form
        {
            Title = "Connect to a server",
            Fields = [.. profiles.Count == 0 ? fields : fields.Append(ProfileChoice(profiles))],
            Buttons = all ? ["Connect", "Fewer options", "Cancel"] : ["Connect", "More options", "Cancel"],
        };
    }

    static FormField.Choice ProfileChoice(IReadOnlyList<Profile> profiles) =>
        new(ProfileField, "Fill in from", ["nothing", .. profiles.Select(profile => profile.Name)], 0, "a profile of your config file");

    // One field may say something about another.
    static Form Changed(ConnectForm values, IReadOnlyList<Profile> profiles, bool all, Form before, Form after)
    {
        var chosen = profiles.Count == 0 ? 0 : after.ChosenOf(ProfileField);
        if (chosen > 0 && chosen != before.ChosenOf(ProfileField))
        {
            var filled = FormOf(ConnectForm.Of(profiles[chosen - 1]), profiles, all);
            return Keeping(after, filled.With(ProfileChoice(profiles) with { Chosen = chosen }));
        }

        // Whoever names a user means to log in; whoever takes the name away again does not.
        var (had, has) = (before.TextOf(ConnectFields.User).Length > 0, after.TextOf(ConnectFields.User).Length > 0);
        var now = values.With(after);
        if (had != has && now[ConnectFields.Auth] is ("" or SaslMechanisms.Auto))
        {
            now = now.With(ConnectFields.Auth, has ? SaslMechanisms.Auto : "");
        }

        return Keeping(after, Refilled(after, now, profiles));
    }

    // Texts keep their cursor, choices get their meaning said, and what is wrong is looked at with the values of now.
    static Form Refilled(Form form, ConnectForm values, IReadOnlyList<Profile> profiles)
    {
        foreach (var field in ConnectFields.All.Where(field => form.Fields.Any(other => other.Id == field.Id)))
        {
            var filled = field.Fill(values, profiles);
            form = form.With(filled is FormField.TextLine line ? line with { Value = ((FormField.TextLine)form.Fields.First(other => other.Id == field.Id)).Value } : filled);
        }

        return form;
    }

    static Form Keeping(Form shown, Form filled) => shown with { Fields = filled.Fields };

    static Step Answered(Model model, ConnectForm values, bool all, int? button) => button switch
    {
        Connect => Go(model, values),
        More => Open(model, values, !all, focus: all ? 0 : ConnectFields.All.Count(field => field.IsFirst)),
        _ => model,
    };

    static Step Go(Model model, ConnectForm values)
    {
        ConnectRequest request;
        try
        {
            request = values.ToRequest(Profiles(model));
        }
        catch (UsageException wrong)
        {
            return model.Say(Safe.FromText(wrong.Message, model.Look.Form), ToastKind.Error);
        }

        var connection = request.Arguments.Connection;
        return connection is { CaFile: null, CertificateFile: null, KeyFile: null } && !IsSocket(request.Target)
            ? TalkStart.Open(model, request)
            : new Step(model, [new Effect.Run(_ => Task.FromResult(Checked(request, values)))]);
    }

    // The files are read before the page is opened, so that what is wrong with one is said at its field.
    static Func<Model, Step> Checked(ConnectRequest request, ConnectForm values)
    {
        var connection = request.Arguments.Connection;
        var host = Target.TryParse(request.Target, out var target, out _) && target is Target.Tcp tcp ? tcp.Host : target is Target.Practice ? "localhost" : null;
        var needsTls = host is not null || connection.ServerName is not null || (connection.Tls ?? target?.Tls) != TlsMode.None;
        return !needsTls || TlsOptions.TryLoad(connection with { Names = FieldNames.Instance }, host, out _, out var error)
            ? model => TalkStart.Open(model, request)
            : model => Shown(model, values, all: true, Blaming(FormOf(values, Profiles(model), all: true), connection, error));
    }

    static Form Blaming(Form form, ConnectionOptions connection, string error)
    {
        var id = connection.CaFile is { } ca && error.Contains(ca, StringComparison.Ordinal) ? "ca"
            : connection.KeyFile is { } key && error.Contains(key, StringComparison.Ordinal) ? "key"
            : connection.CertificateFile is { } cert && error.Contains(cert, StringComparison.Ordinal) ? "cert"
            : "server-name";
        var field = (FormField.TextLine)form.Fields.First(other => other.Id == id);
        var blamed = form.With(field with { Validate = text => text == field.Value.Text ? error : null });
        return blamed.Handle(new KeyEvent(Key.Enter)).Form ?? blamed;
    }

    static bool IsSocket(string target) => Target.TryParse(target, out var parsed, out _) && parsed is Target.Unix;

    static IReadOnlyList<Profile> Profiles(Model model) =>
        model.Beneath.Push(model.Page).OfType<HomePage>().FirstOrDefault()?.Data.Profiles ?? [];
}
