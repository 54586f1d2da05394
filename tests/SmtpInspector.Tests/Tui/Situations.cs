using SmtpInspector.Lessons;
using SmtpInspector.Net;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Session;
using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui;
using SmtpInspector.Tui.Comparing;
using SmtpInspector.Tui.Files;
using SmtpInspector.Tui.Home;
using SmtpInspector.Tui.Learning;
using SmtpInspector.Tui.Live;
using SmtpInspector.Tui.Scripts;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tests.Tui;

/// <summary>Screens one can be on, by name.</summary>
static class Situations
{
    /// <summary>A server that is spoken to, as far as two recipients.</summary>
    public const string Session = """
        # SMTP transcript 1
        peer: mail.example.org:587
        tls: none

        * [0.004] connecting host=mail.example.org port=587
        * [0.020] connected address=192.0.2.25
        S: [0.031] 220 mail.example.org ESMTP
        C: [0.032] EHLO client.example
        S: [0.044] 250-mail.example.org
        S: [0.044] 250-SIZE 10240000
        S: [0.044] 250-ENHANCEDSTATUSCODES
        S: [0.044] 250-AUTH PLAIN LOGIN
        S: [0.044] 250 8BITMIME
        C: [2.100] MAIL FROM:<a@client.example> SIZE=1200
        S: [2.139] 250 ok
        C: [3.000] RCPT TO: <nobody@example.org>
        S: [3.041] 550 5.1.1 <nobody@example.org>: no such user
        C: [4.000] RCPT TO:<b@example.org>
        S: [4.040] 451 4.3.0 try again later

        """;

    /// <summary>The same in the midst of AUTH LOGIN.</summary>
    public const string Challenged = """
        # SMTP transcript 1
        peer: mail.example.org:587
        tls: none

        S: 220 mail.example.org ESMTP
        C: EHLO client.example
        S: 250-mail.example.org
        S: 250 AUTH PLAIN LOGIN
        C: AUTH LOGIN
        S: 334 VXNlcm5hbWU6

        """;

    /// <summary>The same in the midst of a message.</summary>
    public const string Message = """
        # SMTP transcript 1
        peer: mail.example.org:587
        tls: none

        S: 220 mail.example.org ESMTP
        C: EHLO client.example
        S: 250 mail.example.org
        C: MAIL FROM:<a@client.example>
        S: 250 ok
        C: RCPT TO:<b@example.org>
        S: 250 ok
        C: DATA
        S: 354 end with a dot
        C: Subject: hello

        """;

    /// <summary>What was asked for.</summary>
    public static ConnectRequest Request { get; } = new("mail.example.org:587", new ConversationArguments { Connection = new ConnectionOptions() });

