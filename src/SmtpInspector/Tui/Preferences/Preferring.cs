using SmtpInspector.Config;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Actions;
using SmtpInspector.Tui.Looks;

namespace SmtpInspector.Tui.Preferences;

/// <summary>The user's settings put into effect, and kept.</summary>
static class Preferring
{
    /// <summary>The names of the actions whose keys can be set; those of the line one types on are its own.</summary>
    public static IReadOnlyCollection<string> Actions { get; } = [.. ActionRegistry.All.Where(action => action.Do is not null).Select(action => action.Id)];

    /// <summary>The model with other settings, which show at once.</summary>
    public static Step Apply(Model model, Settings settings)
    {
        var next = model with
        {
            Settings = settings,
            Look = LookChoice.Of(settings, model.Surroundings),
            Keys = ReferenceEquals(settings.Keys, model.Settings.Keys) ? model.Keys : new KeyMap(settings.Keys),
            Mouse = settings.Mouse == model.Settings.Mouse ? model.Mouse : settings.Mouse,
        };
        return next.Mouse == model.Mouse ? next : new Step(next, [new Effect.UseMouse(next.Mouse)]);
    }

    /// <summary>The model now that more is known of the terminal.</summary>
    public static Model Apply(Model model, Surroundings surroundings) =>
        model with { Surroundings = surroundings, Look = LookChoice.Of(model.Settings, surroundings) };

    /// <summary>Writes settings to the config file, and says where they are, or why not.</summary>
    /// <param name="changes">The settings by name, each as it is written; null for as usual.</param>
    public static Effect Keep(IReadOnlyList<KeyValuePair<string, string?>> changes) => new Effect.Run(_ =>
    {
        try
        {
            foreach (var (name, value) in changes)
            {
                ConfigFile.Set(name, value);
            }

            return Task.FromResult<Func<Model, Step>>(static model =>
                model.Say(Safe.FromText($"Kept in {ConfigFile.Location}.", model.Look.Form), ToastKind.Success));
        }
        catch (ConfigException wrong)
        {
            return Task.FromResult<Func<Model, Step>>(model =>
                model.Say(Safe.FromText($"It holds for this run only. {wrong.Message}", model.Look.Form), ToastKind.Warning));
        }
    });
}
