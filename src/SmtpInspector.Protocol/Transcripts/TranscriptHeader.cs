using System.Globalization;
using System.Text;

namespace SmtpInspector.Protocol.Transcripts;

/// <summary>The lines <c>name: value</c> at the top of a transcript. Unknown names are kept.</summary>
/// <param name="Fields">Name and value in the order of the file.</param>
public sealed record TranscriptHeader(IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    /// <summary>The first line of a transcript that has a header.</summary>
    public const string Signature = "# SMTP transcript 1";

    /// <summary>Says that only one side was recorded; the field is left out where both were.</summary>
    public const string RecordedField = "recorded";

    /// <summary>The value of <see cref="RecordedField"/> where the client's lines are missing: nothing that the server says is unasked for.</summary>
    public const string RecordedServerOnly = "server";

    /// <summary>A header without fields.</summary>
    public static TranscriptHeader Empty { get; } = new([]);

    /// <summary>Reads the header of a file, of which no more than the beginning need be given.</summary>
    /// <exception cref="TranscriptException">A line of it is no field.</exception>
    public static TranscriptHeader Read(ReadOnlyMemory<byte> beginning) => new TranscriptScanner(TranscriptSource.Of(beginning)).ReadHeader();

    /// <summary>The server, as host:port; null where it is not given.</summary>
    public string? Peer => this["peer"];

    /// <summary><c>implicit</c>, <c>starttls</c> or <c>none</c>; null where it is not given.</summary>
    public string? Tls => this["tls"];

    /// <summary>When the conversation began; null where it is not given, or is no date.</summary>
    public DateTimeOffset? Date => DateTimeOffset.TryParse(this["date"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;

    /// <summary>What it shows; null where it is not given.</summary>
    public string? Title => this["title"];

    /// <summary>Whether the client's lines are missing from the recording.</summary>
    public bool IsOfServerOnly => this[RecordedField] == RecordedServerOnly;

    /// <summary>Whether a file calls itself a transcript, of whatever version.</summary>
    public static bool IsSignature(ReadOnlySpan<byte> file) =>
        (file.StartsWith("\uFEFF"u8) ? file[3..] : file).StartsWith("# SMTP transcript "u8);

    /// <summary>The value of a field; null where it is not given.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var (key, value) in Fields)
            {
                if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return value;
                }
            }

            return null;
        }
    }

    /// <summary>The header as it stands in a file, the blank line behind it included.</summary>
    public string Render()
    {
        var text = new StringBuilder(Signature).Append('\n');
        foreach (var (name, value) in Fields)
        {
            text.Append(name).Append(": ").Append(value).Append('\n');
        }

        return text.Append('\n').ToString();
    }
}
