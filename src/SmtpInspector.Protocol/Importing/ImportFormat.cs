namespace SmtpInspector.Protocol.Importing;

/// <summary>A way in which another program writes conversations down.</summary>
public sealed class ImportFormat
{
    internal ImportFormat(string name, string? program, string recording, ShownEndings endings, Func<LogText, bool> recognises, Action<LogText, RecordingBuilder> read)
    {
        Name = name;
        Program = program;
        Recording = recording;
        Endings = endings;
        Recognises = recognises;
        Read = read;
    }

    /// <summary>What <c>--format</c> calls it: one word.</summary>
    public string Name { get; }

    /// <summary>Whose output it is; null where nobody's in particular.</summary>
    public string? Program { get; }

    /// <summary>How such a recording is made.</summary>
    public string Recording { get; }

    /// <summary>Whose lines show how they ended on the wire.</summary>
    internal ShownEndings Endings { get; }

    /// <summary>Whether a text looks like it.</summary>
    internal Func<LogText, bool> Recognises { get; }

    /// <summary>Reads a text: everything in it that is of a conversation goes into the builder, the rest is counted there.</summary>
    internal Action<LogText, RecordingBuilder> Read { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
