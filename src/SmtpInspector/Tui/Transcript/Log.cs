using System.Collections;

namespace SmtpInspector.Tui.Transcript;

/// <summary>
/// A list that only grows, as a value: adding gives a longer one and leaves this as it is. Versions share their storage, so that a
/// conversation of a million entries costs as much as one array of them.
/// </summary>
/// <typeparam name="T">What it lists.</typeparam>
sealed class Log<T> : IReadOnlyList<T>
{
    readonly Storage _storage;

    Log(Storage storage, int count)
    {
        _storage = storage;
        Count = count;
    }

    /// <summary>Nothing.</summary>
    public static Log<T> Empty { get; } = new(new Storage(), 0);

    public int Count { get; }

    public T this[int index] => index >= 0 && index < Count
        ? _storage.Items[index]
        : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>The list with one more at its end.</summary>
    public Log<T> Add(T item)
    {
        // Only the longest version may write behind its end; any other, and the one empty list of all, begins a storage of its own.
        var storage = Count == _storage.Used && Count > 0 ? _storage : _storage.Copy(Count);
        storage.Add(item);
        return new Log<T>(storage, Count + 1);
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

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
