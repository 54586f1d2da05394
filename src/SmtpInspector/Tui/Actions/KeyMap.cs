using SmtpInspector.Terminal.Input;

namespace SmtpInspector.Tui.Actions;

/// <summary>Which key does what, where. Made of the registry and of what the settings say otherwise.</summary>
sealed class KeyMap
{
    static readonly Lazy<KeyMap> Standard = new(() => new KeyMap(new Dictionary<string, IReadOnlyList<KeyEvent>>()));

    static readonly Contexts[] Single = [.. Enum.GetValues<Contexts>().Where(static where => int.IsPow2((int)where))];

    readonly Dictionary<(Contexts Where, KeyEvent Key), UserAction> _actions = [];
    readonly Dictionary<(Contexts Where, string Id), KeyEvent> _keys = [];

    /// <param name="overrides">Keys by the ids of actions, as the settings have them; such a key holds wherever the action can be done.</param>
    public KeyMap(IReadOnlyDictionary<string, IReadOnlyList<KeyEvent>> overrides)
    {
        foreach (var action in ActionRegistry.All.Where(action => !overrides.ContainsKey(action.Id)))
        {
            foreach (var binding in action.Bindings)
            {
                Add(action, binding);
            }
        }

        // What the user has set comes last, and so takes its keys away from whoever has them as a rule.
        foreach (var action in ActionRegistry.All.Where(action => overrides.ContainsKey(action.Id)))
        {
            foreach (var key in overrides[action.Id])
            {
                Add(action, new Binding(action.Where, key));
            }
        }
    }

    /// <summary>As it comes.</summary>
    public static KeyMap Default => Standard.Value;

    /// <summary>What a key does; null where nothing is bound to it.</summary>
    public UserAction? Find(Contexts where, KeyEvent key) => _actions.GetValueOrDefault((where, key));

    /// <summary>The key that is shown for an action; empty where it has none there.</summary>
    public string KeyOf(UserAction action, Contexts where) => KeyFor(action, where)?.ToString() ?? "";

    /// <summary>The same key, to be pressed; null where there is none.</summary>
    public KeyEvent? KeyFor(UserAction action, Contexts where) => _keys.GetValueOrDefault((where, action.Id));

    void Add(UserAction action, Binding binding)
    {
        foreach (var where in Single)
        {
            if (binding.Where.HasFlag(where))
            {
                if (_actions.TryGetValue((where, binding.Key), out var before) && _keys.GetValueOrDefault((where, before.Id)) == binding.Key)
                {
                    _keys.Remove((where, before.Id));
                }

                _actions[(where, binding.Key)] = action;
                _keys.TryAdd((where, action.Id), binding.Key);
            }
        }
    }
}
