using SmtpInspector.Protocol.Knowledge;
using SmtpInspector.Terminal.Input;

namespace SmtpInspector.Config;

/// <summary>
/// Reads the settings in the config file: the lines KEY = VALUE above the first profile. A line that cannot be understood is a
/// problem, and its setting stays as usual: the screen opens all the same, and says so.
/// </summary>
/// <param name="actions">The names of all actions that have keys; null where they are not known, and then any name goes.</param>
sealed class SettingsReader(IReadOnlyCollection<string>? actions = null)
{
    readonly List<ConfigProblem> _problems = [];
    readonly HashSet<string> _seen = [];
    Dictionary<string, IReadOnlyList<KeyEvent>> _keys = [];
    Settings _settings = Settings.Usual;

    /// <summary>Reads the text of a config file.</summary>
    public SettingsReading Read(string text)
    {
        _problems.Clear();
        _seen.Clear();
        _keys = [];
        _settings = Settings.Usual;
        foreach (var line in ConfigLine.OfSettings(text))
        {
            if (line.Key is null)
            {
                Wrong(line, line.Column, $"\"{line.Content}\" is neither [NAME] nor KEY = VALUE");
            }
            else if (!Profile.Keys.Contains(line.Key))
            {
                // A profile's key up here is the profiles' reader's to complain about.
                Take(line, line.Key);
            }
        }

        return new(_settings with { Keys = _keys }, [.. _problems]);
    }

    void Take(ConfigLine line, string key)
    {
        if (!_seen.Add(key))
        {
            Wrong(line, line.Column, $"{key} is set above already");
        }
        else if (line.Value.Length == 0)
        {
            Wrong(line, line.ValueColumn, $"{key} has no value");
        }
        else if (key.StartsWith(SettingRow.KeyPrefix, StringComparison.Ordinal))
        {
            TakeKeys(line, key[SettingRow.KeyPrefix.Length..]);
        }
        else if (SettingRow.Find(key) is not { } row)
        {
            Wrong(line, line.Column, $"there is no setting {key}{Suggestion(key, SettingRow.All.Select(known => known.Name), "there are ")}");
        }
        else if (row.With(_settings, line.Value) is { } changed)
        {
            _settings = changed;
        }
        else
        {
            Wrong(line, line.ValueColumn, $"{key} is {row.Hint}, not \"{line.Value}\"");
        }
    }

    void TakeKeys(ConfigLine line, string action)
    {
        if (actions is not null && !actions.Contains(action))
        {
            Wrong(line, line.Column, $"there is no action {action}{Suggestion(action, actions, "F1 lists them; some are ")}");
            return;
        }

        var keys = new List<KeyEvent>();
        foreach (var name in line.Value.Equals("none", StringComparison.OrdinalIgnoreCase) ? [] : line.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!KeyName.TryParse(name, out var key))
            {
                Wrong(line, line.ValueColumn, $"\"{name}\" is no key. Write it as Ctrl-X, Alt-1, Shift-Tab, PgUp, F5 or x; several with a space between, or none");
                return;
            }

            keys.Add(key);
        }

        _keys[action] = keys;
    }

    static string Suggestion(string word, IEnumerable<string> known, string otherwise)
    {
        var names = known.ToArray();
        var nearest = names.MinBy(name => EditDistance.Between(word.ToLowerInvariant(), name));
        return nearest is not null && EditDistance.Between(word.ToLowerInvariant(), nearest) <= Math.Max(1, nearest.Length / 3)
            ? $"; did you mean {nearest}?"
            : $"; {otherwise}{string.Join(", ", names.Take(8))}";
    }

    void Wrong(ConfigLine line, int column, string what) => _problems.Add(new(line.Number, column, what.EndsWith('?') ? what : what + "."));
}

/// <summary>What was read.</summary>
/// <param name="Settings">The settings; those that could not be understood are as usual.</param>
/// <param name="Problems">What could not be understood, in the order of the file.</param>
sealed record SettingsReading(Settings Settings, IReadOnlyList<ConfigProblem> Problems);

/// <summary>Something wrong in the config file.</summary>
/// <param name="Line">Its line, from 1; 0 where it is the file as a whole.</param>
/// <param name="Column">Its column, from 1.</param>
/// <param name="Message">What is wrong and what to write instead: a sentence.</param>
sealed record ConfigProblem(int Line, int Column, string Message);
