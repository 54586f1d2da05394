using System.Text;
using SmtpInspector.LineMode;
using SmtpInspector.Net.Practice;
using SmtpInspector.Session;
using SmtpInspector.Terminal.Styling;

namespace SmtpInspector.Cli;

/// <summary>What someone at a terminal is told before a conversation with the practice server: what this is, what to type, how to leave.</summary>
static class Welcome
{
    /// <summary>Prints it; to any other server nothing is said.</summary>
    public static void Print(ILineOutput output, TargetServer server, ConversationArguments arguments)
    {
        if (server is not { Practice: { } practice, Profile: { } profile })
        {
            return;
        }

        Say(output, "You are a mail client now, talking to a practice server inside this program.");
        Say(output, "Type EHLO me.example and press Enter; Tab completes, the findings explain.");
        Say(output, "QUIT ends the conversation, Ctrl-D leaves; smtp-inspector --help has more.");
        server.Introduce(output);
        if (arguments.Auth is null && profile.Mechanisms.Any(mechanism => mechanism.Name == "PLAIN"))
        {
            SayLogin(output, practice);
        }

        Say(output, $"it {profile.TakesInWords}");
        if (arguments.PracticeIdle is null && arguments.KeepAlive is null)
        {
            Say(output, FormattableString.Invariant(
                $"it hangs up after {profile.Idle.TotalSeconds:0} s of silence, as the real one does; --keepalive 5 sends NOOPs"));
        }
    }

    /// <summary>The same for the full screen, a line each; nothing for any other server.</summary>
    public static IReadOnlyList<string> OnScreen(TargetServer server, ConversationArguments arguments)
    {
        if (server is not { Practice: { } practice, Profile: { } profile })
        {
            return [];
        }

        var lines = new List<string>
        {
            "You are a mail client now, talking to a practice server inside this program.",
            arguments.Auth is null
                ? "Type EHLO me.example and press Enter; Tab completes, the line below says what may come next."
                : "EHLO and AUTH are sent for you; go on with MAIL FROM:<...>. Tab completes.",
        };
        lines.Add($"It {profile.TakesInWords}.");
        if (arguments.PracticeIdle is null && arguments.KeepAlive is null)
        {
            lines.Add(FormattableString.Invariant($"It hangs up after {profile.Idle.TotalSeconds:0} s of silence, as the real one does."));
        }

        if (arguments.Auth is null && profile.Mechanisms.Any(mechanism => mechanism.Name == "LOGIN"))
        {
            lines.Add("Logging in: AUTH LOGIN, then Ctrl-T, and type both plainly: the base64 is done for you.");
        }

        // Last, so that a small screen still shows them when the greeting has come.
        if (profile.Mechanisms.Count > 0)
        {
            lines.Add($"user name: {practice.UserName}");
            lines.Add($"password: {practice.Password}");
        }

        return lines;
    }

    // The password stands a line above: in base64 it tells nobody more, and by hand nobody makes it.
    static void SayLogin(ILineOutput output, PracticeServer practice)
    {
        var message = Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{practice.UserName}\0{practice.Password}"));
        Say(output, $"logging in takes base64: AUTH PLAIN {message}");
        Say(output, "(smtp-inspector connect practice --auth auto does it for you; credentials plain USER makes your own)");
    }

    static void Say(ILineOutput output, string text) => output.Print(StyledLine.Of($"* {text}", LineColours.Event));
}
