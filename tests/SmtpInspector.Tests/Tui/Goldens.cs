using System.Text;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Themes;
using SmtpInspector.Tests.Peers;
using SmtpInspector.Tests.Terminal;
using SmtpInspector.Tui.Looks;

namespace SmtpInspector.Tests.Tui;

/// <summary>
/// Screens as they should be, each a file to be looked at with <c>cat</c>: text and colours. With <c>ACCEPT_GOLDENS=1</c> a test writes
/// what it sees; look at what has changed before committing it.
/// </summary>
static class Goldens
{
    /// <summary>The variants of every screen: three sizes in the usual look, and the smallest of them in the others. There are smaller ones besides.</summary>
    public static TheoryData<string> Variants => [.. Looks.Keys.Where(variant => Looks[variant].Columns >= 80)];

    static readonly Dictionary<string, (int Columns, int Rows, Look Look)> Looks = new()
    {
        ["80x24"] = (80, 24, ScreenHarness.DefaultLook),
        ["120x40"] = (120, 40, ScreenHarness.DefaultLook),
        ["160x50"] = (160, 50, ScreenHarness.DefaultLook),
        ["39x7"] = (39, 7, ScreenHarness.DefaultLook),
        ["59x14"] = (59, 14, ScreenHarness.DefaultLook),
        ["79x19"] = (79, 19, ScreenHarness.DefaultLook),
        ["80x24-16-colours"] = (80, 24, ScreenHarness.DefaultLook with { Depth = ColorDepth.Ansi16, Theme = BuiltInThemes.Dark.At(ColorDepth.Ansi16) }),
        ["80x24-no-colour"] = (80, 24, new Look(BuiltInThemes.Mono, ColorDepth.None, SafeForm.Unicode, CellWidth.Narrow)),
        ["80x24-light"] = (80, 24, ScreenHarness.DefaultLook with { Theme = BuiltInThemes.Light }),
        ["80x24-ascii"] = (80, 24, new Look(BuiltInThemes.Dark, ColorDepth.TrueColor, SafeForm.Ascii, CellWidth.Narrow)),
    };

    static string Folder => Path.Combine(Repository.Folder, "tests", "SmtpInspector.Tests", "Tui", "Goldens");

    /// <summary>Compares a screen with its file.</summary>
    /// <param name="name">The screen's name.</param>
    /// <param name="variant">One of <see cref="Variants"/>.</param>
    /// <param name="screen">The screen; what it does not depend on the size or the look for may have happened before.</param>
    /// <param name="then">What happens once it has its size and look.</param>
    public static void Assert(string name, string variant, ScreenHarness screen, Action<ScreenHarness>? then = null)
    {
        var (columns, rows, look) = Looks[variant];
        screen.With(model => model with { Look = look }).Resize(columns, rows);
        then?.Invoke(screen);
        var terminal = screen.Draw();
        var file = Path.Combine(Folder, $"{name}-{variant}.ans");
        var seen = Render(terminal);
        if (Environment.GetEnvironmentVariable("ACCEPT_GOLDENS") == "1")
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(file, seen);
            return;
        }

        Xunit.Assert.True(File.Exists(file), $"There is no {file}. Run this test once with ACCEPT_GOLDENS=1, and look at it.\n{terminal.Text}");
        var expected = File.ReadAllText(file);
        Xunit.Assert.True(
            expected == seen,
            $"The screen {name} at {variant} is another one. Where that is meant: ACCEPT_GOLDENS=1, and look at what changed.\nIt was:\n{Plain(expected)}\nIt is:\n{terminal.Text}\n"
            + (Plain(expected) == Plain(seen) ? "Only colours differ." : ""));
    }

    // Row by row, each beginning and ending in the terminal's own colours.
    static string Render(VirtualTerminal terminal)
    {
        var text = new StringBuilder();
        for (var row = 0; row < terminal.Rows; row++)
        {
            var last = terminal.Columns - 1;
            while (last >= 0 && terminal.Character(last, row) == " " && terminal.Style(last, row).Length == 0)
            {
                last--;
            }

            var style = "";
            for (var column = 0; column <= last; column++)
            {
                if (terminal.Style(column, row) != style)
                {
                    style = terminal.Style(column, row);
                    text.Append("\e[").Append(style).Append('m');
                }

                text.Append(terminal.Character(column, row));
            }

            text.Append(style.Length > 0 ? "\e[m\n" : "\n");
        }

        return text.ToString();
    }

    static string Plain(string rendered)
    {
        var text = new StringBuilder();
        for (var at = 0; at < rendered.Length; at++)
        {
            if (rendered[at] == '\e')
            {
                at = rendered.IndexOf('m', at);
            }
            else
            {
                text.Append(rendered[at]);
            }
        }

        return string.Join('\n', text.ToString().Split('\n').Select(line => line.TrimEnd())).TrimEnd('\n');
    }
}
