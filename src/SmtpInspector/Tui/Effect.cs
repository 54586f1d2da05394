using SmtpInspector.Protocol.Lessons;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Tui.Live;
using SmtpInspector.Tui.Records;

namespace SmtpInspector.Tui;

/// <summary>Something to be done outside of the model. A closed set; <see cref="Effects.EffectRunner"/> does them.</summary>
abstract record Effect
{
    Effect()
    {
    }

    /// <summary>Tell something after a time.</summary>
    public sealed record Later(TimeSpan After, Msg What) : Effect;

    /// <summary>Begin a conversation.</summary>
    public sealed record Connect(int Conversation, ConnectRequest Request) : Effect;

    /// <summary>Begin a lesson.</summary>
    public sealed record Teach(int Conversation, Lesson Lesson) : Effect;

    /// <summary>Read a transcript, or what another program recorded, and then change the model.</summary>
    /// <param name="Path">The file.</param>
    /// <param name="Then">What is made of it: told the model, the file's name and what stands in it. Pure.</param>
    public sealed record ReadFile(string Path, Func<Model, string, TranscriptDocument, Step> Then) : Effect;

    /// <summary>Read a record into a conversation's page, the beginning first.</summary>
    public sealed record Read(int Conversation, RecordIndex Index) : Effect;

    /// <summary>Send lines in a conversation that is ready for one.</summary>
    /// <param name="Conversation">Which.</param>
    /// <param name="Lines">The lines; more than one only where they may be sent together.</param>
    /// <param name="Ahead">How many further lines wait already.</param>
    public sealed record Send(int Conversation, IReadOnlyList<Outgoing> Lines, int Ahead) : Effect;

    /// <summary>Stop waiting for a reply.</summary>
    public sealed record StopWaiting(int Conversation) : Effect;

    /// <summary>End a conversation in order: QUIT where the server waits for a command.</summary>
    public sealed record Leave(int Conversation) : Effect;

    /// <summary>Answer what a conversation asked.</summary>
    /// <param name="Conversation">Which.</param>
    /// <param name="Choice">The index of the answer chosen.</param>
    /// <param name="Text">What was typed, for a question that wants a text.</param>
    public sealed record Answer(int Conversation, int Choice, string Text = "") : Effect;

    /// <summary>Keep a command in the history file.</summary>
    /// <param name="Line">The command, as it may be kept.</param>
    public sealed record Remember(string Line) : Effect;

    /// <summary>Put octets on the clipboard.</summary>
    public sealed record Copy(ReadOnlyMemory<byte> Octets) : Effect;

    /// <summary>Turn the mouse on or off.</summary>
    public sealed record UseMouse(bool On) : Effect;

    /// <summary>Stop the process as Ctrl-Z does.</summary>
    public sealed record Suspend : Effect;

    /// <summary>Draw everything anew.</summary>
    public sealed record Redraw : Effect;

    /// <summary>Read the names with which a path typed in a dialog could go on; what was asked for before is not wanted any more.</summary>
    public sealed record ListNames(string Typed) : Effect;

    /// <summary>Do something that may take a while, on another thread, and then change the model.</summary>
    /// <param name="Work">What; what it throws of the kinds a file gives becomes a notice.</param>
    public sealed record Run(Func<CancellationToken, Task<Func<Model, Step>>> Work) : Effect;

    /// <summary>End the program: conversations are left in order, for a second at most.</summary>
    public sealed record Quit : Effect;
}
