using System.Runtime.InteropServices;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Records;

/// <summary>Reads a record through once, piece by piece, so that its beginning is on the screen before its end is judged, and fills its index.</summary>
sealed class RecordReader
{
    const int First = 200;
    const int Most = 20_000;

    readonly RecordIndex _index;
    readonly IEventSource _source;
    readonly ConversationJudge _judge;
    readonly List<Heard> _unheard = [];
    Conversation _conversation;
    Log<ItemFacts> _facts = Log<ItemFacts>.Empty;
    Log<int> _transactions = Log<int>.Empty;

    // How many blocks there are, and in which of them the content begins that goes on.
    int _blocks;
    int _contentFrom;

    // The block that is being read: where it begins, how much of it was heard.
    IEventSource _sourceBefore;
    ConversationJudge _judgeBefore;
    Conversation _before;
    int _first;
    int _count;
    ulong _sum;

    // Whether a message goes on in it that began before; and what the judge said of that.
    bool _isWithinMessage;
    (int At, Entry.Data Entry)? _kept;

    RecordReader(RecordIndex index)
    {
        _index = index;
        _source = index.Source.Branch();
        _judge = new ConversationJudge(index.Start.State);
        (_conversation, _before) = (index.Start, index.Start);
        (_sourceBefore, _judgeBefore) = (_source.Branch(), _judge.Branch());
    }

    /// <summary>Reads all of it.</summary>
    /// <param name="index">What is filled.</param>
    /// <param name="tell">Told how far the conversation is, again and again; at last that this is all.</param>
    /// <param name="cancellationToken">Ends it before the end.</param>
    public static void Read(RecordIndex index, Action<Conversation, bool> tell, CancellationToken cancellationToken) =>
        new RecordReader(index).Read(tell, cancellationToken);

    void Read(Action<Conversation, bool> tell, CancellationToken cancellationToken)
    {
        var (size, told) = (First, 0);
        while (_source.Read() is { } happened)
        {
            var before = _judge.State;
            var entries = _judge.Apply(happened);
            Take(Heard.Of(new(happened, before, _judge.State, _judge.Secrets, entries)));
            if (_count >= _index.BlockSize && _judge.IsAtRest && _source.CanBranch)
            {
                EndBlock();
            }

            if (_first + _count - told < size)
            {
                continue;
            }

            if (cancellationToken.IsCancellationRequested)
            {
                return;
            }

            Hear();
            tell(_conversation, false);
            (size, told) = (Math.Min(Most, size * 4), _first + _count);
        }

        var open = _judge.Finish();
        if (open.Count > 0)
        {
            Take(Heard.Of(new(null, _judge.State, _judge.State, [], open)));
        }

        EndBlock();
        tell(_conversation, true);
    }

    void Take(Heard heard)
    {
        var isOver = !_judge.IsWithinMessage;
        for (var i = 0; _isWithinMessage && isOver && i < heard.Entries.Count; i++)
        {
            _kept = heard.Entries[i] is Entry.Data { IsComplete: true } data ? (_count, data) : _kept;
        }

        _isWithinMessage &= !isOver;
        _unheard.Add(heard);
        _count++;
        _sum = _source.Sum;
        if (_unheard.Count >= _index.BlockSize)
        {
            Hear();
        }
    }

    void Hear()
    {
        _conversation = _conversation.Hear(CollectionsMarshal.AsSpan(_unheard));
        _unheard.Clear();
    }

    void EndBlock()
    {
        Hear();
        if (_count == 0)
        {
            return;
        }

        _index.Add(new RecordBlock(_sourceBefore, _judgeBefore, _before, _first, _count, _conversation.Items.Count - _before.Items.Count, _kept, _sum));
        _facts = _facts.AddAll([.. _conversation.Facts.From(_conversation.Facts.Start)]);
        _transactions = _transactions.AddAll([.. _conversation.Transactions.From(_conversation.Transactions.Start)]);
        // What began before goes on behind what is made on demand.
        _contentFrom = _conversation.OpenContent.Start == 0 ? _blocks : _contentFrom;
        _blocks++;
        _before = _conversation = _conversation.Kept(
            new RecordList<TranscriptItem>(_index, _conversation.Items.Count, static conversation => conversation.Items, static (index, number) => index.ItemAt(number)),
            _facts,
            _transactions,
            new RecordList<Happened>(_index, _conversation.Events.Count, static conversation => conversation.Events, static (index, place) => index.EventAt(place)),
            _conversation.OpenContent.Count == 0 ? null : new RecordLines(_index, _contentFrom, _blocks - _contentFrom, _conversation.OpenContent.Count));
        (_first, _count, _kept) = (_first + _count, 0, null);
        _isWithinMessage = _judge.IsWithinMessage;
        if (_judge.IsAtRest && _source.CanBranch)
        {
            (_sourceBefore, _judgeBefore) = (_source.Branch(), _judge.Branch());
        }
    }
}
