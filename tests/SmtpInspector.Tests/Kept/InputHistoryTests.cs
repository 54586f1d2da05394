using System.Text;
using SmtpInspector.Kept;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Redaction;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Tests.Net.Support;

namespace SmtpInspector.Tests.Kept;

public sealed class InputHistoryTests : IDisposable
{
    readonly TemporaryDirectory _folder = new();

    [Fact]
    public void What_was_typed_is_there_in_the_next_run()
    {
        var history = InputHistory.Open(_folder.Path);
        Assert.True(history.Remember("EHLO me", Idle, new KnownSecrets()));
        Assert.False(history.Remember("EHLO me", Idle, new KnownSecrets()));
        Assert.True(history.Remember("NOOP", Idle, new KnownSecrets()));
        history.Save();
        Assert.Equal(["EHLO me", "NOOP"], InputHistory.Open(_folder.Path).Lines);
    }

    [Theory]
    [InlineData("AUTH PLAIN AGFsaWNlAHNlY3JldA==", "AUTH PLAIN")]
    [InlineData("auth login YWxpY2U=", "auth login")]
    [InlineData("AUTH AGFsaWNlAHNlY3JldA==", "AUTH")]
    [InlineData("YWxpY2U=", null)]
    [InlineData("hunter2", null)]
    [InlineData("MAIL FROM:<a@b.example>", "MAIL FROM:<a@b.example>")]
    public void A_credential_is_never_kept(string typed, string? kept)
    {
        var history = InputHistory.Open(_folder.Path);
        _ = history.Remember(typed, Idle, new KnownSecrets());
        Assert.Equal(kept is null ? [] : [kept], history.Lines);
    }

    [Fact]
    public void Whatever_is_typed_where_an_answer_to_a_challenge_belongs_is_not_kept()
    {
        var state = After("S: 220 hi", "C: EHLO me", "S: 250-hi", "S: 250 AUTH LOGIN", "C: AUTH LOGIN", "S: 334 VXNlcm5hbWU6");
        Assert.True(state.AwaitsAuthAnswer);
        Assert.False(InputHistory.Open(null).Remember("NOOP", state, new KnownSecrets()));
    }

    [Fact]
    public void A_line_of_a_message_is_not_kept_though_it_begins_like_a_command()
    {
        var state = After("S: 220 hi", "C: DATA", "S: 354 go on");
        Assert.NotEqual(ContentMode.None, state.Content);
        Assert.False(InputHistory.Open(null).Remember("HELP me", state, new KnownSecrets()));
    }

    [Fact]
    public void Two_programs_at_once_lose_nothing_of_each_other()
    {
        var (one, other) = (InputHistory.Open(_folder.Path), InputHistory.Open(_folder.Path));
        _ = one.Remember("NOOP one", Idle, new KnownSecrets());
        _ = other.Remember("NOOP other", Idle, new KnownSecrets());
        one.Save();
        other.Save();
        Assert.Equal(["NOOP one", "NOOP other"], InputHistory.Open(_folder.Path).Lines);
    }

    [Fact]
    public void The_oldest_lines_go_when_there_are_too_many()
    {
        var history = InputHistory.Open(_folder.Path, size: 2);
        foreach (var line in (string[])["NOOP 1", "NOOP 2", "NOOP 3"])
        {
            _ = history.Remember(line, Idle, new KnownSecrets());
        }

        history.Save();
        Assert.Equal(["NOOP 2", "NOOP 3"], File.ReadAllLines(_folder.File("history")));
    }

    public void Dispose() => _folder.Dispose();

    static SessionState Idle => After("S: 220 hi");

    static SessionState After(params string[] lines)
    {
        var document = TranscriptDocument.Parse(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));
        var judge = new ConversationJudge(document.StartState());
        foreach (var happened in document.Events())
        {
            _ = judge.Apply(happened);
        }

        return judge.State;
    }
}
