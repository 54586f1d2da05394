using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using FsCheck.Xunit;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Practice;

namespace SmtpInspector.Tests.Practice;

public class PracticeSessionTests
{
    const string Transaction = "C: MAIL FROM:<test@ses-example.com>\nS: 250 Ok\nC: RCPT TO:<success@simulator.amazonses.com>\nS: 250 Ok\nC: DATA\nS: 354 *";

    static PracticeDialogue LoggedIn(PracticeMemory? memory = null)
    {
        var dialogue = new PracticeDialogue(memory: memory);
        dialogue.LogIn();
        return dialogue;
    }

    static PracticeDialogue InContent(PracticeMemory? memory = null)
    {
        var dialogue = LoggedIn(memory);
        dialogue.Play(Transaction);
        return dialogue;
    }

    [Fact]
    public void An_accepted_message_has_its_envelope_and_its_octets_without_the_stuffing()
    {
        using var dialogue = InContent();
        dialogue.SendRaw("Subject: x\r\n");
        dialogue.SendRaw("..dot\r\n");
        dialogue.SendRaw("bare\n");
        dialogue.SendRaw("\r\n");
        var reply = dialogue.Send(".");
        var message = Assert.Single(dialogue.Accepted);
        Assert.Equal("250 Ok " + message.Id, reply);
        Assert.Matches("^0000[0-9a-f]{12}-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}-000000$", message.Id);
        Assert.Equal("test@ses-example.com", message.ReversePath);
        Assert.Equal(["success@simulator.amazonses.com"], message.Recipients);
        Assert.Equal(PracticeDialogue.Credentials.UserName, message.UserName);
        Assert.Equal("Subject: x\r\n.dot\r\nbare\n\r\n", Encoding.ASCII.GetString(message.Content));
    }

    [Theory]
    [InlineData("a\n", ".\r\n")]
    [InlineData("a\r\n", ".\n")]
    [InlineData("a\n", ".\n")]
    [InlineData("a\r\n", ".\r\r\n")]
    [InlineData("a\r\n", "\0.\r\n")]
    public void A_smuggled_end_of_content_is_content(string before, string dot)
    {
        using var dialogue = InContent();
        dialogue.SendRaw(before);
        Assert.Equal("", dialogue.SendRaw(dot));
        Assert.Equal(PracticeMode.Content, dialogue.Session.State.Mode);
        Assert.Empty(dialogue.Accepted);
    }

    [Property]
    public bool Content_comes_out_as_it_went_in_however_the_lines_are_cut(byte[] content, byte cut)
    {
        using var dialogue = InContent();
        byte[] body = [.. content, (byte)'\r', (byte)'\n'];
        foreach (var line in Lines(Stuffed(body)))
        {
            // A line too long to hold comes in pieces; only its first one may begin with the dot of the stuffing.
            var first = line.Length > cut + 2 ? cut + 2 : line.Length;
            dialogue.SendRaw(Encoding.Latin1.GetString(line.AsSpan(0, first)));
            if (first < line.Length)
            {
                dialogue.SendRaw(Encoding.Latin1.GetString(line.AsSpan(first)));
            }
        }

        dialogue.Send(".");
        return dialogue.Accepted.Single().Content.ToArray().AsSpan().SequenceEqual(body);
    }

    [Property]
    public bool Whatever_a_line_holds_each_gets_at_most_one_reply_and_the_server_stays_sane(byte[][] lines, bool implicitTls)
    {
        using var dialogue = new PracticeDialogue(implicitTls);
        return lines.All(line =>
        {
            var reply = dialogue.SendRaw(Encoding.Latin1.GetString(line).Replace('\n', ' ') + "\r\n");
            return dialogue.IsClosed || Regex.IsMatch(reply, @"^[2-5][0-5][0-9] [ -~]*$|^250-[ -~]*\r\n(250-[ -~]*\r\n)*250 [ -~]*$");
        });
    }

