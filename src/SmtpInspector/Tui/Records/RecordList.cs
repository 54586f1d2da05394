using System.Collections;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Records;

/// <summary>The beginning of one of the lists of a record's conversation.</summary>
/// <typeparam name="T">What it lists.</typeparam>
/// <param name="index">The record.</param>
/// <param name="count">How many there are.</param>
/// <param name="list">Which of the lists it is.</param>
/// <param name="pick">One of them by its place.</param>
sealed class RecordList<T>(RecordIndex index, int count, Func<Conversation, Log<T>> list, Func<RecordIndex, int, T> pick) : IWalked<T>
{
    public int Count => count;

    public T this[int place] => pick(index, place);

    public IEnumerable<T> From(int place)
    {
        foreach (var piece in index.From(index.Find(block => list(block.Start).Count > place)))
        {
            // The list as it is behind the block: what is before the block is behind it again.
            for (var all = list(piece.End); place < all.Count; place++)
            {
                if (place == count)
                {
                    yield break;
                }

                yield return all[place];
            }
        }
    }

    public IEnumerator<T> GetEnumerator() => From(0).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
