using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Session;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Records;

/// <summary>
/// A conversation that is over, by its index: for every few hundred events the place in the file and the judge as it stood there. What
/// is on the screen, selected, searched or exported is judged once more; nothing else is in memory. One thread writes it
/// (<see cref="RecordReader"/>), any may read what that one has told of.
/// </summary>
sealed class RecordIndex
{
    // What lies around the places one has just been at.
    const int MostMade = 16;

    // A filter may bring together what lies in as many blocks as there are rows on the screen.
    const int MostPicked = 1024;

    readonly Lock _making = new();
    readonly List<(int Block, RecordPiece Piece)> _made = [];
    readonly Dictionary<int, TranscriptItem> _picked = [];
    volatile bool _hasChanged;
    volatile Log<RecordBlock> _blocks = Log<RecordBlock>.Empty;

    // Judging so many again takes well under a millisecond; a block costs about a kilobyte.
    const int UsualBlock = 256;

    RecordIndex(IEventSource source, SessionState start, int blockSize)
    {
        (Source, BlockSize) = (source, blockSize);
        Start = Conversation.Start(start);
    }

    /// <summary>The index of a transcript; to be filled.</summary>
    /// <param name="document">The transcript.</param>
    /// <param name="blockSize">How many events are judged together.</param>
    public static RecordIndex Of(TranscriptDocument document, int blockSize = UsualBlock) =>
        new(new DocumentEvents(document.OpenReader()), document.StartState(), blockSize);

    /// <summary>The index of a conversation of this run; to be filled.</summary>
    public static RecordIndex Of(Conversation conversation) => new(new HappenedEvents(conversation.Events, 0), SessionState.Start(tls: false), UsualBlock);

    /// <summary>The events, from the first on. Never read itself.</summary>
    public IEventSource Source { get; }

    /// <summary>How many events a block has at least; more where a line or a reply is not to be cut.</summary>
    public int BlockSize { get; }

    /// <summary>Whether part of it could not be had any more.</summary>
    public bool HasChanged { get => _hasChanged; private set => _hasChanged = value; }

    /// <summary>The conversation before anything is heard.</summary>
    public Conversation Start { get; }

    /// <summary>How many things are heard in it, as far as it is filled.</summary>
    public int Count => _blocks is [.., var last] ? last.First + last.Count : 0;

    /// <summary>A thing that is heard.</summary>
    public Heard this[int place]
    {
        get
        {
            var block = BlockOf(place);
            return Made(block).Heard[place - _blocks[block].First];
        }
    }

    /// <summary>Something that happened.</summary>
    public Happened EventAt(int place) => Made(Find(block => block.Start.Events.Count > place)).End.Events[place];

    /// <summary>An item; the same one for as long as one is near it.</summary>
    public TranscriptItem ItemAt(int number)
    {
        lock (_making)
        {
            if (_picked.TryGetValue(number, out var known))
            {
                return known;
            }
        }

        var item = Made(Find(block => block.Start.Items.Count > number)).End.Items[number];
        lock (_making)
        {
            if (_picked.Count >= MostPicked)
            {
                _picked.Clear();
            }

            _picked[number] = item;
        }

        return item;
    }

    /// <summary>The conversation when so many things have been heard.</summary>
    public Conversation UpTo(int count)
    {
        if (count == 0)
        {
            return Start;
        }

        var block = BlockOf(count - 1);
        var (first, piece) = (_blocks[block].First, Made(block));
        return count == first + piece.Heard.Count ? piece.End : _blocks[block].Start.Hear([.. piece.Heard.Take(count - first)]);
    }

    /// <summary>Adds a block behind those there are.</summary>
    public void Add(RecordBlock block) => _blocks = _blocks.Add(block);

    /// <summary>The last block that does not begin behind something.</summary>
    /// <param name="isBehind">Whether a block does.</param>
    public int Find(Func<RecordBlock, bool> isBehind)
    {
        var blocks = _blocks;
        var (low, high) = (0, blocks.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = isBehind(blocks[middle]) ? (low, middle) : (middle + 1, high);
        }

        return Math.Max(0, low - 1);
    }

    /// <summary>How many lines of content were open before a block.</summary>
    public int OpenLinesBefore(int block) => _blocks[block].Start.OpenContent.Count;

    /// <summary>A block, judged, and not remembered; where the file has changed underneath, notes that say so.</summary>
    public RecordPiece Make(int block)
    {
        try
        {
            return _blocks[block].Make();
        }
        catch (UsageException)
        {
            // Whoever looks is told in the place itself; whoever takes all of it away asks whether it was there.
            HasChanged = true;
            return _blocks[block].Missing();
        }
    }

    /// <summary>A block, judged: remembered for as long as one is near it.</summary>
    public RecordPiece Made(int block)
    {
        lock (_making)
        {
            for (var i = _made.Count - 1; i >= 0; i--)
            {
                if (_made[i].Block == block)
                {
                    var found = _made[i];
                    _made.RemoveAt(i);
                    _made.Add(found);
                    return found.Piece;
                }
            }
        }

        var piece = Make(block);
        lock (_making)
        {
            if (_made.Count == MostMade)
            {
                _made.RemoveAt(0);
            }

            _made.Add((block, piece));
        }

        return piece;
    }

    /// <summary>The blocks from one on, each judged as it is come to, and not remembered.</summary>
    public IEnumerable<RecordPiece> From(int block)
    {
        for (var blocks = _blocks; block < blocks.Count; block++)
        {
            yield return Make(block);
        }
    }

    int BlockOf(int place) => Find(block => block.First > place);
}
