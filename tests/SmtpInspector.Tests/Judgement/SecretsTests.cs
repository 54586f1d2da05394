using System.Buffers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SmtpInspector.Json;
using SmtpInspector.LineMode;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Protocol.Wire;
using SmtpInspector.Session;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Tests.Lints.Server;

namespace SmtpInspector.Tests.Judgement;

/// <summary>No secret in any output, for any exchange.</summary>
public class SecretsTests
{
    const string User = "someone@example.com";
    const string Password = "hunter2-Zebra!";
    const string Token = "ya29.AHES6ZRVmB7fkLtd1XTmq6mo0S1wqZZi3";

    static readonly string Plain = Base64($"\0{User}\0{Password}");
    static readonly string Bearer = Base64($"n,a={User},\u0001auth=Bearer {Token}\u0001\u0001");
    static readonly string XOAuth2 = Base64($"user={User}\u0001auth=Bearer {Token}\u0001\u0001");

    static readonly string[] Forbidden = [Password, Token, Plain, Bearer, XOAuth2, Base64(Password), Base64(Token)];

    /// <summary>Client lines that carry a credential in an exchange, by mechanism.</summary>
    static readonly string[][] Exchanges =
    [
        [$"AUTH PLAIN {Plain}"],
        ["AUTH PLAIN", Plain],
        [$"auth  plain   {Plain} "],
        ["AUTH LOGIN", Base64(User), Base64(Password)],
        [$"AUTH LOGIN {Base64(User)}", Base64(Password)],
        [$"AUTH XOAUTH2 {XOAuth2}"],
        [$"AUTH OAUTHBEARER {Bearer}", "AQ=="],
        ["AUTH OAUTHBEARER", Bearer],
        ["AUTH LOGIN", Base64(User), Base64(Password + "\n")],
    ];

    static readonly string[] Replies =
    [
        "334 ", "334 VXNlcm5hbWU6", "235 2.7.0 ok", "535 5.7.8 no", "504 5.5.4 unknown", "530 first TLS", "501 cancelled", "250 strange", "334-strange",
        "354 stranger", "nonsense", "421 bye", "500 what", Echo,
    ];

    // Stands for a reply that repeats what the client sent last.
    const string Echo = "535 echo";

    static readonly string[] Others = ["EHLO me.example", "NOOP", "*", "MAIL FROM:<someone@example.com>", "RSET", "VRFY x", "QUIT"];

    static Gen<ConversationEvent> Reply => Gen.Elements(Replies).Select(Server);

    // Each line of an exchange is followed by one reply; what comes in between is of no matter.
    static Gen<ConversationEvent[]> Exchange =>
        from lines in Gen.Elements(Exchanges)
        from replies in Gen.ArrayOf(Reply, lines.Length)
        from others in Gen.ArrayOf(Gen.Elements(Others).Select(Client), 2)
        from between in Gen.ArrayOf(Reply, 2)
        from place in Gen.Choose(0, lines.Length)
        select Interleave(lines, replies, others, between, place);

    static Arbitrary<ConversationEvent[]> Conversations =>
        Gen.ArrayOf(Exchange).Select(parts => (ConversationEvent[])[Server("220 here"), Client("EHLO me.example"), Server("250-here"), Server("250 AUTH PLAIN LOGIN"), .. parts.SelectMany(part => part)])
            .ToArbitrary();

    [Fact]
    public void The_answer_to_a_challenge_with_which_an_excerpt_begins_is_a_credential()
    {
        var answer = Assert.Single(Judged.Entries("S: 334 UGFzc3dvcmQ6\nC: c2VjcmV0\nS: 235 ok\n").OfType<Entry.Command>());

        Assert.True(answer.IsAuthAnswer);
        Assert.NotEmpty(answer.Secrets);
    }

    [Property(MaxTest = 1000)]
    public Property No_output_holds_a_credential_however_the_exchange_goes() => Prop.ForAll(Conversations, conversation =>
    {
        foreach (var output in Outputs(conversation))
        {
            foreach (var secret in Forbidden)
            {
                Assert.False(output.Contains(secret, StringComparison.Ordinal), $"{secret} stands in:\n{output}");
            }
        }
    });

