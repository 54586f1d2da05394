using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace SmtpInspector.Terminal.Input;

/// <summary>Keys as one writes them in a key map or a help text, to and fro.</summary>
public static class KeyName
{
    static readonly (string Name, KeyModifiers Modifier)[] Prefixes =
    [
        ("Ctrl-", KeyModifiers.Ctrl),
        ("Alt-", KeyModifiers.Alt),
        ("Shift-", KeyModifiers.Shift),
        ("Super-", KeyModifiers.Super),
    ];

    static readonly (string Name, Key Key)[] Short = [("Esc", Key.Escape), ("PgUp", Key.PageUp), ("PgDn", Key.PageDown), ("Del", Key.Delete), ("Ins", Key.Insert)];

    /// <summary>The name of a key.</summary>
    public static string Format(KeyEvent key)
    {
        var name = new StringBuilder();
        foreach (var (prefix, modifier) in Prefixes)
        {
            if (key.Modifiers.HasFlag(modifier))
            {
                name.Append(prefix);
            }
        }

        if (key.Key != Key.Character)
        {
            var index = Array.FindIndex(Short, pair => pair.Key == key.Key);
            return name.Append(index < 0 ? key.Key.ToString() : Short[index].Name).ToString();
        }

        if (key.Rune.Value == ' ')
        {
            return name.Append("Space").ToString();
        }

        // Ctrl-A is what keyboards and manuals show, though the letter sent is the small one.
        return name.Append(key.Modifiers.HasFlag(KeyModifiers.Ctrl) ? Rune.ToUpperInvariant(key.Rune) : key.Rune).ToString();
    }

    /// <summary>The key of a name as <see cref="Format"/> writes it, in any case; false when there is none.</summary>
    public static bool TryParse(string name, [NotNullWhen(true)] out KeyEvent? key)
    {
        key = null;
        var modifiers = KeyModifiers.None;
        var rest = name.AsSpan();
        while (TakePrefix(ref rest, out var modifier))
        {
            modifiers |= modifier;
        }

        if (rest.Equals("Space", StringComparison.OrdinalIgnoreCase))
        {
            key = new KeyEvent(Key.Character, new Rune(' '), modifiers);
        }
        else if (Rune.DecodeFromUtf16(rest, out var rune, out var consumed) == OperationStatus.Done && consumed == rest.Length)
        {
            key = new KeyEvent(Key.Character, modifiers.HasFlag(KeyModifiers.Ctrl) ? Rune.ToLowerInvariant(rune) : rune, modifiers);
        }
        else
        {
            foreach (var (shortName, value) in Short)
            {
                if (rest.Equals(shortName, StringComparison.OrdinalIgnoreCase))
                {
                    key = new KeyEvent(value, modifiers);
                }
            }

            // Enum.TryParse would take a number for the key of that value.
            if (key is null && !rest.IsEmpty && char.IsAsciiLetter(rest[0]) && Enum.TryParse<Key>(rest, ignoreCase: true, out var named) && named != Key.Character)
            {
                key = new KeyEvent(named, modifiers);
            }
        }

        return key is not null;
    }

    static bool TakePrefix(ref ReadOnlySpan<char> rest, out KeyModifiers modifier)
    {
        foreach (var (prefix, value) in Prefixes)
        {
            if (rest.Length > prefix.Length && rest.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                rest = rest[prefix.Length..];
                modifier = value;
                return true;
            }
        }

        modifier = default;
        return false;
    }
}
