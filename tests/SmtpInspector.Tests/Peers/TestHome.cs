namespace SmtpInspector.Tests.Peers;

/// <summary>An empty home directory for a program under test, removed at the end: no file of the user's is read or written.</summary>
sealed class TestHome : IDisposable
{
    public TestHome()
    {
        Folder = Directory.CreateTempSubdirectory("smtp-inspector-home-").FullName;
        foreach (var name in (string[])["config", "state", "data", "cache", "run"])
        {
            Directory.CreateDirectory(System.IO.Path.Combine(Folder, name));
        }
    }

    public string Folder { get; }

    /// <summary>What the environment must say so that a program stays within this home, and nothing else tells it apart from a first use.</summary>
    public Dictionary<string, string?> Environment => new()
    {
        ["HOME"] = Folder,
        ["USERPROFILE"] = Folder,
        ["XDG_CONFIG_HOME"] = Path("config"),
        ["XDG_STATE_HOME"] = Path("state"),
        ["XDG_DATA_HOME"] = Path("data"),
        ["XDG_CACHE_HOME"] = Path("cache"),
        ["XDG_RUNTIME_DIR"] = Path("run"),
        ["LANG"] = "C.UTF-8",
        ["LC_ALL"] = null,
        ["NO_COLOR"] = null,
        ["SSLKEYLOGFILE"] = null,
        ["SMTP_INSPECTOR_PASSWORD"] = null,
        ["TMUX"] = null,
    };

    /// <summary>A path below this home.</summary>
    public string Path(string name) => System.IO.Path.Combine(Folder, name);

    /// <summary>Writes a file below this home and gives its path.</summary>
    public string Write(string name, byte[] octets)
    {
        File.WriteAllBytes(Path(name), octets);
        return Path(name);
    }

    public string Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    public void Dispose()
    {
        // A program that was left to end by itself may still be writing what it keeps.
        for (var tries = 0; tries < 40; tries++)
        {
            try
            {
                Directory.Delete(Folder, recursive: true);
                return;
            }
            catch (IOException) when (Directory.Exists(Folder))
            {
                Thread.Sleep(50);
            }
        }

        Directory.Delete(Folder, recursive: true);
    }
}
