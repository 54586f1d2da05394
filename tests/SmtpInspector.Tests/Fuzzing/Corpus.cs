using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Protocol.Wire;
using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Fuzzing;

/// <summary>Where inputs begin: every conversation in <c>transcripts/</c>, as a file and as what went over the wire.</summary>
static class Corpus
{
    /// <summary>The transcripts' files.</summary>
    public static IReadOnlyList<byte[]> Files { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Folder, "transcripts"), "*.smtp", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes)
            .Where(file => file.Length < 20_000),
    ];

    /// <summary>What each side said in them, one side after the other.</summary>
    public static IReadOnlyList<byte[]> Wire { get; } =
        [.. from file in Files from direction in (Direction[])[Direction.Client, Direction.Server] select Side(file, direction) into side where side.Length > 0 select side];

    /// <summary>Single lines of either side.</summary>
    public static IReadOnlyList<byte[]> Lines { get; } =
        [.. Files.SelectMany(file => TranscriptDocument.Parse(file).Events()).OfType<ConversationEvent.Line>().Select(line => line.Wire.Bytes.ToArray())];

    static byte[] Side(byte[] file, Direction direction) =>
        [.. TranscriptDocument.Parse(file).Events().OfType<ConversationEvent.Line>().Where(line => line.Wire.Direction == direction).SelectMany(line => line.Wire.Bytes.ToArray())];
}