    [Fact]
    public void A_line_that_ends_in_a_bare_lf_is_refused_and_not_obeyed()
    {
        using var dialogue = new PracticeDialogue();
        Assert.StartsWith("500 ", dialogue.SendRaw("EHLO client.example.com\n"), StringComparison.Ordinal);
        Assert.Null(dialogue.Session.State.ClientName);
    }

    [Fact]
    public void A_command_that_is_too_long_is_refused_once_when_it_ends()
    {
        using var dialogue = new PracticeDialogue();
        Assert.StartsWith("500 ", dialogue.Send("NOOP " + new string('x', 3000)), StringComparison.Ordinal);
        Assert.Equal("", dialogue.SendRaw("NOOP " + new string('x', 16 * 1024)));
        Assert.Equal("500 Line too long", dialogue.SendRaw("the rest\r\n"));
        Assert.Equal("250 Ok", dialogue.Send("NOOP"));
    }

    [Fact]
    public void An_answer_to_a_challenge_may_be_as_long_as_the_rfc_wants()
    {
        using var dialogue = new PracticeDialogue();
        dialogue.Send("EHLO client.example.com");
        dialogue.Send("AUTH PLAIN");
        Assert.StartsWith("535 ", dialogue.Send(new string('A', 12288 - 4)), StringComparison.Ordinal);
        dialogue.Send("AUTH PLAIN");
        Assert.Equal("500 Line too long", dialogue.Send(new string('A', 12288)));
        Assert.Equal(PracticeMode.Command, dialogue.Session.State.Mode);
    }

    [Fact]
    public void A_line_without_end_is_cut_off_with_421()
    {
        using var dialogue = new PracticeDialogue();
        var reply = "";
        for (var i = 0; i < 1000 && reply.Length == 0; i++)
        {
            reply = dialogue.SendRaw(new string('x', 16 * 1024));
        }

        Assert.StartsWith("421 ", reply, StringComparison.Ordinal);
        Assert.True(dialogue.IsClosed);
        Assert.Equal("", dialogue.SendRaw("NOOP\r\n"));
    }

    [Fact]
    public void Too_many_errors_end_the_connection_with_421()
    {
        using var dialogue = new PracticeDialogue();
        for (var i = 0; i < PracticeProfiles.Default.ErrorLimit; i++)
        {
            Assert.StartsWith("500 ", dialogue.Send("GARBAGE"), StringComparison.Ordinal);
        }

        Assert.StartsWith("421 ", dialogue.Send("GARBAGE"), StringComparison.Ordinal);
        Assert.True(dialogue.IsClosed);
    }

    [Fact]
    public void More_than_fifty_recipients_are_refused_after_the_dot_and_more_than_a_hundred_at_rcpt()
    {
        using var dialogue = LoggedIn();
        dialogue.Send("MAIL FROM:<test@ses-example.com>");
        for (var i = 0; i < 100; i++)
        {
            Assert.Equal("250 Ok", dialogue.Send($"RCPT TO:<success+{i}@simulator.amazonses.com>"));
        }

        Assert.StartsWith("452 ", dialogue.Send("RCPT TO:<success@simulator.amazonses.com>"), StringComparison.Ordinal);
        dialogue.Send("DATA");
        Assert.Equal("554 Transaction failed: Recipient count exceeds 50.", dialogue.Send("."));
    }

    [Theory]
    [InlineData(0, "250 Ok ")]
    [InlineData(1, "552 Message is too long.")]
    public void Content_may_have_ten_mebibytes_and_not_an_octet_more(int over, string verdict)
    {
        using var dialogue = InContent();
        var line = new string('x', 1022) + "\r\n";
        for (var i = 0; i < 10 * 1024; i++)
        {
            dialogue.SendRaw(i == 0 ? line[..^2] + new string('x', over) + "\r\n" : line);
        }

        Assert.StartsWith(verdict, dialogue.Send("."), StringComparison.Ordinal);
        Assert.Equal("250 Ok", dialogue.Send("MAIL FROM:<test@ses-example.com>"));
    }

