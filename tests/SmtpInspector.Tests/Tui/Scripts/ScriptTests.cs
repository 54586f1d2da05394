using System.Text;
using SmtpInspector.Tui;
using SmtpInspector.Tui.Scripts;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tests.Tui.Scripts;

public class ScriptTests
{
    const string Text = "S: 220 hi\nC: EHLO me.example\nS: 250-x\nS: 250 AUTH LOGIN\nC: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: {secret:login-user}\nS: 334 UGFzc3dvcmQ6\nC: {secret:login-password}\nS: 235 ok\nC: NOOP\nS: 250 ok\n";

    static TalkPage Page(ScreenHarness screen) => (TalkPage)screen.Model.Page;

    static string[] Sent(ScreenHarness screen) =>
        [.. screen.Effects.OfType<Effect.Send>().SelectMany(send => send.Lines).Select(line => Encoding.UTF8.GetString(line.Octets.Span))];

    static ScreenHarness Opened(string script)
    {
        var screen = ScreenHarness.Talking("S: 220 hi\n");
        return screen.Tell(new Msg.Done(model => ScriptUpdate.Open(model, "talk.smtp", Conversations.Document(script))));
    }

    // The server's side: what is heard of a conversation of one's own, then the next line is waited for.
    static void Answer(ScreenHarness screen, string transcript)
    {
        foreach (var heard in Conversations.Heard(Conversations.Document(transcript)))
        {
            screen.Tell(new Msg.Spoken(1, heard));
        }

        screen.Tell(new Msg.Ready(1));
    }

    [Fact]
    public void Lines_have_the_codes_written_behind_them_and_know_what_is_left_out()
    {
        var lines = ScriptLine.Of(Conversations.Document(Text));
        Assert.Equal([250, 334, 334, 235, 250], lines.SelectMany(line => line.Expected).Select(code => code!.Value));
        Assert.Equal([null, null, "login-user", "login-password", null], lines.Select(line => line.LeavesOut));
    }

    [Fact]
    public void A_dot_put_in_for_the_way_is_not_put_in_twice()
    {
        var lines = ScriptLine.Of(Conversations.Document("S: 220 hi\nC: DATA\nS: 354 go\nC: ..x\nC: .\nS: 250 ok\n"));
        Assert.Equal(["DATA", ".x", "."], lines.Select(line => Encoding.UTF8.GetString(line.Line.Octets.Span)));
    }

    [Fact]
    public void Nothing_goes_out_before_a_step_is_asked_for()
    {
        var screen = Opened(Text);
        Assert.Empty(Sent(screen));
        Assert.Contains("script 1/5, next: EHLO me.example", screen.Text, StringComparison.Ordinal);
        screen.Press("Alt-s");
        Assert.Equal(["EHLO me.example"], Sent(screen));
    }

    [Fact]
    public void A_line_can_be_left_out_and_the_script_be_closed()
    {
        var screen = Opened(Text).Press("Alt-x", "Alt-s");
        Assert.Equal(["AUTH LOGIN"], Sent(screen));
    }

    [Fact]
    public void A_reply_that_differs_stops_a_running_script_and_is_said()
    {
        var screen = Opened("S: 220 hi\nC: NOOP\nS: 250 ok\nC: NOOP\nS: 250 ok\nC: QUIT\nS: 221 bye\n").Press("Alt-r");
        Answer(screen, "C: NOOP\nS: 250 ok\n");
        Assert.Equal(2, Sent(screen).Length);
        Answer(screen, "C: NOOP\nS: 451 not now\n");
        Assert.Equal(2, Sent(screen).Length);
        Assert.Contains("expected 250, got 451", screen.Text, StringComparison.Ordinal);
        Assert.False(Page(screen).Script!.IsRunning);
    }

    [Fact]
    public void A_credential_that_is_left_out_is_asked_of_the_user()
    {
        var screen = Opened("S: 220 hi\nC: {secret:login-user}\nS: 334 UGFzc3dvcmQ6\n").Press("Alt-r");
        Assert.Empty(Sent(screen));
        Assert.Contains(screen.Model.Toasts.Toasts, toast => toast.Text.Text.Contains("{secret:login-user}: type the line", StringComparison.Ordinal));
        Assert.Equal(Focus.Line, Page(screen).Focus);
    }
}
