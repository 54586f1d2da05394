using System.Collections;

namespace SmtpInspector.Tui.Transcript;

/// <summary>
/// A list that only grows, as a value: adding gives a longer one and leaves this as it is. Versions share their storage, so that a
/// conversation of a million entries costs as much as one array of them. Its beginning may be a list that is made on demand.
/// </summary>
/// <typeparam name="T">What it lists.</typeparam>
sealed class Log<T> : IWalked<T>
{
    readonly IWalked<T>? _earlier;
    readonly Storage _storage;

    Log(IWalked<T>? earlier, int start, Storage storage, int count)
    {
        (_earlier, Start, _storage, Count) = (earlier, start, storage, count);
    }

    /// <summary>Nothing.</summary>
    public static Log<T> Empty { get; } = new(null, 0, new Storage(), 0);

    public int Count { get; }

    /// <summary>How many of them stand in the list behind which this one goes on.</summary>
    public int Start { get; }

    public T this[int index] => index < Start && index >= 0 ? _earlier![index]
        : index >= 0 && index < Count ? _storage.Items[index - Start]
        : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>A list that goes on behind another one, and keeps nothing of that.</summary>
    public static Log<T> Behind(IWalked<T> earlier) => new(earlier, earlier.Count, new Storage(), earlier.Count);

    /// <summary>The list with one more at its end.</summary>
    public Log<T> Add(T item)
    {
        var storage = Own();
        storage.Add(item);
        return new Log<T>(_earlier, Start, storage, Count + 1);
    }

    /// <summary>The list with more at its end.</summary>
    public Log<T> AddAll(IReadOnlyList<T> items)
    {
        if (items.Count == 0)
        {
            return this;
        }

        var storage = Own();
        for (var i = 0; i < items.Count; i++)
        {
            storage.Add(items[i]);
        }

        return new Log<T>(_earlier, Start, storage, Count + items.Count);
    }

    /// <summary>The list up to a place.</summary>
    /// <param name="count">How many are left; not fewer than are made on demand.</param>
    public Log<T> Up(int count) => count >= Start && count <= Count
        ? new(_earlier, Start, _storage, count) : throw new ArgumentOutOfRangeException(nameof(count));

    /// <summary>What there is from a place on, in order: the way to go through many.</summary>
    public IEnumerable<T> From(int index)
    {
        if (index < Start)
        {
            foreach (var item in _earlier!.From(index))
            {
                yield return item;
            }
        }

        for (var i = Math.Max(index, Start); i < Count; i++)
        {
            yield return _storage.Items[i - Start];
        }
    }

    public IEnumerator<T> GetEnumerator() => From(0).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // Only the longest version may write behind its end; any other, and the one empty list of all, begins a storage of its own.
    Storage Own()
    {
        var kept = Count - Start;
        return kept == _storage.Used && kept > 0 ? _storage : _storage.Copy(kept);
    }

    // Most conversations' replies and commands are logs of a single line, so it begins as small as it can be.
    sealed class Storage
    {
        public T[] Items { get; private set; } = [];

        public int Used { get; private set; }

        public void Add(T item)
        {
            if (Used == Items.Length)
            {
                var items = Items;
                Array.Resize(ref items, Math.Max(1, Used * 2));
                Items = items;
            }

            Items[Used++] = item;
        }

        public Storage Copy(int count)
        {
            var copy = new Storage { Items = Items[..count], Used = count };
            return copy;
        }
    }
}