    [Fact]
    public void Content_without_end_is_cut_off()
    {
        using var dialogue = InContent();
        var piece = new string('x', 16 * 1024);
        var reply = "";
        for (var i = 0; i < 10_000 && reply.Length == 0; i++)
        {
            reply = dialogue.SendRaw(piece);
        }

        Assert.Equal("552 Message is too long.", reply);
        Assert.True(dialogue.IsClosed);
    }

    [Fact]
    public void Content_that_finds_no_room_is_refused_for_now_and_the_room_is_given_back()
    {
        var memory = new PracticeMemory(100_000);
        using var first = InContent(memory);
        using var second = InContent(memory);
        var line = new string('x', 998) + "\r\n";
        for (var i = 0; i < 60; i++)
        {
            first.SendRaw(line);
            second.SendRaw(line);
        }

        Assert.Equal("451 Temporary service failure", second.Send("."));
        Assert.StartsWith("250 ", first.Send("."), StringComparison.Ordinal);
        Assert.True(memory.TryTake(100_000));
    }

    [Fact]
    public void Room_is_given_back_when_the_client_goes_away()
    {
        var memory = new PracticeMemory(10_000);
        using (var dialogue = InContent(memory))
        {
            dialogue.Send("half a message");
            Assert.False(memory.TryTake(10_000));
        }

        Assert.True(memory.TryTake(10_000));
    }

    [Fact]
    public void A_refusal_that_names_many_identities_stays_a_reply_line()
    {
        using var dialogue = LoggedIn();
        dialogue.Send("MAIL FROM:<test@ses-example.com>");
        for (var i = 0; i < 40; i++)
        {
            dialogue.Send($"RCPT TO:<a-rather-long-recipient-{i}@example.net>");
        }

        dialogue.Send("DATA");
        var reply = dialogue.Send(".");
        Assert.StartsWith("554 Message rejected: ", reply, StringComparison.Ordinal);
        Assert.InRange(reply.Length, 400, 510);
    }

    [Fact]
    public void Verified_identities_are_addresses_with_any_label_and_domains_with_their_subdomains()
    {
        var verified = new VerifiedIdentities(["me@example.com", "example.net"]);
        Assert.True(verified.MaySendFrom("me@example.com"));
        Assert.True(verified.MaySendFrom("ME+news@Example.com"));
        Assert.False(verified.MaySendFrom("you@example.com"));
        Assert.True(verified.MaySendFrom("anybody@example.net"));
        Assert.True(verified.MaySendFrom("anybody@mail.example.net"));
        Assert.False(verified.MaySendFrom("anybody@badexample.net"));
        Assert.False(verified.MaySendFrom("success@simulator.amazonses.com"));
        Assert.True(verified.MaySendTo("success@simulator.amazonses.com"));
    }

