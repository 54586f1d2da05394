namespace SmtpInspector.Tui.Transcript;

/// <summary>What an item of the transcript is.</summary>
enum ItemKind
{
    /// <summary>Something that happened: a connection, a handshake, a note, a close.</summary>
    Event,

    /// <summary>A command, an answer to a challenge, or what there is of one.</summary>
    Command,

    /// <summary>A reply, or the lines of it that have come.</summary>
    Reply,

    /// <summary>The content of a message or a chunk, or what there is of it.</summary>
    Content,
}
