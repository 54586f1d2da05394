using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SmtpInspector.Tests.Peers;

/// <summary>
/// A program in a real pseudo-terminal, with a terminal emulator that was not written here behind it: tmux. Keys go in as a
/// person's do, the screen is read as a person sees it, and the bytes the program wrote are kept as well.
/// </summary>
sealed class PtySession : IAsyncDisposable
{
    readonly TestHome _home;
    readonly string _tmux;
    readonly ChildProcess _keeper;

    PtySession(TestHome home, string tmux, ChildProcess keeper) => (_home, _tmux, _keeper) = (home, tmux, keeper);

    string Socket => _home.Path("tmux");

    /// <summary>Every byte the program wrote to its terminal so far.</summary>
    public byte[] Raw => File.Exists(_home.Path("raw")) ? File.ReadAllBytes(_home.Path("raw")) : [];

    /// <summary>Starts the program under test in a terminal of this size.</summary>
    public static Task<PtySession> StartAsync(TestHome home, params string[] arguments) =>
        StartAsync(home, (120, 40), null, [ProgramUnderTest.Executable, .. arguments]);

    /// <summary>Starts any command in a terminal, with these variables besides those of the home.</summary>
    public static async Task<PtySession> StartAsync(
        TestHome home, (int Columns, int Rows) size, IReadOnlyDictionary<string, string?>? environment, params string[] command)
    {
        var tmux = PeerTool.Require("tmux");
        home.Write("tmux.conf", """
            set -g status off
            set -sg escape-time 0
            set -g history-limit 20000
            set -g default-terminal tmux-256color
            set -g default-shell /bin/sh

            """);
        // Held open from here: however this process ends, the terminal and what runs in it end too.
        home.Write("keeper", """
            "$@" || exit
            echo started
            cat >/dev/null
            "$1" -S "$3" kill-server
            """);
        // The program starts when the raw bytes are being kept. When it has ended, its terminal stays, as it left it.
        home.Write("pane", """
            cd "$HOME"
            tmux=$1; shift
            "$tmux" -S "$HOME/tmux" wait-for go
            stty -a > "$HOME/stty-before"
            trap : INT QUIT
            "$@"
            status=$?
            stty -a > "$HOME/stty-after"
            echo $status > "$HOME/status.new"
            mv "$HOME/status.new" "$HOME/status"
            exec sleep 1000000
            """);
        var variables = new Dictionary<string, string?>(home.Environment);
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            variables[name] = value;
        }

