using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Importing.Formats;

/// <summary>A program that shows a conversation as it is, among lines of its own.</summary>
interface ITerminalProgram
{
    /// <summary>Whether a line within message content may be the program's own all the same.</summary>
    bool Interrupts(LogLine line) => false;

    /// <summary>Whether a line is the program's own; what it says of the connection goes into the builder.</summary>
    bool Takes(LogLine line, RecordingBuilder builder);

    /// <summary>Told of every line of the conversation before it is added; false where it is to be left out.</summary>
    bool Accepts(Direction direction, LogLine line, RecordingBuilder builder);
}
