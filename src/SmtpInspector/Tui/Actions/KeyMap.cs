using SmtpInspector.Terminal.Input;

namespace SmtpInspector.Tui.Actions;

/// <summary>Which key does what, where. Made of the registry and of what the settings say otherwise.</summary>
sealed class KeyMap
{
    static readonly Lazy<KeyMap> Standard = new(() => new KeyMap(new Dictionary<string, KeyEvent>()));

    static readonly Contexts[] Single = [Contexts.Home, Contexts.Line, Contexts.Panes, Contexts.Comparison];

    readonly Dictionary<(Contexts Where, KeyEvent Key), UserAction> _actions = [];
    readonly Dictionary<(Contexts Where, string Id), KeyEvent> _keys = [];

    /// <param name="overrides">Keys by the ids of actions, as the settings have them; such a key holds wherever the action can be done.</param>
    public KeyMap(IReadOnlyDictionary<string, KeyEvent> overrides)
    {
        foreach (var action in ActionRegistry.All)
        {
            foreach (var binding in overrides.TryGetValue(action.Id, out var key) ? [new Binding(action.Where, key)] : action.Bindings)
            {
                Add(action, binding);
            }
        }
    }

    /// <summary>As it comes.</summary>
    public static KeyMap Default => Standard.Value;

    /// <summary>What a key does; null where nothing is bound to it.</summary>
    public UserAction? Find(Contexts where, KeyEvent key) => _actions.GetValueOrDefault((where, key));

    /// <summary>The key that is shown for an action; empty where it has none there.</summary>
    public string KeyOf(UserAction action, Contexts where) => _keys.TryGetValue((where, action.Id), out var key) ? key.ToString() : "";

    void Add(UserAction action, Binding binding)
    {
        foreach (var where in Single)
        {
            if (binding.Where.HasFlag(where))
            {
                _actions[(where, binding.Key)] = action;
                _keys.TryAdd((where, action.Id), binding.Key);
            }
        }
    }
}