        var keeper = ChildProcess.Start(
            PeerTool.Require("setsid"),
            [
                "--wait", "sh", home.Path("keeper"), tmux, "-S", home.Path("tmux"), "-u", "-f", home.Path("tmux.conf"), "new-session", "-d",
                "-x", size.Columns.ToString(CultureInfo.InvariantCulture), "-y", size.Rows.ToString(CultureInfo.InvariantCulture),
                "sh", home.Path("pane"), tmux, .. command,
            ],
            variables,
            home.Folder);
        await keeper.UntilAsync("started");
        var session = new PtySession(home, tmux, keeper);
        await session.TmuxAsync("pipe-pane", $"exec cat > '{home.Path("raw")}'");
        await session.TmuxAsync("wait-for", "-S", "go");
        return session;
    }

    /// <summary>Types text as it is.</summary>
    public Task TypeAsync(string text) => TmuxAsync("send-keys", "-l", "--", text);

    /// <summary>Types text and presses Enter.</summary>
    public async Task TypeLineAsync(string text)
    {
        await TypeAsync(text);
        await PressAsync("Enter");
    }

    /// <summary>Presses keys by tmux's names: <c>Enter</c>, <c>Up</c>, <c>C-c</c>, <c>F1</c>, <c>BSpace</c>.</summary>
    public Task PressAsync(params string[] keys) => TmuxAsync(["send-keys", .. keys]);

    /// <summary>Pastes as a terminal does: bracketed where the program asked for that.</summary>
    public async Task PasteAsync(string text)
    {
        await TmuxAsync("set-buffer", "--", text);
        await TmuxAsync("paste-buffer", "-p", "-r");
    }

    public Task ResizeAsync(int columns, int rows) => TmuxAsync(
        "resize-window", "-x", columns.ToString(CultureInfo.InvariantCulture), "-y", rows.ToString(CultureInfo.InvariantCulture));

    /// <summary>The screen as it is now, lines without trailing spaces.</summary>
    public Task<string> ScreenAsync() => TmuxAsync("capture-pane", "-p");

    /// <summary>The screen and everything that has scrolled off it, wrapped lines joined.</summary>
    public Task<string> ScrollbackAsync() => TmuxAsync("capture-pane", "-p", "-J", "-S", "-");

    /// <summary>The screen with the colours and attributes as escape sequences.</summary>
    public Task<string> ColoredScreenAsync() => TmuxAsync("capture-pane", "-p", "-e");

    /// <summary>Waits until a pattern matches the screen or what has scrolled off it; gives that text.</summary>
    public async Task<string> UntilAsync(string pattern)
    {
        var end = DateTime.UtcNow + ChildProcess.Patience;
        while (true)
        {
            var text = await ScrollbackAsync();
            if (Regex.IsMatch(text, pattern, RegexOptions.Multiline))
            {
                return text;
            }

            Assert.True(DateTime.UtcNow < end, $"/{pattern}/ did not come. The screen:\n{text}");
            await Task.Delay(30);
        }
    }

    /// <summary>Waits until a pattern matches nothing on the screen any more.</summary>
    public async Task UntilGoneAsync(string pattern)
    {
        var end = DateTime.UtcNow + ChildProcess.Patience;
        while (await ScreenAsync() is var text && Regex.IsMatch(text, pattern, RegexOptions.Multiline))
        {
            Assert.True(DateTime.UtcNow < end, $"/{pattern}/ stays. The screen:\n{text}");
            await Task.Delay(30);
        }
    }

    /// <summary>What the terminal has on: <c>alternate_on</c>, <c>cursor_flag</c>, <c>mouse_any_flag</c>, <c>cursor_x</c>, <c>cursor_y</c> and others of tmux's formats.</summary>
    public async Task<string> FormatAsync(string name) => (await TmuxAsync("display-message", "-p", $"#{{{name}}}")).TrimEnd('\n');

    /// <summary>Sends a signal to the program, not to its shell.</summary>
    /// <param name="signal">Its name without SIG.</param>
    public async Task SignalAsync(string signal)
    {
        var shell = await FormatAsync("pane_pid");
        await ChildProcess.RunAsync(PeerTool.Require("pkill"), ["--signal", signal, "--parent", shell]);
    }

    /// <summary>Whether the program has ended.</summary>
    public bool HasEnded => File.Exists(_home.Path("status"));

    /// <summary>Waits for the program to end.</summary>
    /// <returns>Its exit status as a shell gives it.</returns>
    public async Task<int> EndAsync()
    {
        var end = DateTime.UtcNow + ChildProcess.Patience;
        while (!HasEnded)
        {
            Assert.True(DateTime.UtcNow < end, $"The program still runs. The screen:\n{await ScrollbackAsync()}");
            await Task.Delay(30);
        }

        return int.Parse(await File.ReadAllTextAsync(_home.Path("status")), CultureInfo.InvariantCulture);
    }

    /// <summary>The terminal's settings before the program began and after it ended, as <c>stty -a</c> gives them.</summary>
    public (string Before, string After) Settings =>
        (File.ReadAllText(_home.Path("stty-before")), File.ReadAllText(_home.Path("stty-after")));

    public async ValueTask DisposeAsync()
    {
        _keeper.CloseInput();
        await _keeper.EndAsync();
        await _keeper.DisposeAsync();
    }

    async Task<string> TmuxAsync(params string[] arguments)
    {
        var ended = await ChildProcess.RunAsync(_tmux, ["-S", Socket, "-u", .. arguments], environment: _home.Environment);
        ended.Expect(0);
        return Encoding.UTF8.GetString(ended.OutputOctets);
    }
}
