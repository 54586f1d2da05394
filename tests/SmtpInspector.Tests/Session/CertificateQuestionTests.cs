using System.Security.Cryptography.X509Certificates;
using SmtpInspector.Kept;
using SmtpInspector.Net;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Session;
using SmtpInspector.Tests.Net.Support;
using SmtpInspector.Tests.Peers;
using static SmtpInspector.Tests.Peers.ServerStep;

namespace SmtpInspector.Tests.Session;

/// <summary>A certificate that does not verify: the handshake is made, and nothing is sent inside it until someone has said yes.</summary>
public sealed class CertificateQuestionTests : IDisposable
{
    static readonly X509Certificate2 Unknown = TestAuthority.SelfSigned();

    readonly TemporaryDirectory _folder = new();

    public static TheoryData<TlsMode> EveryWayIntoTls => [TlsMode.Implicit, TlsMode.StartTls, TlsMode.Auto];

    [Theory, MemberData(nameof(EveryWayIntoTls))]
    public async Task Nothing_is_sent_before_the_answer_nor_after_a_no(TlsMode mode)
    {
        await using var server = ServerFor(mode, HearTheRest());
        var question = new Answering(CertificateDecision.Leave);

        var run = await RunAsync(server, mode, question);

        Assert.Equal(ExitStatus.Tls, run.Outcome.Status);
        Assert.Contains("does not verify: nothing more is sent", run.Outcome.Message, StringComparison.Ordinal);
        Assert.Equal(InTheClear(mode), await server.DoneAsync());
        Assert.Contains(run.Entries, entry => entry is Entry.Failed { Kind: FailureKind.Tls });
        Assert.Contains("self-signed", Assert.Single(question.Asked).Session.Problems[0], StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(EveryWayIntoTls))]
    public async Task After_a_yes_it_goes_on_and_stays_unverified(TlsMode mode)
    {
        await using var server = ServerFor(mode, mode == TlsMode.Implicit ? [Say("220 hi"), HearTheRest()] : [HearTheRest()]);

        var run = await RunAsync(server, mode, new Answering(CertificateDecision.Once));

        Assert.Equal(ExitStatus.AsExpected, run.Outcome.Status);
        Assert.False(Assert.Single(run.Entries.OfType<Entry.Tls>()).Session.Verified);
        Assert.Contains(run.Notes, text => text.Contains("this once", StringComparison.Ordinal));
        Assert.Empty(TrustedCertificates.Open(_folder.Path).All);
    }

    [Fact]
    public async Task The_conversation_stands_still_while_the_question_is_open()
    {
        await using var server = ServerFor(TlsMode.Implicit, Say("220 hi"), Hear("QUIT"), Say("221 bye"));
        var question = new Answering(CertificateDecision.Once) { Until = new() };

        var run = RunAsync(server, TlsMode.Implicit, question, quit: true);
        await question.Open.Task;
        Assert.False(run.IsCompleted);
        question.Until.SetResult();

        Assert.Equal(ExitStatus.AsExpected, (await run).Outcome.Status);
        Assert.Equal("QUIT\r\n", await server.DoneAsync());
    }

    [Fact]
    public async Task Who_is_always_trusted_is_not_asked_about_again_and_another_certificate_is()
    {
        ServerStep[] rest = [Say("220 hi"), HearTheRest()];
        await using var server = ScriptedServer.PlayEach(
            [StartTls(Unknown), .. rest], [StartTls(Unknown), .. rest], [StartTls(TestAuthority.SelfSigned()), .. rest]);
        var first = await RunAsync(server, TlsMode.Implicit, new Answering(CertificateDecision.Always));
        var again = await RunAsync(server, TlsMode.Implicit, question: null);
        var question = new Answering(CertificateDecision.Leave);
        var other = await RunAsync(server, TlsMode.Implicit, question);

        Assert.Contains(first.Notes, text => text.Contains($"trusted for 127.0.0.1:{server.Port} from now on", StringComparison.Ordinal));
        Assert.Equal(ExitStatus.AsExpected, again.Outcome.Status);
        Assert.NotEmpty(Assert.Single(again.Entries.OfType<Entry.Tls>()).Session.Problems);
        Assert.Contains(again.Notes, text => text.Contains("you have trusted this very certificate", StringComparison.Ordinal));
        Assert.Single(question.Asked);
        Assert.Equal(ExitStatus.Tls, other.Outcome.Status);
    }

