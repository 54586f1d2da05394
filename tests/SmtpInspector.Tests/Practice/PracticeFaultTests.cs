using SmtpInspector.Protocol.Practice;
using SmtpInspector.Tests.Knowledge;

namespace SmtpInspector.Tests.Practice;

public class PracticeFaultTests
{
    const string Envelope = "C: MAIL FROM:<test@ses-example.com>\nS: 250 Ok\nC: RCPT TO:<success@simulator.amazonses.com>\nS: 250 Ok\n";
    const string Message = Envelope + "C: DATA\nS: 354 *\nC: hello\nC: .\nS: 250 Ok *\n";

    /// <summary>Faults of a server that plays SES, and a conversation after the login.</summary>
    public static TheoryData<string, string> AfterLogin => new()
    {
        { "greylisting", "C: MAIL FROM:<test@ses-example.com>\nS: 250 Ok\nC: RCPT TO:<a@ses-example.com>\nS: 450 Greylisted, please try again later\nC: RCPT TO:<b@ses-example.com>\nS: 450 *\nC: RCPT TO:<a@ses-example.com>\nS: 250 Ok" },
        { "no-such-user", "C: MAIL FROM:<test@ses-example.com>\nS: 250 Ok\nC: RCPT TO:<a@ses-example.com>\nS: 550 No such user here\nC: DATA\nS: 503 Need RCPT command first" },
        { "refuse-recipient", "C: MAIL FROM:<test@ses-example.com>\nS: 250 Ok\nC: RCPT TO:<a@ses-example.com>\nS: 250 Ok\nC: RCPT TO:<b@ses-example.com>\nS: 550 No such user here\nC: RCPT TO:<c@ses-example.com>\nS: 250 Ok\nC: RSET\nS: 250 Ok\nC: MAIL FROM:<test@ses-example.com>\nS: 250 Ok\nC: RCPT TO:<b@ses-example.com>\nS: 250 Ok\nC: RCPT TO:<c@ses-example.com>\nS: 550 *" },
        { "refuse-recipient=1", "C: MAIL FROM:<test@ses-example.com>\nS: 250 Ok\nC: RCPT TO:<a@ses-example.com>\nS: 550 *\nC: RCPT TO:<b@ses-example.com>\nS: 250 Ok" },
        { "moved", "C: MAIL FROM:<test@ses-example.com>\nS: 250 Ok\nC: RCPT TO:<a@ses-example.com>\nS: 251 User not local; will forward\nC: DATA\nS: 354 *" },
        { "throttling=2", Message + Message + Envelope + "C: DATA\nS: 354 *\nC: .\nS: 454 Throttling failure: Maximum sending rate exceeded\n" + Envelope },
        { "size-limit=20", "C: EHLO client.example.com\nS: 250-*\nS: 250-8BITMIME\nS: 250-SIZE 20\nS: 250-*\nS: 250 Ok\nC: MAIL FROM:<test@ses-example.com> SIZE=21\nS: 552 Message is too long.\n" + Envelope + "C: DATA\nS: 354 *\nC: more than twenty octets\nC: .\nS: 552 Message is too long." },
        { "421", Envelope + "C: DATA\nS: 421 Service closing transmission channel\n* closed" },
        { "421=noop", "C: NOOP\nS: 421 *\n* closed" },
        { "close", Envelope + "C: DATA\nS: 354 *\nC: .\n* closed" },
        { "close=RCPT", "C: RCPT TO:<out of order>\n* closed" },
        { "mixed-codes", "C: MAIL FROM:<test@ses-example.com>\nS: 250 Ok\nC: RCPT TO:<a@ses-example.com>\nS: 250-Ok\nS: 550 Ok\nC: DATA\nS: 354 *" },
        { "mixed-codes=EHLO", "C: EHLO client.example.com\nS: 250-*\nS: 250-*\nS: 250-*\nS: 250-*\nS: 550 Ok" },
        { "wrong-enhanced-code=NOOP", "C: NOOP\nS: 250 5.0.0 Ok\nC: FROB\nS: 500 Command not recognized" },
        { "wrong-enhanced-code=MAIL", "C: MAIL FROM:<a>\nS: 553 2.0.0 <a> Invalid email address" },
    };

