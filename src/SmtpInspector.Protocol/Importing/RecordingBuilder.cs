using System.Globalization;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Importing;

/// <summary>Takes what a reader of a format finds in a text, conversation by conversation.</summary>
sealed class RecordingBuilder
{
    readonly List<Recording> _recordings = [];
    TimeSpan? _origin;
    TimeSpan _last;

    /// <summary>The conversation that is being read.</summary>
    public Recording Current { get; private set; } = new();

    /// <summary>How many lines of the file belong to no conversation.</summary>
    public int OtherLines { get; private set; }

    /// <summary>The last thing that was said, a line or octets; null before the first.</summary>
    public Happening? LastSaid { get; private set; }

    /// <summary>Begins the next conversation, unless the one that is being read holds nothing yet.</summary>
    /// <returns>Whether it is a new one.</returns>
    public bool Begin()
    {
        if (!Current.IsConversation)
        {
            return false;
        }

        _recordings.Add(Current);
        Current = new Recording();
        LastSaid = null;
        _origin = null;
        _last = default;
        return true;
    }

    /// <summary>A whole line of a side.</summary>
    /// <param name="direction">Whose it is.</param>
    /// <param name="line">Its octets.</param>
    /// <param name="clock">When, on any clock; null where the recording does not say.</param>
    public void Line(Direction direction, LogLine line, TimeSpan? clock = null) =>
        Say(new Happening.Line(At(clock), direction, line.Bytes, line.HasReturn));

    /// <summary>A whole line of a side that the recording shows in another form.</summary>
    public void Line(Direction direction, ReadOnlyMemory<byte> content, TimeSpan? clock = null) =>
        Say(new Happening.Line(At(clock), direction, content, HasReturn: null));

    /// <summary>Octets of a side, endings included, cut into lines here.</summary>
    public void Octets(Direction direction, ReadOnlyMemory<byte> octets, TimeSpan? clock = null)
    {
        var at = At(clock);
        while (!octets.IsEmpty)
        {
            var end = octets.Span.IndexOf((byte)'\n') + 1;
            var line = end == 0 ? octets : octets[..end];
            Say(new Happening.Octets(at, direction, line));
            octets = octets[line.Length..];
        }
    }

    /// <summary>An event; its time is taken from the clock.</summary>
    public void Event(ConversationEvent happened, TimeSpan? clock = null) =>
        Current.Add(new Happening.Event(happened with { At = At(clock) }));

    /// <summary>Something to say at this place.</summary>
    public void Note(string text, TimeSpan? clock = null) => Event(new ConversationEvent.Note(null, text), clock);

    /// <summary>Something that is not certain about a line of the file.</summary>
    public void Doubt(LogLine line, string text) => Note(string.Create(CultureInfo.InvariantCulture, $"line {line.Number} of the file {text}"));

    /// <summary>The connection ended.</summary>
    public void Closed(Direction by, TimeSpan? clock = null)
    {
        // Without the client's lines nobody knows what was left unsaid.
        if (Current.LinesOf(Direction.Client) > 0 || Current.LinesOf(Direction.Server) == 1)
        {
            var clean = LastSaid is not null && Recording.DirectionOf(LastSaid) == Direction.Server && Recording.ContentOf(LastSaid).Span.StartsWith("221"u8);
            Event(new ConversationEvent.Closed(null, by, clean), clock);
        }
    }

    /// <summary>The line said last was not said after all.</summary>
    public void TakeBack()
    {
        Current.TakeBack(LastSaid!);
        LastSaid = null;
    }

    /// <summary>A line of the file that is no part of a conversation.</summary>
    public void Other() => OtherLines++;

    /// <summary>What was read: all conversations, in order.</summary>
    public IReadOnlyList<Recording> End()
    {
        _ = Begin();
        return _recordings;
    }

    void Say(Happening said)
    {
        LastSaid = said;
        Current.Add(said);
    }

    TimeSpan? At(TimeSpan? clock)
    {
        if (clock is not { } time)
        {
            return null;
        }

        _origin ??= time;
        var at = time - _origin.Value;
        if (at < _last - TimeSpan.FromHours(12) && at > -TimeSpan.FromDays(1))
        {
            // A clock without a date that passed midnight.
            at += TimeSpan.FromDays(1);
        }

        // A clock that was set back meanwhile: nothing happens before what came before it.
        _last = at < _last ? _last : at;
        return _last;
    }
}