    [Fact]
    public async Task Where_nobody_can_be_asked_the_handshake_itself_is_refused()
    {
        await using var server = ServerFor(TlsMode.Implicit, HearTheRest());
        var run = await RunAsync(server, TlsMode.Implicit, question: null);
        Assert.Equal(ExitStatus.Tls, run.Outcome.Status);
        Assert.Contains("--insecure", run.Outcome.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Insecure_asks_nobody()
    {
        await using var server = ServerFor(TlsMode.Implicit, Say("220 hi"), HearTheRest());
        var question = new Answering(CertificateDecision.Leave);
        var run = await RunAsync(server, TlsMode.Implicit, question, insecure: true);
        Assert.Equal(ExitStatus.AsExpected, run.Outcome.Status);
        Assert.Empty(question.Asked);
    }

    [Fact]
    public async Task A_certificate_that_verifies_is_no_question()
    {
        var root = TestAuthority.Root();
        await using var server = Play(StartTls(root.Issue()), Say("220 hi"), HearTheRest());
        var question = new Answering(CertificateDecision.Leave);
        var run = await RunAsync(server, TlsMode.Implicit, question, authority: root.Certificate);
        Assert.Equal(ExitStatus.AsExpected, run.Outcome.Status);
        Assert.Empty(question.Asked);
    }

    public void Dispose() => _folder.Dispose();

    static ScriptedServer Play(params ServerStep[] steps) => ScriptedServer.Play(steps);

    static ScriptedServer ServerFor(TlsMode mode, params ServerStep[] inside) => mode == TlsMode.Implicit
        ? Play([StartTls(Unknown), .. inside])
        : Play([Say("220 hi"), Hear("EHLO"), SayExactly("250-hi\r\n250 STARTTLS\r\n"), Hear("STARTTLS"), Say("220 go ahead"), StartTls(Unknown), .. inside]);

    static string InTheClear(TlsMode mode) => mode == TlsMode.Implicit ? "" : "EHLO me.test\r\nSTARTTLS\r\n";

    async Task<Run> RunAsync(
        ScriptedServer server,
        TlsMode mode,
        ICertificateQuestion? question,
        bool insecure = false,
        bool quit = false,
        X509Certificate2? authority = null)
    {
        var seen = new Seen();
        var replies = new ReplyWatch();
        var outcome = new Outcome();
        await using var conversation = new LiveConversation(SessionState.Start(tls: false), TimeProvider.System, [seen, replies]);
        var options = new TalkOptions
        {
            Target = new Target.Tcp("x", "127.0.0.1", server.Port, mode),
            Connection = new ConnectionOptions(),
            Tls = new TlsOptions { ServerName = "localhost", Insecure = insecure, Authorities = authority is null ? [] : [authority] },
            Mode = mode,
            EhloName = "me.test",
        };
        var talk = new Talk(options, conversation, replies, outcome, waiting: null, TimeProvider.System)
        {
            Certificates = new CertificateGate(TrustedCertificates.Open(_folder.Path), question),
        };
        if (await talk.OpenAsync(CancellationToken.None))
        {
            if (quit)
            {
                await talk.FinishAsync(CancellationToken.None);
            }
            else
            {
                await conversation.CloseAsync(clean: false, CancellationToken.None);
            }
        }

        return new(outcome, seen.Entries);
    }

    sealed record Run(Outcome Outcome, List<Entry> Entries)
    {
        public IEnumerable<string> Notes => Entries.OfType<Entry.Note>().Select(note => note.Text);
    }

    sealed class Seen : IConversationObserver
    {
        public List<Entry> Entries { get; } = [];

        public void Take(in Observed observed) => Entries.AddRange(observed.Entries);
    }

    sealed class Answering(CertificateDecision decision) : ICertificateQuestion
    {
        public List<CertificateReport> Asked { get; } = [];

        public TaskCompletionSource Open { get; } = new();

        public TaskCompletionSource? Until { get; init; }

        public async ValueTask<CertificateDecision> AskAsync(CertificateReport report, CancellationToken cancellationToken)
        {
            Asked.Add(report);
            Open.TrySetResult();
            await (Until?.Task ?? Task.CompletedTask);
            return decision;
        }
    }
}
