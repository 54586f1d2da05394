using System.Buffers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Tests.Transcripts;

public class RoundTripTests
{
    static readonly string[] Texts =
    [
        "220 ready", "250-a", "250 b", "354 go", "354", "354-x", "DATA", "data ", ".", "..", "", " ", "  two", "# no comment", "* wait 1",
        "[1.5] bracketed", "[1.5]", "<html>", "<a> ", "‹note›", "C: x", "S%: y", "{secret:plain}", "a {secret:x} b {secret:y}", "100%",
        "tab\there", "ümläut", "\u001b[31m", "\u202eevil", "bare\rcr", "\0", "AUTH PLAIN AGEAYg==", "C & S: <x>",
    ];

    static Gen<byte[]> Content => Gen.OneOf(
        Gen.Elements(Texts).Select(Encoding.UTF8.GetBytes),
        Gen.ArrayOf(Gen.Choose(0, 255).Select(value => (byte)value)).Where(bytes => !bytes.Contains((byte)'\n')));

    static Gen<byte[]> Ending => Gen.Frequency(
        (8, Gen.Constant("\r\n"u8.ToArray())), (1, Gen.Constant("\n"u8.ToArray())), (1, Gen.Constant(Array.Empty<byte>())));

    static Gen<TimeSpan?> At => Gen.Frequency(
        (1, Gen.Constant((TimeSpan?)null)), (3, Gen.Choose(0, 100_000).Select(ms => (TimeSpan?)TimeSpan.FromMilliseconds(ms))));

    static Gen<ConversationEvent> Line =>
        from at in At
        from direction in Gen.Elements(Direction.Client, Direction.Server)
        from own in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        from content in Content
        from ending in Ending
        where content.Length + ending.Length > 0
        select (ConversationEvent)new ConversationEvent.Line(
            at, new WireLine(direction, 0, (byte[])[.. content, .. ending]), own && direction == Direction.Client);

    static Gen<ConversationEvent> Other => Gen.Elements<ConversationEvent>(
        new ConversationEvent.Connecting(TimeSpan.Zero, "mx.example.org", 465),
        new ConversationEvent.Connected(TimeSpan.FromMilliseconds(21), "2001:db8::1", 465),
        new ConversationEvent.Connected(TimeSpan.FromMilliseconds(21), "192.0.2.1", 25),
        new ConversationEvent.Note(TimeSpan.FromSeconds(3), "the server said nothing"),
        new ConversationEvent.Closed(TimeSpan.FromSeconds(9), Direction.Server, false),
        new ConversationEvent.Failed(TimeSpan.FromSeconds(9), FailureKind.Timeout, "no \"reply\" \\ in 5 s"),
        new ConversationEvent.Steered(TimeSpan.FromSeconds(1), SteeringKind.Wait, TimeSpan.FromSeconds(1.5)),
        new ConversationEvent.Steered(null, SteeringKind.NoWait),
        new ConversationEvent.Steered(null, SteeringKind.HalfClose),
        new ConversationEvent.Steered(null, SteeringKind.Close));

    static Arbitrary<ConversationEvent[]> Conversations => Gen.ArrayOf(Gen.Frequency((6, Line), (1, Other))).ToArbitrary();

    [Property(MaxTest = 2000)]
    public Property Reading_what_was_written_gives_the_same_events_for_any_bytes() =>
        Prop.ForAll(Conversations, events =>
        {
            var file = Write(events);
            var read = TranscriptDocument.Parse(file).Events().Select(Described);
            Assert.Equal(events.Select(Described), read);
        });

    [Property]
    public Property Every_prefix_of_a_recording_is_a_transcript(int cut) =>
        Prop.ForAll(Conversations, events =>
        {
            var file = Write(events);
            var prefix = file.AsMemory(0, file.Length == 0 ? 0 : Math.Abs(cut % file.Length));
            var whole = events.Select(Described).ToList();
            var read = TranscriptDocument.Parse(prefix).Events().Select(Described).ToList();

            // At most the last one is missing or was cut.
            var certain = Math.Max(0, read.Count - 1);
            Assert.Equal(whole.Take(certain), read.Take(certain));
        });

    [Fact]
    public void A_handshake_comes_back_with_its_chain()
    {
        var session = new TlsSession(
            "TLS 1.3",
            "TLS_AES_128_GCM_SHA256",
            false,
            ["It expired on 2026-01-01.", "Its issuer \"X\" is unknown."],
            [new PeerCertificate("CN=a, O=\"b c\"", "CN=x", ["a.example", "192.0.2.1"], DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(9), "00ff", "RSA 2048", "sha256RSA")]);
        var read = Assert.IsType<ConversationEvent.TlsStarted>(Assert.Single(
            TranscriptDocument.Parse(Write([new ConversationEvent.TlsStarted(TimeSpan.FromSeconds(1), session)])).Events()));
        Assert.Equal(session.Problems, read.Session.Problems);
        Assert.Equal(session.Certificates[0] with { Names = [] }, read.Session.Certificates[0] with { Names = [] });
        Assert.Equal(session.Certificates[0].Names, read.Session.Certificates[0].Names);
        Assert.Equal((session.Protocol, session.Cipher, session.Verified), (read.Session.Protocol, read.Session.Cipher, read.Session.Verified));
    }

    static byte[] Write(IEnumerable<ConversationEvent> events)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new TranscriptWriter();
        foreach (var happened in events)
        {
            writer.Write(happened, [], output);
        }

        return output.WrittenSpan.ToArray();
    }

    // Offsets are counted anew by whoever reads.
    static string Described(ConversationEvent happened) => happened is ConversationEvent.Line line
        ? $"{line.At} {line.Wire.Direction} {line.Own} {Convert.ToHexString(line.Wire.Bytes.Span)}"
        : happened.ToString();
}
