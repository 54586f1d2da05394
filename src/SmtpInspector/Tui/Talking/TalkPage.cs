using System.Collections.Immutable;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Actions;
using SmtpInspector.Tui.Details;
using SmtpInspector.Tui.Learning;
using SmtpInspector.Tui.Live;
using SmtpInspector.Tui.Looks;
using SmtpInspector.Tui.Playing;
using SmtpInspector.Tui.Records;
using SmtpInspector.Tui.Scripts;
using SmtpInspector.Tui.Searching;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Talking;

/// <summary>A conversation on the screen: live, or from a file.</summary>
sealed record TalkPage : Page
{
    /// <summary>Which conversation it is.</summary>
    public required int Id { get; init; }

    /// <summary>The server as the user wrote it, or the file's name.</summary>
    public required string Name { get; init; }

    /// <summary>What was asked for, to be asked for again; null for a file.</summary>
    public ConnectRequest? Request { get; init; }

    /// <summary>What has happened.</summary>
    public required Transcript.Conversation Conversation { get; init; }

    /// <summary>How far it is.</summary>
    public Stage Stage { get; init; }

    /// <summary>The index of the transcript it is read from; null for a conversation of this run.</summary>
    public RecordIndex? Record { get; init; }

    /// <summary>The lesson that is played in it; null for none.</summary>
    public LessonPane? Lesson { get; init; }

    /// <summary>The script that is sent step by step; null for none.</summary>
    public Script? Script { get; init; }

    /// <summary>The playback that goes on; null while all of the conversation is shown.</summary>
    public Playback? Playback { get; init; }

    /// <summary>Whether more of a record is still being read.</summary>
    public bool IsReading { get; init; }

    /// <summary>What went wrong at its end; null when nothing did.</summary>
    public string? EndMessage { get; init; }

    /// <summary>What has the keyboard.</summary>
    public Focus Focus { get; init; }

    /// <summary>What fills the whole screen in place of all panes; null for the usual layout.</summary>
    public Focus? Zoomed { get; init; }

    /// <summary>The share of the transcript, in percent.</summary>
    public int Share { get; init; } = 56;

    /// <summary>The share of the upper of two panes at the right, in percent.</summary>
    public int UpperShare { get; init; } = 60;

    /// <summary>The border that the mouse holds; null for none.</summary>
    public Border? Dragged { get; init; }

    /// <summary>Where one is in the transcript.</summary>
    public ListView List { get; init; } = ListView.Following;

    /// <summary>What was folded or unfolded by hand: true for open.</summary>
    public ImmutableDictionary<int, bool> Folds { get; init; } = ImmutableDictionary<int, bool>.Empty;

    /// <summary>Server, date and title, as a saved transcript begins.</summary>
    public TranscriptHeader Header { get; init; } = TranscriptHeader.Empty;

    /// <summary>What is asked for at the bottom; null for nothing.</summary>
    public Prompt? Prompt { get; init; }

    /// <summary>What is searched for; null for nothing.</summary>
    public Search? Search { get; init; }

    /// <summary>The search through a long conversation; null where none was made.</summary>
    public Hunt? Hunt { get; init; }

    /// <summary>Which items are shown; null for all.</summary>
    public ItemFilter? Filter { get; init; }

    /// <summary>Numbers of items by the letters they were marked with.</summary>
    public ImmutableDictionary<string, int> Marks { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>The numbers of the items that a filter lets through; null without a filter.</summary>
    public Log<int>? Shown { get; init; }

    /// <summary>How many items the filter has seen.</summary>
    public int Sifted { get; init; }

    /// <summary>Whether it goes on with the others beside the screen.</summary>
    public bool IsSifting { get; init; }

    /// <summary>The open tab of the detail pane.</summary>
    public int Tab { get; init; }

    /// <summary>Where one is in the detail pane.</summary>
    public TextView DetailView { get; init; }

    /// <summary>Where one is in the pane of the bytes.</summary>
    public TextView BytesView { get; init; }

    /// <summary>The line that is typed.</summary>
    public LineInput Line { get; init; } = LineInput.Empty;

    /// <summary>Whether what is typed as an answer to a challenge is sent in base64.</summary>
    public bool EncodesAnswers { get; init; }

    /// <summary>Lines that wait for the reply to those before.</summary>
    public ImmutableList<Outgoing> Queue { get; init; } = [];

    /// <summary>What is waited for; null for nothing.</summary>
    public Waiting? Waiting { get; init; }

    /// <summary>How long the server bears silence; null where that is not known.</summary>
    public TimeSpan? IdleLimit { get; init; }

    /// <summary>Counts the user's turns: a timer of an earlier one means nothing.</summary>
    public int Turn { get; init; }

    /// <summary>Whether the server will soon hang up, since nothing is said.</summary>
    public bool IsIdle { get; init; }

    /// <summary>What the conversation asks; null for nothing. Shown as soon as nothing else lies over the page.</summary>
    public Question? Question { get; init; }

    /// <summary>Whether credentials are shown.</summary>
    public bool KeepSecrets { get; init; }

    /// <summary>Rows made before.</summary>
    public RowMemo Memo { get; init; } = new();

    public override Contexts Context => Focus == Focus.Line ? Contexts.Line : Contexts.Panes;

    public override Contexts Keyboard => this switch
    {
        { Prompt.Kind: PromptKind.Mark or PromptKind.Jump } => Contexts.Letter,
        { Prompt: not null } => Contexts.Prompt,
        { Focus: Focus.Line, Line.Search: not null } => Contexts.History,
        { Focus: Focus.Line, Line.Menu: not null } => Contexts.Candidates,
        _ => Context,
    };

    public override string Title => $"smtp-inspector {Name}";

    /// <summary>Whether something is asked for, or a list of candidates is open in the line, which then takes the keys first.</summary>
    public bool IsCapturing => Keyboard != Context;

    /// <summary>Where the conversation stands.</summary>
    public SessionState State => Conversation.State;

    /// <summary>Whether there is a line to type on: a record has none.</summary>
    public bool HasLine => Stage != Stage.Record;

    /// <summary>The transcript as a list.</summary>
    public TranscriptRows Rows(Look look) => new(Conversation, Shown, Folds, look, KeepSecrets, Memo) { Search = Search, Marks = Marks, Notes = Lesson?.Notes ?? [] };

    /// <summary>The selected item; null in an empty transcript.</summary>
    public TranscriptItem? Selected(Look look) => Rows(look) is { Count: > 0 } rows ? rows[List.Follows ? rows.Count - 1 : Math.Min(List.Selected, rows.Count - 1)] : null;

    /// <summary>What the detail pane is about.</summary>
    public DetailSubject Subject(Look look) => new(Conversation, Selected(look), KeepSecrets);
}

/// <summary>A wait for a reply.</summary>
/// <param name="Awaited">What is to be answered.</param>
/// <param name="Waited">How long already.</param>
/// <param name="Limit">How long at most.</param>
sealed record Waiting(Pending Awaited, TimeSpan Waited, TimeSpan Limit);