    static TalkPage Empty { get; } = new()
    {
        Id = 1,
        Name = "mail.example.org:587",
        Request = Request,
        Conversation = SmtpInspector.Tui.Transcript.Conversation.Start(SessionState.Start(tls: false)),
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyDictionary<string, Func<ScreenHarness>> All { get; } = new Dictionary<string, Func<ScreenHarness>>
    {
        ["typing"] = Typing,
        ["panes"] = () => Typing().Press("Esc"),
        ["detail"] = () => Typing().Press("Esc", "Tab"),
        ["waiting"] = Waiting,
        ["waiting, in the panes"] = () => Waiting().Press("Esc"),
        ["challenged"] = () => Live(Challenged),
        ["message"] = () => Live(Message),
        ["opening"] = () => ScreenHarness.On(Empty with { Stage = Stage.Opening }),
        ["over"] = Over,
        ["over, in the panes"] = () => Over().Press("Esc"),
        ["record"] = Record,
        ["empty record"] = () => ScreenHarness.On(Empty with { Stage = Stage.Record, Request = null, Focus = Focus.Transcript }),
        ["playing"] = () => Record().Press("p"),
        ["script"] = Scripted,
        ["comparing"] = Comparing,
        ["home"] = () => ScreenHarness.On(new HomePage()),
        ["home over a conversation"] = () => Typing().Press("Alt-0"),
        ["lesson"] = () => ScreenHarness.On(LessonPage.Of(1, LessonShelf.Course[0], LineInput.Empty)).Tell(new Msg.Ready(1)),
    };

    /// <summary>Something lies over a page, or is open in its line or at its bottom.</summary>
    public static IReadOnlyDictionary<string, Func<ScreenHarness>> OnTop { get; } = new Dictionary<string, Func<ScreenHarness>>
    {
        ["a dialog"] = () => Typing().Press("Ctrl-S"),
        ["a choice of a dialog"] = () => Typing().Press("F8", "Tab"),
        ["a button of a dialog"] = () => Typing().Press("Ctrl-S", "Shift-Tab"),
        ["a file's name"] = () => Typing().Press("Ctrl-O").Type("~/t"),
        ["a question"] = () => All["opening"]().Tell(new Msg.Asked(1, new Question("The certificate does not verify", ["It is not."], ["Leave", "Go on once"], WhenDismissed: 0))),
        ["candidates of a dialog"] = () => FileNames(),
        ["a candidate of a dialog"] = () => FileNames().Press("Tab"),
        ["candidates of the line"] = () => Typing().Type("MAIL FROM:<a@b.example> ").Press("Tab"),
        ["the history"] = () => Typing().Type("NOOP").Press("Enter").Type("NOOP x").Press("Enter", "Ctrl-R").Type("n"),
        ["a search"] = () => Typing().Press("Esc", "/").Type("rcpt"),
        ["a filter"] = () => Typing().Press("Esc", "f").Type("c:"),
        ["a mark"] = () => Typing().Press("Esc", "m"),
        ["the palette"] = () => Typing().Press("F2"),
        ["what cannot be done"] = () => Typing().Press("F2").Type("play back"),
        ["the help"] = () => Typing().Press("F1"),
        ["a chooser"] = () => Typing().Press("Esc", "y"),
        ["help over a dialog"] = () => Typing().Press("Ctrl-S", "F1"),
    };

    static ScreenHarness FileNames() => Typing().Press("Ctrl-O").Type("~/t").Press("Tab")
        .Tell(new Msg.Listed("~/t", FolderNames.Of(["talk-1.smtp", "talk-2.smtp", "talks/"])));

    /// <summary>The line is typed on, the server waits for it.</summary>
    public static ScreenHarness Typing() => Live(Session);

    /// <summary>The reply to NOOP is waited for.</summary>
    public static ScreenHarness Waiting() => Typing().Type("NOOP").Press("Enter")
        .Tell(new Msg.Waits(1, new Pending(Verb.Noop, "NOOP"u8.ToArray(), null), TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(5)));

    /// <summary>The server has gone.</summary>
    public static ScreenHarness Over() => Typing().Tell(new Msg.Ended(1, ExitStatus.Ended, "The server closed the connection."));

    /// <summary>A transcript that is read.</summary>
    public static ScreenHarness Record() => Record(Session);

    /// <summary>Another that is read.</summary>
    public static ScreenHarness Record(string transcript)
    {
        var document = Conversations.Document(transcript);
        var (index, read) = Conversations.Indexed(document);
        return ScreenHarness.On(Empty with
        {
            Name = "talk.smtp",
            Request = null,
            Stage = Stage.Record,
            Focus = Focus.Transcript,
            List = ListView.Start,
            Record = index,
            Header = document.Header,
            Conversation = read,
        });
    }

    /// <summary>A script of two lines is ready to be sent.</summary>
    public static ScreenHarness Scripted() => Typing().With(model => ScriptUpdate.Open(model, "script.smtp", Conversations.Document("C: NOOP\nS: 250 ok\nC: RSET\nS: 250 ok\n")).Model);

    /// <summary>Two conversations side by side.</summary>
    public static ScreenHarness Comparing() => Typing().With(model => ComparisonUpdate.Open(
        model, "other.smtp", Conversations.Document(Session.Replace("550 5.1.1 <nobody@example.org>: no such user", "250 2.1.5 ok", StringComparison.Ordinal))).Model);

    /// <summary>A conversation that went as a transcript does, heard one thing after the other.</summary>
    public static ScreenHarness Live(string transcript)
    {
        var screen = ScreenHarness.On(Empty);
        foreach (var heard in Conversations.Heard(Conversations.Document(transcript)).Where(static heard => heard.Event is not null))
        {
            screen.Tell(new Msg.Spoken(1, heard));
        }

        return screen.Tell(new Msg.Ready(1));
    }
}
