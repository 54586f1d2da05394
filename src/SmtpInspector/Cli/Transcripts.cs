using SmtpInspector.Protocol.Importing;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Session;
using SmtpInspector.Terminal.Device;

namespace SmtpInspector.Cli;

/// <summary>Conversations named on the command line: transcripts, and what other programs recorded.</summary>
static class Transcripts
{
    /// <summary>Reads the conversation of a file; <c>-</c> is standard input.</summary>
    /// <exception cref="UsageException">The file cannot be read.</exception>
    /// <exception cref="TranscriptException">It is no conversation.</exception>
    public static TranscriptDocument ReadFile(string path, bool keepSecrets = false) =>
        Import(path, new ImportOptions(KeepSecrets: keepSecrets)).Document;

    /// <summary>Reads a conversation of a file, and says how the file was written; <c>-</c> is standard input.</summary>
    /// <exception cref="UsageException">The file cannot be read.</exception>
    /// <exception cref="TranscriptException">It is no conversation.</exception>
    public static Imported Import(string path, ImportOptions options)
    {
        if (path == "-")
        {
            return Imported.Read(ReadToEnd(), options);
        }

        try
        {
            return TranscriptFile.IsLarge(path)
                ? Imported.Read(TranscriptFile.Open(path), options) : Imported.Read(File.ReadAllBytes(path), options);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"{path}: {error.Message}");
        }
    }

    /// <summary>Reads standard input to its end.</summary>
    /// <exception cref="TranscriptException">It is no conversation.</exception>
    public static TranscriptDocument ReadStandardInput() => Imported.Read(ReadToEnd()).Document;

    static ReadOnlyMemory<byte> ReadToEnd()
    {
        using var input = StandardStreams.OpenInput();
        using var whole = new MemoryStream();
        input.CopyTo(whole);
        return whole.GetBuffer().AsMemory(0, (int)whole.Length);
    }
}