    [Fact]
    public void Greylisting_puts_off_the_first_attempt_for_a_recipient_only()
    {
        var memory = new PracticeMemory(1 << 20);
        for (var attempt = 0; attempt < 2; attempt++)
        {
            using var dialogue = LoggedIn(memory);
            dialogue.Send("MAIL FROM:<test@ses-example.com>");
            Assert.StartsWith(attempt == 0 ? "450 " : "250 ", dialogue.Send("RCPT TO:<greylisting@fault.example>"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_other_code_of_success_adds_the_recipient_too()
    {
        using var dialogue = LoggedIn();
        dialogue.Send("MAIL FROM:<test@ses-example.com>");
        Assert.StartsWith("251 ", dialogue.Send("RCPT TO:<moved@fault.example>"), StringComparison.Ordinal);
        Assert.StartsWith("354 ", dialogue.Send("DATA"), StringComparison.Ordinal);
        Assert.StartsWith("250 ", dialogue.Send("."), StringComparison.Ordinal);
        Assert.Equal(["moved@fault.example"], Assert.Single(dialogue.Accepted).Recipients);
    }

    [Fact]
    public void A_slow_server_waits_and_then_looks_at_the_message_as_ever()
    {
        using var dialogue = LoggedIn();
        dialogue.Send("MAIL FROM:<delay+3@fault.example>");
        dialogue.Send("RCPT TO:<you@example.net>");
        dialogue.Send("DATA");
        Assert.Equal(TimeSpan.FromSeconds(9), dialogue.Waited);
        Assert.StartsWith("554 ", dialogue.Send("."), StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(12), dialogue.Waited);
    }

    [Fact]
    public void A_server_that_disconnects_says_nothing_and_keeps_nothing()
    {
        using var dialogue = LoggedIn();
        dialogue.Send("MAIL FROM:<close@fault.example>");
        dialogue.Send("RCPT TO:<success@simulator.amazonses.com>");
        dialogue.Send("DATA");
        Assert.Equal("", dialogue.Send("."));
        Assert.True(dialogue.IsClosed);
        Assert.Empty(dialogue.Accepted);
    }

    [Fact]
    public void A_fault_for_all_conversations_strikes_without_being_asked_for()
    {
        using var dialogue = PracticeDialogue.With("ses", ["daily-quota"]);
        dialogue.LogIn();
        dialogue.Play(Transaction + "\nC: .\nS: 454 Throttling failure: Daily message quota exceeded");
    }

    [Fact]
    public void The_same_dice_give_the_same_credentials_of_the_right_shape()
    {
        var credentials = PracticeCredentials.Create(new PracticeRandom(7), "us-east-1");
        Assert.Equal(credentials, PracticeCredentials.Create(new PracticeRandom(7), "us-east-1"));
        Assert.NotEqual(credentials, PracticeCredentials.Create(new PracticeRandom(8), "us-east-1"));
        Assert.Matches("^AKIA[A-Z2-7]{16}$", credentials.UserName);
        Assert.Matches("^B[A-Za-z0-9+/]{43}$", credentials.Password);
        Assert.Matches("^[A-Za-z0-9+/]{40}$", credentials.SecretKey);
    }

    [Fact]
    public void Every_profile_can_answer_every_verb_in_every_mode()
    {
        foreach (var profile in PracticeProfiles.All)
        {
            Assert.Contains(profile.Rows, row => row is { In: PracticeMode.Command, Verb: Verb.Unknown });
            Assert.Contains(profile.Rows, row => row is { In: PracticeMode.Command, Verb: Verb.Connection });
            Assert.Contains(profile.Rows, row => row is { In: PracticeMode.Content, Verb: Verb.EndOfData });
            Assert.All(profile.Mechanisms, mechanism => Assert.Contains(profile.Rows, row => row.In == mechanism.Answer && row.Verb == Verb.Auth));
            Assert.All(
                profile.AllFaults.Select(fault => fault.Make(fault.Argument.Default)).OfType<PracticeTrouble.Answer>(),
                answer => Assert.Contains(profile.Rows, row => row.Verb == answer.At && row.Refusals.Any(refusal => refusal.Reply is null)));
        }
    }

    static byte[] Stuffed(byte[] body) =>
        [.. Lines(body).SelectMany((line, index) => line[0] == '.' && StartsAfterCrLf(body, index) ? (byte[])[(byte)'.', .. line] : line)];

    static bool StartsAfterCrLf(byte[] body, int index)
    {
        var before = Lines(body).Take(index).SelectMany(line => line).ToArray();
        return before is [] or [.., (byte)'\r', (byte)'\n'];
    }

    static IEnumerable<byte[]> Lines(byte[] octets)
    {
        for (var start = 0; start < octets.Length;)
        {
            var end = Array.IndexOf(octets, (byte)'\n', start) is >= 0 and var lf ? lf + 1 : octets.Length;
            yield return octets[start..end];
            start = end;
        }
    }
}
