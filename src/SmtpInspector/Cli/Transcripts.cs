using SmtpInspector.Session;
using SmtpInspector.Protocol.Transcripts;

namespace SmtpInspector.Cli;

/// <summary>Transcripts named on the command line.</summary>
static class Transcripts
{
    /// <summary>Reads a file; <c>-</c> is standard input.</summary>
    /// <exception cref="UsageException">The file cannot be read.</exception>
    /// <exception cref="TranscriptException">It is no transcript.</exception>
    public static TranscriptDocument ReadFile(string path)
    {
        if (path == "-")
        {
            return ReadStandardInput();
        }

        try
        {
            return TranscriptDocument.Parse(File.ReadAllBytes(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"{path}: {error.Message}");
        }
    }

    /// <summary>Reads standard input to its end.</summary>
    public static TranscriptDocument ReadStandardInput()
    {
        using var input = Console.OpenStandardInput();
        using var whole = new MemoryStream();
        input.CopyTo(whole);
        return TranscriptDocument.Parse(whole.GetBuffer().AsMemory(0, (int)whole.Length));
    }
}