    [Theory, MemberData(nameof(AfterLogin))]
    public void A_fault_does_what_its_row_says(string fault, string conversation)
    {
        using var dialogue = PracticeDialogue.With("ses", [fault]);
        dialogue.LogIn();
        dialogue.Play(conversation);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("smuggling", true)]
    public void A_dot_between_bare_line_feeds_ends_the_content_for_a_server_that_can_be_smuggled_through(string fault, bool ends)
    {
        using var dialogue = PracticeDialogue.With("ses", fault.Length == 0 ? [] : [fault]);
        dialogue.LogIn();
        dialogue.Play(Envelope + "C: DATA\nS: 354 *");
        dialogue.SendRaw("hello\n");
        Assert.Equal(ends, dialogue.SendRaw(".\n").StartsWith("250 Ok ", StringComparison.Ordinal));
        Assert.Equal(ends ? PracticeMode.Command : PracticeMode.Content, dialogue.Session.State.Mode);
    }

    [Fact]
    public void Faults_combine()
    {
        using var dialogue = PracticeDialogue.With("ses", ["delay=2@RCPT", "refuse-recipient=2", "missing-cr=RCPT", "drip", "421=DATA"]);
        dialogue.LogIn();
        dialogue.Send("MAIL FROM:<test@ses-example.com>");
        dialogue.Forget();
        Assert.Equal("250 Ok", dialogue.Send("RCPT TO:<a@ses-example.com>"));
        Assert.Equal("550 No such user here", dialogue.Send("RCPT TO:<b@ses-example.com>"));
        Assert.Equal(TimeSpan.FromSeconds(4), dialogue.Waited);
        Assert.StartsWith("421 ", dialogue.Send("DATA"), StringComparison.Ordinal);
        Assert.True(dialogue.IsClosed);
    }

    [Fact]
    public void A_missing_CR_is_missing_on_the_wire()
    {
        using var dialogue = PracticeDialogue.With("ses", ["missing-cr"]);
        var actions = dialogue.Session.Receive("NOOP\r\n"u8);
        Assert.Equal("250 Ok\n", Assert.IsType<PracticeAction.Send>(Assert.Single(actions)).Octets);
    }

    [Theory]
    [InlineData("injected-plaintext", "220 Ready to start TLS\r\n250-injected.example\r\n250 AUTH PLAIN LOGIN\r\n")]
    [InlineData("injected-plaintext=before", "250-injected.example\r\n250 AUTH PLAIN LOGIN\r\n220 Ready to start TLS\r\n")]
    public void Injected_lines_go_in_one_piece_with_the_220(string fault, string octets)
    {
        using var dialogue = PracticeDialogue.With("ses", [fault], implicitTls: false);
        var actions = dialogue.Session.Receive("STARTTLS\r\n"u8);
        Assert.Equal(octets, Assert.IsType<PracticeAction.Send>(actions[0]).Octets);
        Assert.IsType<PracticeAction.StartTls>(actions[1]);
    }

    [Fact]
    public void Without_starttls_everything_is_taken_in_the_clear()
    {
        using var dialogue = PracticeDialogue.With("ses", ["no-starttls"], implicitTls: false);
        dialogue.Forget();
        dialogue.Play("C: EHLO client.example.com\nS: 250-*\nS: 250-8BITMIME\nS: 250-SIZE *\nS: 250-AUTH PLAIN LOGIN\nS: 250 Ok\nC: STARTTLS\nS: 500 *\nC: AUTH PLAIN {plain}\nS: 235 *");
    }

