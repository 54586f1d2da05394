using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Lessons;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Session;
using SmtpInspector.Terminal.Input;
using SmtpInspector.Tui.Files;
using SmtpInspector.Tui.Live;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui;

/// <summary>Something that has happened and that the screen takes note of. A closed set.</summary>
abstract record Msg
{
    Msg()
    {
    }

    /// <summary>The terminal told something: a key, the mouse, a paste, a size.</summary>
    public sealed record Terminal(TerminalEvent Event) : Msg;

    /// <summary>A time that was waited for has come.</summary>
    public sealed record Woken : Msg;

    /// <summary>Something happened in a conversation.</summary>
    public sealed record Spoken(int Conversation, Heard Heard) : Msg;

    /// <summary>A server is about to be dialled.</summary>
    /// <param name="Conversation">Which conversation.</param>
    /// <param name="Header">Server and date, as a saved transcript begins.</param>
    /// <param name="IdleLimit">How long it bears silence; null where that is not known.</param>
    public sealed record Opened(int Conversation, TranscriptHeader Header, TimeSpan? IdleLimit) : Msg;

    /// <summary>The user has said nothing for so long that the server will soon hang up.</summary>
    public sealed record Idle(int Conversation, int Turn) : Msg;

    /// <summary>A record is being read: so far it is known.</summary>
    public sealed record Recorded(int Conversation, Transcript.Conversation Read, bool IsAll) : Msg;

    /// <summary>A lesson went one thing further.</summary>
    public sealed record Taught(int Conversation, LessonTurn Turn) : Msg;

    /// <summary>The next of a playback is due.</summary>
    public sealed record Played(int Conversation, int Turn) : Msg;

    /// <summary>A conversation takes the next line.</summary>
    public sealed record Ready(int Conversation) : Msg;

    /// <summary>A reply is waited for; told about once a second.</summary>
    public sealed record Waits(int Conversation, Pending Awaited, TimeSpan Waited, TimeSpan Limit) : Msg;

    /// <summary>Nothing is waited for any more.</summary>
    public sealed record WaitOver(int Conversation) : Msg;

    /// <summary>A conversation cannot go on before the user has decided something.</summary>
    public sealed record Asked(int Conversation, Question Question) : Msg;

    /// <summary>A conversation is over.</summary>
    /// <param name="Conversation">Which.</param>
    /// <param name="Status">What its exit status would be.</param>
    /// <param name="Message">What went wrong, in a line; null when nothing did.</param>
    public sealed record Ended(int Conversation, ExitStatus Status, string? Message) : Msg;

    /// <summary>The names with which a path could go on.</summary>
    /// <param name="Typed">The path as it was when they were asked for.</param>
    /// <param name="Names">The names.</param>
    /// <param name="Wrong">Why they could not be read; null when they were.</param>
    public sealed record Listed(string Typed, FolderNames Names, string? Wrong = null) : Msg;

    /// <summary>An effect has something to change in the model once it is done.</summary>
    /// <param name="Change">The change; pure.</param>
    public sealed record Done(Func<Model, Step> Change) : Msg;
}
