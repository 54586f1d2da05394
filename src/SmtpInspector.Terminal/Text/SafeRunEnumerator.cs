namespace SmtpInspector.Terminal.Text;

/// <summary>Goes through the runs of a <see cref="SafeText"/> without allocating.</summary>
public ref struct SafeRunEnumerator
{
    readonly int _length;
    readonly ReadOnlySpan<int> _ends;
    int _index;
    int _start;

    internal SafeRunEnumerator(int length, ReadOnlySpan<int> ends)
    {
        _length = length;
        _ends = ends;
        _index = -1;
    }

    /// <summary>The run that is looked at.</summary>
    public SafeRun Current { get; private set; }

    /// <summary>Itself, so that <c>foreach</c> takes it.</summary>
    public readonly SafeRunEnumerator GetEnumerator() => this;

    /// <summary>Goes to the next run that is not empty; false when there is none.</summary>
    public bool MoveNext()
    {
        while (_start < _length)
        {
            _index++;
            var end = _index < _ends.Length ? _ends[_index] : _length;
            if (end > _start)
            {
                Current = new SafeRun(_start, end - _start, Replaced: _index % 2 == 1);
                _start = end;
                return true;
            }
        }

        return false;
    }
}
