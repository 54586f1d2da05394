using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Importing;

/// <summary>A file that was read as a conversation, whoever wrote it: a transcript, or what another program recorded.</summary>
/// <param name="Document">The conversation; of a transcript the file itself.</param>
/// <param name="Format">How the file was written; null for a transcript.</param>
/// <param name="Number">Which conversation of the file it is, from 1.</param>
/// <param name="Count">How many conversations the file holds.</param>
public sealed record Imported(TranscriptDocument Document, ImportFormat? Format, int Number, int Count)
{
    // Longer than what anybody pastes and marks by hand.
    const int LongestPasted = 1024 * 1024;

    /// <summary>Reads a file.</summary>
    /// <param name="file">Any octets.</param>
    /// <param name="options">How; null for what the file itself tells.</param>
    /// <exception cref="TranscriptException">
    /// It is neither a transcript nor the recording of a program that is known; with the place of the first thing that
    /// could not be understood.
    /// </exception>
    public static Imported Read(ReadOnlyMemory<byte> file, ImportOptions? options = null) => Read(TranscriptSource.Of(file), options);

    /// <summary>Reads a file. A transcript is left where it is; what another program recorded is read into memory.</summary>
    /// <param name="source">Any octets.</param>
    /// <param name="options">How; null for what the file itself tells.</param>
    /// <exception cref="TranscriptException">
    /// It is neither a transcript nor the recording of a program that is known; with the place of the first thing that
    /// could not be understood.
    /// </exception>
    public static Imported Read(TranscriptSource source, ImportOptions? options = null)
    {
        options ??= new ImportOptions();
        if (options.Format is { } format)
        {
            return Of(LogText.Of(source.ReadAll()), format, options)
                ?? throw new TranscriptException(1, 1, $"there is nothing of a conversation in it as {format.Program ?? "a text of the format " + format.Name} would have it.");
        }

        var text = new Lazy<LogText>(() => LogText.Of(source.ReadAll()));
        if ((IsWindowsPrompt(source.ReadBeginning()) || (source.Length <= LongestPasted && IsHalfMarked(text.Value))) && Recognised(text.Value, options) is { } pasted)
        {
            return pasted;
        }

        try
        {
            return Only(new(TranscriptDocument.Parse(source), Format: null, 1, 1), options);
        }
        catch (TranscriptException wrong)
        {
            // What says of itself that it is a transcript is a wrong one.
            if (TranscriptHeader.IsSignature(source.ReadBeginning()))
            {
                throw;
            }

            return Recognised(text.Value, options) ?? throw new TranscriptException(
                wrong.Line,
                wrong.Column,
                $"{wrong.Reason} It is no recording of another program either; known are {string.Join(", ", ImportFormats.All.Select(known => known.Name))}.");
        }
    }

    // "C:\>telnet" begins as a line of the client's does.
    static bool IsWindowsPrompt(ReadOnlySpan<byte> file) => file.StartsWith("C:\\"u8);

    // As a transcript, the lines of the side that has no mark would continue the one that has.
    static bool IsHalfMarked(LogText text)
    {
        if (text.Lines is [var first, ..] && TranscriptHeader.IsSignature(first.Bytes.Span))
        {
            return false;
        }

        var (client, server) = (false, false);
        foreach (var line in text.Lines)
        {
            var content = line.Bytes.Span.TrimStart(" \t"u8);
            client |= content.StartsWith("C:"u8) || content.StartsWith("C%:"u8);
            server |= content.StartsWith("S:"u8) || content.StartsWith("S%:"u8);
        }

        return client != server && LearntMarks.Of(text)?.Unmarked == (client ? Direction.Server : Direction.Client);
    }

    static Imported? Recognised(LogText text, ImportOptions options)
    {
        foreach (var known in ImportFormats.All)
        {
            if (known.Recognises(text) && Of(text, known, options) is { } imported)
            {
                return imported;
            }
        }

        return null;
    }

    static Imported? Of(LogText text, ImportFormat format, ImportOptions options)
    {
        var builder = new RecordingBuilder();
        format.Read(text, builder);
        var recordings = builder.End();
        if (recordings.Count == 0)
        {
            return null;
        }

        if (options.Number < 1 || options.Number > recordings.Count)
        {
            throw NoSuchConversation(recordings.Count);
        }

        var document = RecordingTranscript.Of(
            recordings[options.Number - 1], format, options.Number, recordings.Count, builder.OtherLines, options.KeepSecrets);
        return new Imported(document, format, options.Number, recordings.Count);
    }

    static Imported Only(Imported transcript, ImportOptions options) =>
        options.Number == 1 ? transcript : throw NoSuchConversation(1);

    static TranscriptException NoSuchConversation(int count) =>
        new(1, 1, FormattableString.Invariant($"the file holds {(count == 1 ? "one conversation" : $"{count} conversations")} and no more."));
}
