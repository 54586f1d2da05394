using SmtpInspector.Lessons;
using SmtpInspector.Protocol.Lessons;
using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Input;
using SmtpInspector.Tests.Tui.Details;
using SmtpInspector.Tui;
using SmtpInspector.Tui.Files;
using SmtpInspector.Tui.Learning;
using SmtpInspector.Tui.Live;

namespace SmtpInspector.Tests.Tui;

/// <summary>How every screen of a conversation looks: see <see cref="Goldens"/>.</summary>
public class GoldenTests
{
    static Question Certificate { get; } = new(
        "The certificate does not verify",
        [
            "Nothing has been sent to mail.example.org:465 inside TLS yet. What is wrong:",
            "! The certificate is for other.example, not for mail.example.org.",
            "It is the certificate of CN=other.example, issued by CN=Example CA.",
            "SHA-256 fac513906e26712d6d2c13fa31bc8203ec9e8cc708064670ca9db6dba2b93c26",
        ],
        ["Leave", "Go on once", "Trust it for this server from now on"],
        WhenDismissed: 0);

    static readonly Dictionary<string, (Func<ScreenHarness> Screen, Action<ScreenHarness> Then)> Screens = new()
    {
        ["typing-mistake"] = (Situations.Typing, screen => screen.Type("MAIL FROM: <a@b.example>")),
        ["completion"] = (Situations.Typing, screen => screen.Type("MAIL FROM:<a@b.example> ").Press("Tab")),
        ["waiting"] = (Situations.Waiting, Nothing),
        ["queued"] = (Situations.Waiting, screen => screen.Type("RSET").Press("Enter").Type("QUIT").Press("Enter")),
        ["message"] = (Situations.All["message"], screen => screen.Type(".hidden")),
        ["answer"] = (Situations.All["challenged"], screen => screen.Press("Ctrl-T").Type("secret")),
        ["certificate"] = (Situations.All["opening"], screen => screen.Tell(new Msg.Asked(1, Certificate))),
        ["over"] = (Situations.Over, Nothing),
        ["paste"] = (Situations.Typing, screen => screen.Tell(new Msg.Terminal(new PasteEvent("MAIL FROM:<a@b.example>\nRCPT TO:<c@d.example>\nDATA\n"u8.ToArray())))),
        ["exact-octets"] = (Situations.Typing, screen => screen.Type("NOOP").Press("F8").Type("%00%0D").Press("Tab", "Right")),
        ["save"] = (Situations.Typing, screen => screen.Press("Ctrl-S")),
        ["file-names"] = (Situations.Typing, screen => screen.Press("Ctrl-O").Type("~/t").Press("Tab")
            .Tell(new Msg.Listed("~/t", FolderNames.Of(["talk-1.smtp", "talk-2.smtp", "talks/", "talk with \u202ebidi.log"]))).Press("Tab")),
        ["script"] = (Situations.Scripted, screen => screen.Press("Alt-s")),
        ["help"] = (Situations.Typing, screen => screen.Press("F1")),
        ["help-panes"] = (Situations.Typing, screen => screen.Press("Esc", "F1").Type("pane")),
        ["copy"] = (Situations.Typing, screen => screen.Press("Esc", "y").Type("oct")),
        ["record"] = (Record, screen => screen.Press("j", "j", "j")),
        ["bytes"] = (Record, screen => screen.Press("j", "j", "2", "]")),
        ["tls"] = (Record, screen => screen.Press("G", "2", "]", "]")),
        ["message-tab"] = (Record, screen => screen.Press("/").Type("Subject").Press("Enter", "2", "[", "[")),
        ["state"] = (Record, screen => screen.Press("/").Type("RCPT").Press("Enter", "2", "[")),
        ["zoom"] = (Record, screen => screen.Press("j", "j", "j", "2", "\\")),
        ["search"] = (Record, screen => screen.Press("/").Type("rcpt")),
        ["filter"] = (Record, screen => screen.Press("f").Type("c: !").Press("Enter")),
        ["playback"] = (Record, screen => screen.Press(".", ".", ".", ".", "}")),
        ["comparison"] = (Situations.Comparing, screen => screen.Press("n")),
        ["long-reply"] = (LongReply, screen => screen.Press("Esc", "Enter", "PgDn")),
        ["control-characters"] = (Controls, screen => screen.Press("Alt-3")),
        ["lesson"] = (Lesson, screen => screen.Type("EHLO")),
        ["palette"] = (Situations.Typing, screen => screen.Press("F2").Type("conn")),
    };

    static void Nothing(ScreenHarness screen)
    {
    }

    /// <summary>Every screen in every variant.</summary>
    public static TheoryData<string, string> Variants =>
        [.. from screen in Screens.Keys from variant in Goldens.Variants select (screen, variant.Data)];

    [Theory, MemberData(nameof(Variants))]
    public void A_screen_looks_as_it_did(string screen, string variant) => Goldens.Assert(screen, variant, Screens[screen].Screen(), Screens[screen].Then);

    [Theory]
    [InlineData("39x7")]
    [InlineData("59x14")]
    [InlineData("79x19")]
    public void A_small_screen_shows_what_there_is_room_for(string variant) =>
        Goldens.Assert("small", variant, Situations.Typing(), screen => screen.Type("RCPT TO:<c@d.example>"));

    static ScreenHarness Record() => Situations.Record(File.ReadAllText(Path.Combine(TabText.Folder, "session.smtp")));

    // The first lesson, at its first step, with a hint asked for.
    static ScreenHarness Lesson()
    {
        var lesson = LessonShelf.Course[0];
        var begun = LessonRun.Start(lesson);
        var screen = ScreenHarness.On(LessonPage.Of(1, lesson, LineInput.Empty));
        foreach (var heard in Conversations.Heard(Conversations.Document("S: 220 mx.example.org ESMTP Postfix\nC: HELLO me.example\nS: 500 5.5.2 Error: command not recognized\n")))
        {
            screen.Tell(new Msg.Spoken(1, heard));
        }

        return screen.Tell(new Msg.Taught(1, begun)).Tell(new Msg.Taught(1, begun.Run.Wish(LearnerWish.Hint))).Tell(new Msg.Ready(1));
    }

    static ScreenHarness LongReply() => Situations.Live($"S: 220 mail.example.org ESMTP\nC: HELP\n{string.Concat(Enumerable.Range(1, 299).Select(number => $"S: 214-line {number} of the help\n"))}S: 214 that was all\n");

    static ScreenHarness Controls() => Situations.Live(
        "S: 220 mail.example.org ESMTP\nC: NOOP\nS%: 250 %1B]0;owned%07%1B[2J %E2%80%AEtfel%E2%80%8B %FF%FE %00%7F%0D%0A\n");
}
