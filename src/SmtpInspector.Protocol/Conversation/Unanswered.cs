using System.Collections.Immutable;

namespace SmtpInspector.Protocol.Conversation;

/// <summary>
/// What the server has yet to answer, oldest first; a value that never changes. In lockstep it holds one thing at
/// the most and costs no object, pipelined ones stand in a queue behind the first.
/// </summary>
public readonly record struct Unanswered
{
    readonly ImmutableQueue<Pending>? _behind;

    Unanswered(Pending first, ImmutableQueue<Pending>? behind, Pending last, int count) =>
        (First, _behind, Last, Count) = (first, behind, last, count);

    /// <summary>The oldest; null when there is none.</summary>
    public Pending? First { get; }

    /// <summary>The newest; null when there is none.</summary>
    public Pending? Last { get; }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>A queue of one.</summary>
    public static Unanswered Of(Pending pending) => new(pending, null, pending, 1);

    /// <summary>The queue with one more at its end.</summary>
    public Unanswered Enqueue(Pending pending) => First is null
        ? Of(pending)
        : new Unanswered(First, (_behind ?? []).Enqueue(pending), pending, Count + 1);

    /// <summary>The queue without its first; an empty one stays empty.</summary>
    public Unanswered Dequeue() => Count <= 1
        ? default
        : new Unanswered(_behind!.Peek(), _behind.Dequeue(), Last!, Count - 1);

    /// <summary>From the oldest to the newest.</summary>
    public IEnumerator<Pending> GetEnumerator()
    {
        if (First is not null)
        {
            yield return First;
        }

        foreach (var pending in _behind ?? [])
        {
            yield return pending;
        }
    }
}
