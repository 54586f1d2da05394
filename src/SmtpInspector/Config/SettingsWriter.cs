namespace SmtpInspector.Config;

/// <summary>Changes one setting in the text of a config file, and nothing else: comments, order, spacing and profiles stay.</summary>
static class SettingsWriter
{
    /// <summary>The text with a setting as given.</summary>
    /// <param name="text">The file's text; empty for a file that is not there yet.</param>
    /// <param name="name">The setting's name; <c>key.ACTION</c> for an action's keys.</param>
    /// <param name="value">What is to stand there; null takes the line out, so that it is as usual.</param>
    public static string With(string text, string name, string? value)
    {
        var lines = text.Split('\n').ToList();
        var newline = text.Contains("\r\n", StringComparison.Ordinal) ? "\r" : "";
        var places = new List<int>();
        var lastSetting = 0;
        foreach (var line in ConfigLine.OfSettings(text))
        {
            lastSetting = line.Number;
            if (line.Key == name)
            {
                places.Add(line.Number - 1);
            }
        }

        if (value is null)
        {
            for (var i = places.Count - 1; i >= 0; i--)
            {
                lines.RemoveAt(places[i]);
            }
        }
        else if (places is [var first, ..])
        {
            // Of several the first is the one that counts.
            var line = lines[first];
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            lines[first] = $"{line[..(equals + 1)]} {value}{(line.EndsWith('\r') ? "\r" : "")}";
        }
        else
        {
            Insert(lines, lastSetting, $"{name} = {value}{newline}", newline);
        }

        return string.Join('\n', lines);
    }

    // Behind the last setting, or on top, where a blank line keeps a comment or a profile that stood there to itself.
    static void Insert(List<string> lines, int lastSetting, string line, string blank)
    {
        if (lastSetting == 0 && lines.Count > 0 && lines[0].StartsWith('\uFEFF'))
        {
            lines[0] = lines[0][1..];
            line = $"\uFEFF{line}";
        }

        var isLast = lastSetting > 0 && lastSetting == lines.Count;
        if (isLast)
        {
            // The file's last line has no ending: it gets one.
            lines[^1] += blank;
            lines.Add(line);
            lines.Add("");
            return;
        }

        lines.Insert(lastSetting, line);
        if (lastSetting == 0 && lines.Count > 1 && lines[1].Trim().Length > 0)
        {
            lines.Insert(1, blank);
        }
    }
}