    [Property(MaxTest = 500)]
    public Property No_output_holds_a_credential_that_is_sent_in_pieces(int at) => Prop.ForAll(Gen.Elements(Exchanges).ToArbitrary(), lines =>
    {
        var conversation = new List<ConversationEvent> { Server("220 here") };
        foreach (var line in lines)
        {
            var octets = Encoding.UTF8.GetBytes(line + "\r\n");
            var cut = Math.Abs(at % octets.Length);
            conversation.Add(Piece(octets.AsMemory(0, cut)));
            conversation.Add(Piece(octets.AsMemory(cut)));
            conversation.Add(Server("334 "));
        }

        // A piece alone may be too short to be recognised by value; what it must never give is the whole.
        foreach (var output in Outputs([.. conversation.Where(happened => happened is not ConversationEvent.Line { Wire.Bytes.Length: 0 })]))
        {
            Assert.DoesNotContain(Plain[12..], output, StringComparison.Ordinal);
            Assert.DoesNotContain(Bearer[16..], output, StringComparison.Ordinal);
            Assert.DoesNotContain(XOAuth2[16..], output, StringComparison.Ordinal);
            Assert.DoesNotContain(Base64(Password)[4..], output, StringComparison.Ordinal);
        }
    });

    [Fact]
    public void A_credential_typed_where_a_command_belongs_is_masked_once_it_is_known()
    {
        var output = Assert.Single(Outputs(
        [
            Server("220 here"), Client($"AUTH PLAIN {Plain}"), Server("235 ok"), Client($"HELP {Password}"), Server("214 no help"),
            Client(Base64(Password)), Server("500 what"),
        ]).Take(1));
        Assert.DoesNotContain(Password, output, StringComparison.Ordinal);
        Assert.DoesNotContain(Base64(Password), output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sender_s_address_stays_readable_though_it_is_the_user_name()
    {
        var output = Outputs([Server("220 here"), Client("AUTH LOGIN"), Server("334 VXNlcm5hbWU6"), Client(Base64(User)), Server("334 UGFzc3dvcmQ6"), Client(Base64(Password)), Server("235 ok"), Client($"MAIL FROM:<{User}>")]).First();
        Assert.Contains($"MAIL FROM:<{User}>", output, StringComparison.Ordinal);
    }

    static IEnumerable<string> Outputs(IReadOnlyList<ConversationEvent> conversation)
    {
        var lines = new Lines();
        var json = new MemoryStream();
        var saved = new ArrayBufferWriter<byte>();
        var writer = new TranscriptWriter();
        var judge = new ConversationJudge(SessionState.Start(tls: true));
        IConversationObserver[] printers = [new LinePrinter(lines, keepSecrets: false, printFailures: true), new JsonPrinter(json, keepSecrets: false)];
        foreach (var happened in conversation)
        {
            var before = judge.State;
            var entries = judge.Apply(happened);
            var observed = new Observed(happened, before, judge.State, judge.Secrets, entries);
            foreach (var printer in printers)
            {
                printer.Take(observed);
            }

            writer.Write(happened, judge.Secrets, saved);
        }

        yield return lines.ToString();
        yield return Encoding.UTF8.GetString(json.ToArray());
        yield return Encoding.UTF8.GetString(saved.WrittenSpan);
    }

    static ConversationEvent[] Interleave(string[] lines, ConversationEvent[] replies, ConversationEvent[] others, ConversationEvent[] between, int place)
    {
        var all = new List<ConversationEvent>();
        for (var i = 0; i <= lines.Length; i++)
        {
            if (i == place)
            {
                // Within an exchange only the cancellation: after another command nobody could tell a credential from a typo.
                all.AddRange([i is > 0 && i < lines.Length ? Client("*") : others[0], between[0]]);
            }

            if (i < lines.Length)
            {
                var isEcho = ((ConversationEvent.Line)replies[i]).Wire.Content.Span.SequenceEqual(Encoding.UTF8.GetBytes(Echo));
                all.AddRange([Client(lines[i]), isEcho ? Server($"535 {lines[i]} is wrong") : replies[i]]);
            }
        }

        return [.. all, others[1], between[1]];
    }

    static ConversationEvent Client(string text) => Piece(Encoding.UTF8.GetBytes(text + "\r\n"));

    static ConversationEvent.Line Piece(ReadOnlyMemory<byte> octets) => new ConversationEvent.Line(TimeSpan.FromSeconds(1), new WireLine(Direction.Client, 0, octets));

    static ConversationEvent Server(string text) =>
        new ConversationEvent.Line(TimeSpan.FromSeconds(1), new WireLine(Direction.Server, 0, Encoding.UTF8.GetBytes(text + "\r\n")));

    static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    sealed class Lines : ILineOutput
    {
        readonly StringBuilder _text = new();

        public void Print(StyledLine line, bool hold = false) => _text.Append(line.ToString()).Append('\n');

        public override string ToString() => _text.ToString();
    }
}
