using SmtpInspector.Net;
using SmtpInspector.Protocol.Knowledge;

namespace SmtpInspector.Config;

/// <summary>
/// Reads the config file: <c>[NAME]</c> begins a profile, <c>KEY = VALUE</c> sets something in it, a line that begins
/// with <c>#</c> is a comment. A value is the rest of its line, so nothing needs quotes; spaces around it do not count.
/// What stands above the first profile are settings of the whole program, which <see cref="SettingsReader"/> reads.
/// </summary>
/// <param name="path">The file, for messages and for the paths in it.</param>
sealed class ProfileReader(string path)
{
    const string PasswordKey = "password";

    static readonly string[] PathKeys = ["ca", "cert", "key"];

    // The words that are targets already: a profile of that name would hide the practice server or a provider.
    static readonly string[] ReservedNames = ["practice", "gmail", "ses", "unix"];

    readonly List<Profile> _profiles = [];
    readonly List<ProfileProblem> _problems = [];
    string? _name;
    int _nameLine;
    bool _isPassedOver;
    Dictionary<string, Setting> _settings = [];

    /// <summary>Reads it whole. A mistake makes its own profile useless, and no other.</summary>
    public ProfileReading Read(string text)
    {
        var number = 0;
        foreach (var line in text.TrimStart('\uFEFF').Split('\n'))
        {
            number++;
            var content = line.Trim();
            var column = line.Length - line.TrimStart().Length + 1;
            switch (content)
            {
                case "" or ['#', ..]:
                    break;
                case ['[', ..]:
                    Try(Finish, _name);
                    _isPassedOver = false;
                    Try(() => Begin(content, number, column), content.Trim('[', ']', ' '));
                    break;
                default:
                    if (!_isPassedOver)
                    {
                        Try(() => Set(line, content, number, column), _name);
                    }

                    break;
            }
        }

        Try(Finish, _name);
        return new(_profiles, _problems);
    }

    void Try(Action step, string? name)
    {
        try
        {
            step();
        }
        catch (ConfigException wrong)
        {
            // What follows up to the next name belongs to something that cannot be used, and is not judged.
            _problems.Add(new(name, wrong.Message));
            (_name, _isPassedOver) = (null, name is not null);
        }
    }

    void Begin(string content, int line, int column)
    {
        if (content is not ['[', .. var inner, ']'])
        {
            throw Wrong(line, column + content.Length, "a profile begins with its name in brackets: [work]");
        }

        var name = inner.Trim();
        if (!IsName(name))
        {
            throw Wrong(line, column + 1, $"\"{name}\" cannot be a profile's name: letters, digits, dots, hyphens and underscores");
        }

        if (ReservedNames.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            throw Wrong(line, column + 1, $"{name} is a target already; give the profile another name");
        }

        if (_profiles.Any(profile => profile.Name == name))
        {
            throw Wrong(line, column + 1, $"there is a profile {name} above already");
        }

        (_name, _nameLine, _settings) = (name, line, []);
    }

    void Set(string line, string content, int number, int column)
    {
        var equals = line.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            throw Wrong(number, column, $"\"{content}\" is neither [NAME] nor KEY = VALUE");
        }

        var key = line[..equals].Trim();
        if (_name is null && !Profile.Keys.Contains(key))
        {
            // A setting of the whole program, which SettingsReader reads.
            return;
        }

        if (_name is null)
        {
            throw Wrong(number, column, $"{key} stands before the first profile; begin one with [NAME]");
        }

        if (!Profile.Keys.Contains(key))
        {
            throw Wrong(number, column, Unknown(key));
        }

        var value = line[(equals + 1)..].Trim();
        var valueColumn = equals + 2 + (line.Length - equals - 1 - line[(equals + 1)..].TrimStart().Length);
        if (value.Length == 0)
        {
            throw Wrong(number, equals + 2, $"{key} has no value");
        }

        if (key == Profile.TargetKey && !Target.TryParse(value, out _, out var error))
        {
            throw Wrong(number, valueColumn, error.TrimEnd('.'));
        }

        if (!_settings.TryAdd(key, new(PathKeys.Contains(key) ? Whole(value) : value, $"{Place(number, valueColumn)}: {key}")))
        {
            throw Wrong(number, column, $"{key} is set in [{_name}] already");
        }
    }

    void Finish()
    {
        if (_name is null)
        {
            return;
        }

        if (!_settings.ContainsKey(Profile.TargetKey))
        {
            throw Wrong(_nameLine, 1, $"[{_name}] names no server: it needs a line such as target = mail.example.org:465");
        }

        _profiles.Add(new(_name, _settings));
        _name = null;
    }

    static string Unknown(string key)
    {
        if (key.Equals(PasswordKey, StringComparison.OrdinalIgnoreCase))
        {
            return "a password is never kept here. Take the line out, and let password-command = COMMAND print it, or be asked for it";
        }

        var nearest = Profile.Keys.MinBy(known => EditDistance.Between(key.ToLowerInvariant(), known))!;
        return EditDistance.Between(key.ToLowerInvariant(), nearest) <= Math.Max(1, nearest.Length / 3)
            ? $"there is no setting {key}; did you mean {nearest}?"
            : $"there is no setting {key}; there are {string.Join(", ", Profile.Keys)}";
    }

    // A path begins where the file stands, not where the program happens to be started.
    string Whole(string value)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return value is ['~', '/', .. var rest] ? Path.Combine(home, rest) : Path.Combine(Path.GetDirectoryName(path)!, value);
    }

    static bool IsName(string name) => name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_') && name[0] != '-';

    string Place(int line, int column) => FormattableString.Invariant($"{path}, line {line}, column {column}");

    ConfigException Wrong(int line, int column, string what) => new($"{Place(line, column)}: {what}.");
}