    [Theory]
    [InlineData("421+rcpt@fault.example", "C: RCPT TO:<a@ses-example.com>\nS: 421 *\n* closed")]
    [InlineData("421+breakfast@fault.example", "C: RCPT TO:<a@ses-example.com>\nS: 250 Ok\nC: DATA\nS: 421 *\n* closed")]
    [InlineData("size-limit+1@fault.example", "C: RCPT TO:<a@ses-example.com>\nS: 250 Ok\nC: DATA\nS: 354 *\nC: hello\nC: .\nS: 250 *")]
    [InlineData("greylisting@fault.example", "C: RCPT TO:<a@ses-example.com>\nS: 450 *\nC: RCPT TO:<a@ses-example.com>\nS: 250 Ok")]
    public void A_sender_asks_for_a_fault_and_its_argument(string sender, string conversation)
    {
        using var dialogue = new PracticeDialogue();
        dialogue.LogIn();
        dialogue.Play($"C: MAIL FROM:<{sender}>\nS: 250 Ok\n" + conversation);
    }

    [Theory]
    [InlineData("sess", "", "there is no profile sess (did you mean ses?)")]
    [InlineData("ses", "greylistin", "there is no fault greylistin (did you mean greylisting?)")]
    [InlineData("ses", "xyzzy", "there is no fault xyzzy; serve --list")]
    [InlineData("ses", "greylisting=2", "the fault greylisting takes nothing")]
    [InlineData("ses", "421=", "421=: write 421[=STEP] (STEP: connection, EHLO")]
    [InlineData("ses", "delay=-1", "delay=-1: write delay[=SECONDS[@STEP]] (3 s and every step when left out)")]
    [InlineData("ses", "delay=1@", "delay=1@: write")]
    [InlineData("ses", "refuse-recipient=0", "refuse-recipient=0: write refuse-recipient[=N] (2 when left out)")]
    [InlineData("ses", "injected-plaintext=behind", "injected-plaintext=behind: write injected-plaintext[=before|after]")]
    public void What_cannot_be_understood_is_said_with_how_to_write_it(string profile, string fault, string error)
    {
        Assert.False(PracticeSetup.TryParse(profile, fault.Length == 0 ? [] : [fault], out var setup, out var said));
        Assert.Null(setup);
        Assert.StartsWith(error, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("421=rcpt")]
    [InlineData("Delay=0.5@MESSAGE")]
    [InlineData("delay=@message")]
    [InlineData("drip=0.01")]
    [InlineData("close=connection")]
    public void Names_and_steps_are_understood_in_any_case(string fault)
    {
        Assert.True(PracticeSetup.TryParse("SES", [fault], out var setup, out _));
        Assert.Equal(fault, Assert.Single(setup.Faults).ToString(), ignoreCase: true);
    }

    [Fact]
    public void Every_fault_has_its_own_name_two_sentences_and_a_section_that_exists()
    {
        foreach (var profile in PracticeProfiles.All)
        {
            Assert.Equal(profile.AllFaults.Count(), profile.AllFaults.DistinctBy(fault => fault.Name).Count());
            foreach (var fault in profile.AllFaults)
            {
                Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", fault.Name);
                Assert.Matches("^[A-Z0-9].+[.]$", fault.Does);
                Assert.Matches("^[A-Z0-9].+[.]$", fault.Teaches);
                Assert.Null(References.Fault(fault.Reference));
            }
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_run()
    {
        Assert.True(PracticeSetup.TryParse("ses", ["greylisting", "mixed-codes"], out var setup, out _));
        string Run()
        {
            using var session = setup.Begin(7, implicitTls: true);
            string[] lines = ["EHLO a.example", "AUTH LOGIN", "NOOP", "MAIL FROM:<a@b.example>"];
            return session.Credentials + string.Concat(session.Open().Concat(lines.SelectMany(line => session.Receive(System.Text.Encoding.ASCII.GetBytes(line + "\r\n")))));
        }

        Assert.Equal(Run(), Run());
    }
}
