using System.IO.Pipelines;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Tests.Hostile;
using SmtpInspector.Tests.Net.Support;
using SmtpInspector.Tests.Peers;
using static SmtpInspector.Tests.Peers.ServerStep;

namespace SmtpInspector.Tests.Reliability;

/// <summary>A machine that slept in the middle of a conversation, and a clock that was set.</summary>
public class ClockTests
{
    static readonly TimeSpan Night = TimeSpan.FromHours(8);

    [Fact]
    public async Task A_reply_that_came_while_the_machine_slept_counts()
    {
        using var home = new TestHome();
        var time = new ManualTime();
        await using var server = ScriptedServer.Play(
            Say("220 mx.example.com ESMTP"), Hear("NOOP"), SayExactly("250-a\r\n250 b\r\n"), Hear("NOOP"), Do(() => time.Jump(Night)), Say("250 c"), Hear("QUIT"), Say("221 bye"), HearTheRest());

        var run = await LineModeRun.RunAsync(home, server.Endpoint, Octets.Of("NOOP\nNOOP\n"), time, "--tls", "none").WaitAsync(ChildProcess.Patience);

        Assert.Equal(0, run.Status);
        Assert.Contains("\"at\":28800.000,\"seconds\":28800.000,\"code\":250", run.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_that_did_not_come_is_missed_when_the_machine_wakes()
    {
        using var home = new TestHome();
        var time = new ManualTime();
        await using var server = ScriptedServer.Play(Say("220 mx.example.com ESMTP"), Hear("NOOP"), Do(() => Wake(time)), HearTheRest());

        var run = await LineModeRun.RunAsync(home, server.Endpoint, Octets.Of("NOOP\nNOOP\n"), time, "--tls", "none").WaitAsync(ChildProcess.Patience);

        Assert.Equal(5, run.Status);
        Assert.StartsWith("No reply to NOOP within 300 s.", run.Message, StringComparison.Ordinal);
        Assert.Equal("NOOP\r\n", await server.DoneAsync());
        Assert.Contains("error kind=timeout", Octets.Text(run.Saved), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_night_one_NOOP_keeps_the_connection_and_not_hundreds()
    {
        using var home = new TestHome();
        var time = new ManualTime();
        var input = new Pipe();
        await using var server = ScriptedServer.Play(
            Say("220 mx.example.com ESMTP"), Hear("EHLO"), Say("250 mx.example.com"), Pause(300), Do(() => Wake(time)), Hear("NOOP"), Say("250 ok"),
            Pause(300), Do(() => input.Writer.Complete()), Hear("QUIT"), Say("221 bye"), HearTheRest());
        await input.Writer.WriteAsync(Octets.Of("EHLO me.example\n"));

        var run = await LineModeRun.RunAsync(home, server.Endpoint, input.Reader.AsStream(), time, "--tls", "none", "--keepalive", "60").WaitAsync(ChildProcess.Patience);

        Assert.Equal(0, run.Status);
        Assert.Equal("EHLO me.example\r\nNOOP\r\nQUIT\r\n", await server.DoneAsync());
    }

    [Fact]
    public async Task A_wall_clock_that_is_set_back_turns_no_time_back()
    {
        using var home = new TestHome();
        var time = new SetBack();
        await using var server = ScriptedServer.Play(
            Say("220 mx.example.com ESMTP"), Hear("NOOP"), Do(time.SetBackADay), Say("250 ok"), Hear("NOOP"), Do(time.SetBackADay), Say("250 ok"), Hear("QUIT"), Say("221 bye"), HearTheRest());

        var run = await LineModeRun.RunAsync(home, server.Endpoint, Octets.Of("NOOP\nNOOP\n"), time, "--tls", "none");

        var times = TranscriptDocument.Parse(run.Saved).Events().Select(happened => happened.At).OfType<TimeSpan>().ToList();
        Assert.Equal(0, run.Status);
        Assert.True(times.Count > 6);
        Assert.Equal(times.Order(), times);
        Assert.All(times, at => Assert.InRange(at, TimeSpan.Zero, TimeSpan.FromMinutes(10)));
    }

    // Only when the program waits is there a timer to fire.
    static void Wake(ManualTime time)
    {
        SpinWait.SpinUntil(() => time.Waiting > 0, TimeSpan.FromSeconds(20));
        time.Advance(Night);
    }

    sealed class SetBack : TimeProvider
    {
        TimeSpan _back;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() - _back;

        public void SetBackADay() => _back += TimeSpan.FromDays(1);
    }
}
